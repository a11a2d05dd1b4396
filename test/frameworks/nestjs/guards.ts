import { CanActivate, Controller, ExecutionContext, Get, Injectable, Module, Post, SetMetadata, UnauthorizedException, UseGuards } from "@nestjs/common";
import { APP_GUARD, NestFactory, Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";

const Public = () => SetMetadata("public", true);

@Injectable()
class LoginGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext) {
    if (this.reflector.get("public", context.getHandler())) return true;
    const request = context.switchToHttp().getRequest();
    if (!request.session.user) throw new UnauthorizedException(); // guard: authentication LoginGuard
    return true;
  }
}

@Injectable()
class OptionalGuard extends AuthGuard("jwt") {
  handleRequest(error: unknown, user: unknown) {
    return user;
  }
}

abstract class Listing {
  @Get()
  list() {} // entry: GET /a // entry: GET /b
}

@Controller("a")
class A extends Listing {
  @Public()
  @Get("open")
  open() {} // entry: GET /a/open

  @Post()
  @UseGuards(AuthGuard("jwt")) // guard: authentication AuthGuard
  create() {} // entry: POST /a

  @Public()
  @UseGuards(OptionalGuard)
  @Get("optional")
  optional() {} // entry: GET /a/optional
}

@Controller("b")
class B extends Listing {}

@Module({ controllers: [A, B], providers: [{ provide: APP_GUARD, useClass: LoginGuard }] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
