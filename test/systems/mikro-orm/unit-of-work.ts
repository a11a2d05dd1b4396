// https://mikro-orm.io/docs/unit-of-work · https://mikro-orm.io/docs/entity-helper#updating-entity-values-with-assign
// file: src/order.ts
import { Entity, PrimaryKey, Property } from "@mikro-orm/core";

@Entity({ tableName: "orders" })
export class Order {
  @PrimaryKey() id!: string;
  @Property() status!: string;
}

@Entity()
export class Note {
  @PrimaryKey() id!: string;
  @Property() text!: string;
}
// file: src/app.ts
import { wrap } from "@mikro-orm/core";
import { MikroORM } from "@mikro-orm/postgresql";
import express from "express";
import { Note, Order } from "./order";

const orm = await MikroORM.init();
const app = express();

app.patch("/orders/:id", async (req, res) => {
  const em = orm.em.fork();
  const order = await em.findOneOrFail(Order, { id: req.params.id }); // effect: read postgres orders, read
  order.status = req.body.status;
  const note = em.create(Note, { text: req.body.text });
  // effect: write postgres orders, set, safe
  // effect: write postgres Note, insert, unsafe
  await em.flush();
  res.json({ order, note });
});

app.put("/orders/:id", async (req, res) => {
  const em = orm.em.fork();
  const order = await em.findOneOrFail(Order, req.params.id); // effect: read postgres orders, read
  em.assign(order, req.body);
  await em.flush(); // effect: write postgres orders, set, safe
  res.json(order);
});

app.put("/notes/:id", async (req, res) => {
  const em = orm.em.fork();
  const note = await em.getRepository(Note).findOneOrFail({ id: req.params.id }); // effect: read postgres Note, read
  wrap(note).assign({ text: req.body.text });
  await em.flush(); // effect: write postgres Note, set, safe
  const made = em.getRepository(Note).create({ text: req.body.text });
  await em.persistAndFlush(made); // effect: write postgres Note, insert, unsafe
  res.json(note);
});
