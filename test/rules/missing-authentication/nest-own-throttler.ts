// A guard that extends the throttler's counts calls and asks nobody who they are; a client that copies its extension onto itself stays that client.
import { Body, Controller, ExecutionContext, Injectable, Module, Post, UnauthorizedException, UseGuards, CanActivate } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { JwtService } from "@nestjs/jwt";
import { ThrottlerGuard } from "@nestjs/throttler";
import { PrismaClient } from "@prisma/client";

@Injectable()
class Database extends PrismaClient {
  constructor() {
    super();
    const extended = this.$extends({ query: { $allModels: { async $allOperations({ args, query }) { return query(args); } } } });
    Object.assign(this, extended);
  }
}

@Injectable()
class Limits extends ThrottlerGuard {
  async canActivate(context: ExecutionContext) {
    return super.canActivate(context);
  }
}

@Injectable()
class SignedIn implements CanActivate {
  constructor(private readonly tokens: JwtService) {}
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (!request.headers.authorization) throw new UnauthorizedException();
    request.user = this.tokens.verify(request.headers.authorization);
    return true;
  }
}

@Controller("orders")
@UseGuards(Limits)
class OrdersController {
  constructor(private readonly database: Database) {}

  @Post()
  add(@Body() body) { // expect: missing-authentication
    return this.database.order.create({ data: { total: body.total, status: body.status } });
  }

  @Post("own")
  @UseGuards(SignedIn)
  own(@Body() body) { // silent: signed in
    return this.database.order.create({ data: { total: body.total, status: body.status } });
  }
}

@Module({ controllers: [OrdersController], providers: [Database] })
class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
