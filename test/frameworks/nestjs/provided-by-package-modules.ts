// Providers that the module of a package is given: it provides them.

// file: src/models.ts
import { Model } from "objection";

export class Order extends Model {
  static get tableName() {
    return "orders";
  }
}
export class Bill extends Model {
  static get tableName() {
    return "bills";
  }
}
export class Note extends Model {
  static get tableName() {
    return "notes";
  }
}
// file: src/connections.module.ts
import { Global, Module } from "@nestjs/common";
import type { Knex } from "knex";
import { ClsModule } from "nestjs-cls";
import type { Model } from "objection";
import { Bill, Note, Order } from "./models";

function perCustomer(model: typeof Model) {
  return ClsModule.forFeatureAsync({
    provide: model.name,
    inject: ["CONNECTION"],
    useFactory: (connection: () => Knex) => () => model.bindKnex(connection()),
  });
}
const provided = [Order, Bill].map((model) => perCustomer(model));

@Global()
@Module({
  // What is no provider provides nothing.
  imports: [...provided, ClsModule.forRoot({ global: true, useFactory: () => Note })],
  exports: provided,
})
export class ConnectionsModule {}
// file: src/app.module.ts
import { Body, Controller, Delete, Inject, Injectable, Module, Param, Post } from "@nestjs/common";
import { ConnectionsModule } from "./connections.module";
import { Bill, Note, Order } from "./models";

type PerCustomer<T> = () => T;

@Injectable()
export class Orders {
  constructor(
    @Inject(Order.name) private readonly orders: PerCustomer<typeof Order>,
    @Inject(Bill.name) private readonly bills: PerCustomer<typeof Bill>,
    @Inject(Note.name) private readonly notes: PerCustomer<unknown>,
  ) {}
  async make(given: { name: string }) {
    await this.orders().query().insert(given); // effect: write database orders, insert, from POST /orders
    await (this.notes() as any).query().insert(given);
  }
  async pay(id: string) {
    await this.bills().query().findById(id).delete(); // effect: write database bills, delete, from DELETE /orders/:id/bill
  }
}
@Controller("orders")
export class OrdersController {
  constructor(private readonly orders: Orders) {}

  @Post()
  // entry: POST /orders
  make(@Body() given: { name: string }) {
    return this.orders.make(given);
  }
  @Delete(":id/bill")
  // entry: DELETE /orders/:id/bill
  pay(@Param("id") id: string) {
    return this.orders.pay(id);
  }
}
@Module({ imports: [ConnectionsModule], controllers: [OrdersController], providers: [Orders] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

void NestFactory.create(AppModule).then((app) => app.listen(3000));
