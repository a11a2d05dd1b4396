// Lists of modules that the top of a file adds to, always or by a setting, hold what was added.
// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
async function start() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  await app.listen(3000);
}
start();

// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { LoansModule, FinesModule, ShelvesModule, AtticModule } from "./library";
const base: any[] = [LoansModule];
if (process.env.FINES) base.push(FinesModule);
const modules = base.concat([]);
if (process.env.NODE_ENV === "test") {
  const more = [ShelvesModule];
  modules.push(...more);
}
@Module({ imports: modules })
export class AppModule {}

// file: src/library.ts
import { Controller, Get, Module } from "@nestjs/common";
@Controller("loans")
class LoansController {
  @Get()
  list() {} // entry: GET /api/loans
}
@Module({ controllers: [LoansController] })
export class LoansModule {}

@Controller("fines")
class FinesController {
  @Get()
  list() {} // entry: GET /api/fines
}
@Module({ controllers: [FinesController] })
export class FinesModule {}

@Controller("shelves")
class ShelvesController {
  @Get()
  list() {} // entry: GET /api/shelves
}
@Module({ controllers: [ShelvesController] })
export class ShelvesModule {}

// Nobody imports its module.
@Controller("attic")
class AtticController {
  @Get()
  list() {} // entry: GET /attic
}
@Module({ controllers: [AtticController] })
export class AtticModule {}

// file: src/other.ts
import express from "express";
import { known } from "./known";
const routes = [{ path: "/one", run: known }];
routes.push({ path: "/two", run: known });
const app = express();
for (const route of routes) app.get(route.path, route.run); // entry: GET /one // entry: GET /two
app.listen(3001);

// file: src/known.ts
export function known(req: any, res: any) {
  res.json({});
}
