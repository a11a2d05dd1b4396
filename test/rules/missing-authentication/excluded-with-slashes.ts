// Addresses of controllers with slashes of their own are excluded all the same.
import { Body, Controller, Injectable, MiddlewareConsumer, Module, NestModule, Param, Post, RequestMethod, UnauthorizedException } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Injectable()
class Login {
  use(req, res, next) {
    if (!req.headers.authorization) throw new UnauthorizedException();
    next();
  }
}

@Controller("/boats")
class BoatsController {
  @Post("/paint")
  paint(@Body() body) { // expect: missing-authentication
    return prisma.boat.create({ data: { colour: body.colour } });
  }
  @Post("/sell")
  sell(@Body() body) { // silent: behind the login
    return prisma.boat.create({ data: { buyer: body.buyer } });
  }
  @Post("/:id/tow")
  tow(@Param("id") id: string) { // expect: missing-authentication
    return prisma.boat.update({ where: { id }, data: { towed: true } });
  }
}

@Module({ controllers: [BoatsController] })
class BoatsModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer
      .apply(Login)
      .exclude({ path: "boats/paint", method: RequestMethod.POST }, "boats/:id/tow")
      .forRoutes(BoatsController);
  }
}

async function start() {
  const app = await NestFactory.create(BoatsModule);
  await app.listen(3000);
}
start();
