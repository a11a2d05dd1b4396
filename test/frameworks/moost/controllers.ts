// file: src/main.ts
import { MoostHttp } from "@moostjs/event-http";
import { Moost } from "moost";
import { OrdersController } from "./orders";

const app = new Moost({ globalPrefix: "api" });
app.adapter(new MoostHttp()).listen(3000);
app.registerControllers(OrdersController).init();

// file: src/orders.ts
import { Body, Delete, Get, HttpMethod, Post } from "@moostjs/event-http";
import { Controller, Param } from "moost";

@Controller("orders")
export class OrdersController {
  @Get(":id")
  one(@Param("id") id: string) {} // entry: GET /api/orders/:id

  @Post()
  create(@Body() order: object) {} // entry: POST /api/orders

  @HttpMethod("PURGE", "cache")
  purge() {} // entry: PURGE /api/orders/cache
}
