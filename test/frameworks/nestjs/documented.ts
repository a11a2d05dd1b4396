// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { RequestMethod, VersioningType } from '@nestjs/common';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api', { exclude: [{ path: 'health', method: RequestMethod.GET }, 'plain'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  await app.listen(3000);
}
bootstrap();
// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { CatsController, AppController, VController } from './cats.controller';
import { CatsModule } from './sub.module';
@Module({ imports: [CatsModule], controllers: [CatsController, AppController, VController] })
export class AppModule {}
// file: src/sub.module.ts
import { Module } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { SubController, DController } from './sub.controller';
@Module({ controllers: [SubController] }) class SubModule {}
@Module({ controllers: [DController] }) class DashModule {}
@Module({ imports: [SubModule, DashModule, RouterModule.register([{ path: 'admin', module: SubModule, children: [{ path: 'dashboard', module: DashModule }] }])] })
export class CatsModule {}
// file: src/sub.controller.ts
import { Controller, Get } from '@nestjs/common';
@Controller('sub') export class SubController { @Get() all() { return []; } } // entry: GET /api/v1/admin/sub
@Controller() export class DController { @Get('d') all() { return []; } } // entry: GET /api/v1/admin/dashboard/d
// file: src/cats.controller.ts
import { Controller, Get, Post, Put, Patch, Delete, All, Options, Head, Param, Body, Query, HttpCode, Version, VERSION_NEUTRAL, Sse, Search } from '@nestjs/common';
@Controller('cats')
export class CatsController {
  @Get() findAll() { return []; } // entry: GET /api/v1/cats
  @Get(':id') findOne(@Param('id') id: string) { return id; } // entry: GET /api/v1/cats/:id
  @Post() @HttpCode(204) create(@Body() b: any) { return b; } // entry: POST /api/v1/cats
  @Put(':id') update() {} // entry: PUT /api/v1/cats/:id
  @Patch('/:id/') patch() {} // entry: PATCH /api/v1/cats/:id
  @Delete(':id') remove() {} // entry: DELETE /api/v1/cats/:id
  @All('any') any() {} // entry: ALL /api/v1/cats/any
  @Options('o') o() {} // entry: OPTIONS /api/v1/cats/o
  @Head('h') h() {} // entry: HEAD /api/v1/cats/h
  @Get(['a', 'b']) two() {} // entry: GET /api/v1/cats/a // entry: GET /api/v1/cats/b
  @Get('abcd/*') wild() {} // entry: GET /api/v1/cats/abcd/*
  @Sse('sse') sse() {} // entry: GET /api/v1/cats/sse
  @Version('2') @Get('v2only') v2() {} // entry: GET /api/v2/cats/v2only
  @Version(['2', '3']) @Get('v23') v23() {} // entry: GET /api/v2/cats/v23 // entry: GET /api/v3/cats/v23
}
@Controller({ path: '', version: VERSION_NEUTRAL })
export class AppController {
  @Get('health') health() {} // entry: GET /health
  @Get('plain') plain() {} // entry: GET /plain
  @Get() root() {} // entry: GET /api
}
@Controller({ path: ['x', 'y'], version: ['1', '2'] })
export class VController { @Get('z') z() {} } // entry: GET /api/v1/x/z // entry: GET /api/v2/x/z // entry: GET /api/v1/y/z // entry: GET /api/v2/y/z
