// https://docs.nestjs.com/techniques/versioning#header-versioning-type · https://docs.nestjs.com/faq/global-prefix

// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { VersioningType, RequestMethod, Module, Controller, Get, Post, Version, All } from '@nestjs/common';
@Controller({ path: 'cats', version: '1' }) class CatsV1 { @Get() all() {} } // entry: GET /api/cats
@Controller({ path: 'cats', version: '2' }) class CatsV2 { @Post() all() {} } // entry: POST /api/cats
@Controller('health') class Health { @Get() ok() {} @Post() post() {} } // entry: GET /health // entry: POST /api/health
@Controller('cb') class Cb { @All('*path') ok() {} } // entry: ALL /cb/*path
@Module({ controllers: [CatsV1, CatsV2, Health, Cb] }) class AppModule {}
async function bootstrap() {
  const app = await NestFactory.create(AppModule, { cors: true, rawBody: true });
  app.enableVersioning({ type: VersioningType.HEADER, header: 'Custom-Header' });
  app.setGlobalPrefix('api', { exclude: [{ path: 'health', method: RequestMethod.GET }, 'cb/*path'] });
  await app.listen(3000);
}
bootstrap();
