import { Body, CallHandler, Controller, ExecutionContext, Get, Module, NestInterceptor, Post, UnauthorizedException, UseInterceptors } from "@nestjs/common";
import { APP_INTERCEPTOR, NestFactory } from "@nestjs/core";
import { InjectRepository } from "@nestjs/typeorm";
import { map, of, tap } from "rxjs";
import { Repository } from "typeorm";

class SignedIn implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    if (!request.user) throw new UnauthorizedException(); // guard: authentication SignedIn
    return next.handle();
  }
}
/** It shapes the answer, and refuses nobody. */
class Envelope implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    return next.handle().pipe(map((data) => ({ data, by: request.user?.id })));
  }
}

class Boat {}

@Controller("boats")
export class BoatController {
  constructor(@InjectRepository(Boat) private readonly boats: Repository<Boat>) {}
  @Get()
  list() { return this.boats.find(); } // entry: GET /boats
  @UseInterceptors(SignedIn)
  @Post()
  add(@Body() boat: Boat) { return this.boats.insert(boat); } // entry: POST /boats
}

@Controller("crew")
@UseInterceptors(new SignedIn())
export class CrewController {
  @Post()
  hire() {} // entry: POST /crew
}

@Module({ controllers: [BoatController, CrewController], providers: [{ provide: APP_INTERCEPTOR, useClass: Envelope }] })
export class AppModule {}

async function start() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
start();
