// Containers, buses and lists of strategies of the code's own: kept by a key in one place, taken out in another.

// file: src/orders.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export class Orders {
  async make(name: string) {
    return prisma.order.create({ data: { name } }); // effect: write database order, insert
  }
}
export class Bills {
  async make(name: string) {
    return prisma.bill.create({ data: { name } }); // effect: write database bill, insert
  }
}
export class Notes {
  async make(name: string) {
    return prisma.note.create({ data: { name } }); // effect: write database note, insert
  }
}
export class Mails {
  async make(name: string) {
    return prisma.mail.create({ data: { name } }); // effect: write database mail, insert
  }
}
export class OrderController {
  constructor(private readonly orders: Orders) {}

  create = async (req: { body: { name: string } }, res: { json(value: unknown): void }) => {
    res.json(await this.orders.make(req.body.name));
  };
}
// file: src/container.ts
import { Orders, OrderController } from "./orders";

export class Container {
  private static instance: Container;
  private made = new Map<string, unknown>();
  private factories = new Map<string, () => any>();

  private constructor() {
    registerOrders(this);
  }
  static getInstance(): Container {
    Container.instance ??= new Container();
    return Container.instance;
  }
  registerOnce(key: string, factory: () => unknown) {
    this.factories.set(key, () => {
      if (!this.made.has(key)) this.made.set(key, factory());
      return this.made.get(key);
    });
  }
  resolve(key: string): any {
    const factory = this.factories.get(key);
    if (!factory) throw new Error(`${key} is not known`);
    return factory();
  }
}
function registerOrders(container: Container) {
  container.registerOnce("Orders", () => new Orders());
  container.registerOnce("OrderController", () => new OrderController(container.resolve("Orders")));
}
// file: src/bus.ts
import { Bills, Mails, Notes } from "./orders";

export class MakeOrder {
  constructor(public readonly name: string) {}
}
class Bus {
  private handlers: Record<string, any> = {};

  register(command: { name: string }, handler: unknown) {
    this.handlers[command.name] = handler;
  }
  send(command: MakeOrder) {
    return this.handlers[command.constructor.name].make(command.name);
  }
}
export const bus = new Bus();
bus.register(MakeOrder, new Notes());

const strategies = new Map<string, (name: string) => Promise<unknown>>();
strategies.set("bill", async (name) => new Bills().make(name));

class Channels {
  private channels: Record<string, any> = {};

  constructor() {
    this.channels.mail = new Mails();
  }
  send(channel: string, name: string) {
    return this.channels[channel].make(name);
  }
}
export const channels = new Channels();
export const strategy = (kind: string) => strategies.get(kind);
// file: src/app.ts
import express from "express";
import { bus, channels, MakeOrder, strategy } from "./bus";
import { Container } from "./container";

const app = express();
const controller = Container.getInstance().resolve("OrderController");
app.post("/orders", controller.create); // entry: POST /orders
app.post("/commands", async (req, res) => { // entry: POST /commands
  await bus.send(new MakeOrder(req.body.name));
  res.json({});
});
app.post("/bills", async (req, res) => { // entry: POST /bills
  await strategy("bill")?.(req.body.name);
  res.json({});
});
app.post("/mails", async (req, res) => { // entry: POST /mails
  await channels.send("mail", req.body.name);
  res.json({});
});
app.listen(3000);
