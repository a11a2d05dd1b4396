// A parameter's decorator makes an object of the request's; a guard can be turned off by a namespace of settings.
// https://docs.nestjs.com/custom-decorators · https://docs.nestjs.com/techniques/configuration#configuration-namespaces
import { Controller, createParamDecorator, Delete, Get, Inject, Injectable, Module, Param } from "@nestjs/common";
import { registerAs } from "@nestjs/config";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";
import { Expose, plainToInstance } from "class-transformer";

const prisma = new PrismaClient();
const settings = registerAs("auth", () => ({ disabled: process.env.AUTH_DISABLED === "true" }));

@Injectable()
class SignedIn extends AuthGuard("jwt") {
  constructor(@Inject(settings.KEY) private readonly auth) {
    super();
  }
  canActivate(context) {
    if (this.auth.disabled) return true;
    return super.canActivate(context);
  }
}

class Claims {
  @Expose() id: number;
}
class RequestContext {
  url: string;
  account: Claims;
}
const contextOf = (request) => {
  const context = new RequestContext();
  context.url = request.url;
  context.account = request.user ? plainToInstance(Claims, request.user) : new Claims();
  return context;
};
const Context = createParamDecorator((_data, context): RequestContext => {
  switch (context.getType()) {
    case "http":
      return contextOf(context.switchToHttp().getRequest());
    default:
      throw new Error("not over HTTP");
  }
});

@Injectable()
class Notes {
  list(context: RequestContext) {
    return prisma.note.findMany({ where: { userId: context.account.id } });
  }
  remove(context: RequestContext, id: string) {
    return prisma.note.deleteMany({ where: { id, userId: context.account.id } });
  }
  removeAny(id: string) {
    return prisma.note.deleteMany({ where: { id } }); // expect: unowned-object
  }
}

@Controller("notes")
class NotesController {
  constructor(private readonly notes: Notes) {}
  @Get()
  list(@Context() context: RequestContext) {
    return this.notes.list(context);
  }
  @Delete(":id") // silent: the caller's own
  remove(@Context() context: RequestContext, @Param("id") id: string) {
    return this.notes.remove(context, id);
  }
  @Delete("any/:id")
  removeAny(@Param("id") id: string) {
    return this.notes.removeAny(id);
  }
}

@Module({ controllers: [NotesController], providers: [Notes, { provide: APP_GUARD, useClass: SignedIn }] })
class App {}
NestFactory.create(App).then((app) => app.listen(3000));
