// Each verb of a method overwrites what those below it said: Nest keeps one route.
import { Controller, Get, Module, Post } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

@Controller("seats")
class Seats {
  @Get("free")
  @Post("reserve")
  free() {} // entry: GET /seats/free

  @Post("reserve")
  reserve() {} // entry: POST /seats/reserve
}

@Module({ controllers: [Seats] })
class AppModule {}

NestFactory.create(AppModule);
