// Whether a page of the service was open says nothing of whose the row is.

// file: package.json
{ "name": "kites", "dependencies": { "@nestjs/common": "11", "@nestjs/core": "11", "@nestjs/platform-fastify": "11", "knex": "3" } }
// file: main.ts
import { type CanActivate, Body, Controller, Delete, type ExecutionContext, ForbiddenException, Injectable, Module, Param, Patch, Post, Req, UnauthorizedException, UseGuards } from "@nestjs/common";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import knex from "knex";

const db = knex({ client: "pg" });

@Injectable()
class ForgeryGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const token = request.headers["csrf-token"];
    if (!token) throw new ForbiddenException();
    const csrfProtection = request.server.csrfProtection.bind(request.server);
    if (!csrfProtection) throw new ForbiddenException();
    await new Promise<void>((resolve, reject) => csrfProtection(request, {}, (error?: Error) => (error ? reject(error) : resolve())));
    return true;
  }
}

@Injectable()
class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    if (!context.switchToHttp().getRequest().session.userId) throw new UnauthorizedException();
    return true;
  }
}

@UseGuards(SessionGuard)
@Controller("kites")
class Kites {
  @Post()
  add(@Req() request: any, @Body("name") name: string) {
    return db("kite").insert({ name, user_id: request.session.userId });
  }
  @Patch(":id")
  rename(@Req() request: any, @Param("id") id: string, @Body("name") name: string) {
    return db("kite").where("id", id).andWhere("user_id", request.session.userId).update({ name });
  }
  @Delete(":id")
  remove(@Param("id") id: string) {
    return db("kite").where("id", id).delete(); // expect: unowned-object
  }
}

@Module({ controllers: [Kites], providers: [{ provide: APP_GUARD, useClass: ForgeryGuard }] })
class App {}
NestFactory.create(App);
