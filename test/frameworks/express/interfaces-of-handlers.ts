// What a container gives is told by an interface whose members are handlers, and the class has them in fields.
// https://inversify.io/docs/introduction/getting-started/

// file: src/container.ts
import { Container } from "inversify";
import { OrderController } from "./order.controller";
import type { IOrderController } from "./order.interfaces";
import { OrderService } from "./order.service";
import type { IOrderService } from "./order.interfaces";

const TYPES = { Orders: Symbol.for("Orders"), OrderService: Symbol.for("OrderService") };
const container = new Container();
container.bind<IOrderController>(TYPES.Orders).to(OrderController);
container.bind<IOrderService>(TYPES.OrderService).to(OrderService);
export { container, TYPES };

// file: src/order.interfaces.ts
import type { RequestHandler } from "express";

export interface IOrderController {
  list: RequestHandler;
  remove: RequestHandler;
}
export interface IOrderService {
  all(): Promise<unknown>;
  remove(id: string): Promise<void>;
}

// file: src/order.service.ts
import { PrismaClient } from "@prisma/client";
import { injectable } from "inversify";
import type { IOrderService } from "./order.interfaces";

const prisma = new PrismaClient();

@injectable()
export class OrderService implements IOrderService {
  async all() {
    return prisma.order.findMany(); // effect: read database order, read, safe
  }
  async remove(id: string) {
    await prisma.order.delete({ where: { id } }); // effect: write database order, delete, safe
  }
}

// file: src/order.controller.ts
import asyncHandler from "express-async-handler";
import { inject, injectable } from "inversify";
import type { IOrderController, IOrderService } from "./order.interfaces";

@injectable()
export class OrderController implements IOrderController {
  constructor(@inject("OrderService") private orders: IOrderService) {}

  list = asyncHandler(async (req, res) => {
    res.json(await this.orders.all());
  });
  remove = asyncHandler(async (req, res) => {
    await this.orders.remove(req.params.id);
    res.sendStatus(204);
  });
}

// file: src/app.ts
import express from "express";
import { container, TYPES } from "./container";
import type { IOrderController } from "./order.interfaces";

const app = express();
const orders = container.get<IOrderController>(TYPES.Orders);
app.get("/orders", orders.list); // entry: GET /orders
app.delete("/orders/:id", orders.remove); // entry: DELETE /orders/:id
app.listen(3000);
