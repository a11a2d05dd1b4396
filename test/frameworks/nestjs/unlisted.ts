// A class that no module lists is never made: its routes are not there.
// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
NestFactory.create(AppModule).then((app) => app.listen(3000));

// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { OrdersController } from "./orders.controller";
import { OldOrdersController } from "./old-orders.controller";
import { FlagsModule } from "./flags.module";
@Module({
  imports: [FlagsModule.forRoot(process.env.FLAGS)],
  controllers: [
    OrdersController,
    // OldOrdersController,
  ],
})
export class AppModule {}

// file: src/flags.module.ts
import { DynamicModule, Module } from "@nestjs/common";
import { FlagsController } from "./flags.controller";
@Module({})
export class FlagsModule {
  static forRoot(name: string): DynamicModule {
    return this.made(name, { controllers: [FlagsController] });
  }
}

// file: src/flags.controller.ts
import { Controller, Get } from "@nestjs/common";
@Controller("flags")
export class FlagsController {
  @Get()
  list() { // entry: GET /flags
    return [];
  }
}

// file: src/orders.controller.ts
import { Controller, Get } from "@nestjs/common";
@Controller("orders")
export class OrdersController {
  @Get()
  list() { // entry: GET /orders
    return [];
  }
}

// file: src/old-orders.controller.ts
import { Controller, Get, Post } from "@nestjs/common";
@Controller("v0/orders")
export class OldOrdersController {
  @Get()
  list() {
    return [];
  }
  @Post()
  add() {
    return {};
  }
}
