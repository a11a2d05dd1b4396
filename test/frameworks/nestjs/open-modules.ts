// Where the one application imports modules that cannot be read, the others of the workspace are its own: with its prefix and guards.
// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { KeyGuard } from "./keys";
async function start() {
  const { AppModule } = await import("./app.module");
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  app.useGlobalGuards(app.get(KeyGuard));
  await app.listen(3000);
}
start();

// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { KeysModule } from "./keys";
import { PARTS } from "./parts";
import "./boats";
class Builder {
  private readonly modules: any[] = [];
  use(...modules: any[]) {
    for (const one of modules) this.modules.push(one);
    return this;
  }
  compile() {
    @Module({ imports: this.modules })
    class AppModule {}
    return AppModule;
  }
}
const builder = new Builder().use(KeysModule);
for (const part of PARTS.values()) builder.use(part);
export const AppModule = builder.compile();

// file: src/parts.ts
import { Module, type ModuleMetadata, type Type } from "@nestjs/common";
import { omit } from "lodash";
export const PARTS = new Map<string, unknown>();
function Optional(options: ModuleMetadata & { needs?: string[] }) {
  return (target: Type) => {
    const own = omit(options, ["needs"]);
    Module(own)(target);
  };
}
export const Part = (options: ModuleMetadata & { name: string; needs?: string[] }) => (target: any) => {
  PARTS.set(options.name, target);
  return Optional(omit(options, "name"))(target);
};

// file: src/boats.ts
import { Controller, Get } from "@nestjs/common";
import { Part } from "./parts";
@Controller("boats")
class BoatsController {
  @Get()
  list() {} // entry: GET /api/boats
}
@Part({ name: "boats", controllers: [BoatsController], needs: ["boats.key"] })
export class BoatsModule {}

// file: src/keys.ts
import { CanActivate, Controller, ExecutionContext, Get, Injectable, Module, UnauthorizedException } from "@nestjs/common";
@Injectable()
export class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (!request.session.user) throw new UnauthorizedException(); // guard: authentication KeyGuard
    return true;
  }
}
@Controller("keys")
class KeysController {
  @Get()
  list() {} // entry: GET /api/keys
}
@Module({ controllers: [KeysController], providers: [KeyGuard] })
export class KeysModule {}
