// https://docs.nestjs.com/controllers · https://docs.nestjs.com/techniques/versioning

// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { VersioningType, ValidationPipe } from '@nestjs/common';
import { AppModule } from './app.module';
async function bootstrap() {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());
  app.enableVersioning({ type: VersioningType.URI, prefix: 'ver-' });
  app.useGlobalPipes(new ValidationPipe());
  await app.listen(process.env.PORT ?? 3000, '0.0.0.0');
}
bootstrap();
// file: src/app.module.ts
import { Module, NestModule, MiddlewareConsumer, RequestMethod } from '@nestjs/common';
import { RouterModule, APP_GUARD } from '@nestjs/core';
import { CatsController, AdminController, AccountController, V1, Neutral, WildController } from './c';
import { AuthMiddleware, logger } from './mw';
import { CrudUser } from './crud';
@Module({ controllers: [CatsController, AdminController, AccountController, V1, Neutral, WildController, CrudUser] })
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(AuthMiddleware).exclude({ path: 'cats', method: RequestMethod.GET }, 'cats/{*splat}').forRoutes(CatsController);
    consumer.apply(logger).forRoutes({ path: 'abcd/*splat', method: RequestMethod.ALL });
  }
}
// file: src/mw.ts
import { Injectable, NestMiddleware, UnauthorizedException } from '@nestjs/common';
@Injectable() export class AuthMiddleware implements NestMiddleware { use(req: any, res: any, next: any) { if (!req.user) throw new UnauthorizedException(); next(); } } 
export function logger(req: any, res: any, next: any) { next(); }
// file: src/c.ts
import { Controller, Get, Post, Put, Delete, Patch, Redirect, Header, HostParam, RequestMapping, RequestMethod, Version, VERSION_NEUTRAL, HttpCode, Param, Body, Query, Req, Res, Ip, Session, Headers, UploadedFile, UseInterceptors, StreamableFile, Propfind, Mkcol, Copy, Move, Lock, Unlock, applyDecorators } from '@nestjs/common';
import type { Response, Request } from 'express';
@Controller('cats')
export class CatsController {
  @Get('breed') findAll(@Req() request: Request): string { return 'x'; } // entry: GET /cats/breed
  @Get('docs') @Redirect('https://docs.nestjs.com', 302) getDocs(@Query('version') version: string) { return { url: 'x' }; } // entry: GET /cats/docs
  @Get(':id') findOne(@Param() params: any): string { return params.id; } // entry: GET /cats/:id
  @Post() @HttpCode(204) @Header('Cache-Control', 'no-store') create(@Res({ passthrough: true }) res: Response) { return 1; } // entry: POST /cats
  @RequestMapping({ path: 'mapped', method: RequestMethod.PUT }) mapped() {} // entry: PUT /cats/mapped
  @RequestMapping({ path: 'mapped-get' }) mappedGet() {} // entry: GET /cats/mapped-get
  @Propfind('dav') dav() {} // entry: PROPFIND /cats/dav
  @Copy('dav') cp() {} // entry: COPY /cats/dav
  @Read('read') rd() {} // entry: GET /cats/read
}
function Read(path: string) { return applyDecorators(Get(path), HttpCode(200)); }
@Controller({ host: 'admin.example.com' })
export class AdminController { @Get() index(): string { return 'Admin page'; } } // entry: GET /
@Controller({ host: ':account.example.com', path: 'acct' })
export class AccountController { @Get() getInfo(@HostParam('account') account: string) { return account; } } // entry: GET /acct
@Controller({ path: 'v', version: '1' })
export class V1 { @Get('cats') findAll(): string { return 'x'; } @Version(['2', VERSION_NEUTRAL]) @Get('both') both() {} } // entry: GET /ver-1/v/cats // entry: GET /ver-2/v/both // entry: GET /v/both
@Controller({ path: ['n1', 'n2'], version: VERSION_NEUTRAL })
export class Neutral { @Get(['a', 'b/:id']) findAll() {} } // entry: GET /n1/a // entry: GET /n1/b/:id // entry: GET /n2/a // entry: GET /n2/b/:id
const PREFIX = 'wild';
const ROUTES = { files: 'files/*path', opt: '{:id}' } as const;
@Controller(PREFIX)
export class WildController {
  @Get('abcd/*') findAll() {} // entry: GET /wild/abcd/*
  @Get(ROUTES.files) files() {} // entry: GET /wild/files/*path
  @Get(`${PREFIX}-x`) tpl() {} // entry: GET /wild/wild-x
  @Get('ab?cd') old() {} // entry: GET /wild/ab?cd
}
// file: src/crud.ts
import { Controller } from '@nestjs/common';
import { BaseController } from './base';
@Controller('users')
export class CrudUser extends BaseController {}
// file: src/base.ts
import { Get, Post, Delete, Param, Body } from '@nestjs/common';
export abstract class BaseController {
  @Get() list() { return []; } // entry: GET /users
  @Get(':id') one(@Param('id') id: string) { return id; } // entry: GET /users/:id
  @Post() make(@Body() b: any) { return b; } // entry: POST /users
}
