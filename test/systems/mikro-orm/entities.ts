// file: src/order.ts
import { Entity, PrimaryKey, Property } from "@mikro-orm/core";

@Entity({ tableName: "orders" })
export class Order {
  @PrimaryKey() id!: string;
  @Property({ unique: true }) paymentId!: string;
}
// file: src/app.ts
import { MikroORM } from "@mikro-orm/postgresql";
import express from "express";
import { Order } from "./order";

const orm = await MikroORM.init();
const app = express();

app.post("/orders/:id", async (req, res) => {
  const em = orm.em.fork();
  const order = await em.findOne(Order, { id: req.params.id }); // effect: read postgres orders, read
  const made = em.create(Order, { paymentId: req.body.p });
  await em.persistAndFlush(made); // effect: write postgres orders, insert
  await em.insert(Order, { paymentId: req.body.p }); // effect: write postgres orders, insert
  await em.upsert(Order, { paymentId: req.body.p }); // effect: write postgres orders, upsert
  await em.nativeUpdate(Order, { id: req.params.id }, { paymentId: "x" }); // effect: write postgres orders, set
  await em.nativeDelete(Order, { id: req.params.id }); // effect: write postgres orders, delete
  await em.transactional(async (tx) => {
    await tx.insert(Order, { paymentId: "y" }); // effect: write postgres orders, insert
  });
  await em.flush(); // effect: write postgres, call
  res.json(order);
});
