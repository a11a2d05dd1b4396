// file: src/order.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("orders")
export class Order {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ unique: true }) paymentId!: string;
}
// file: src/data.ts
import { DataSource } from "typeorm";
import { Order } from "./order";

export const data = new DataSource({ type: "postgres", entities: [Order] });
// file: src/app.ts
import express from "express";
import { type Repository } from "typeorm";
import { data } from "./data";
import { Order } from "./order";

const app = express();
const orders = data.getRepository(Order);

class Orders {
  constructor(private readonly repository: Repository<Order>) {}

  count() {
    return this.repository.countBy({ paymentId: "x" }); // effect: read postgres orders, read
  }
}

app.post("/orders/:id", async (req, res) => {
  const order = await orders.findOneBy({ id: req.params.id }); // effect: read postgres orders, read
  await orders.findOne({ where: { id: req.params.id }, lock: { mode: "pessimistic_write" } }); // effect: read postgres orders, read
  await orders.save({ paymentId: req.body.p }); // effect: write postgres orders, insert
  await orders.save(orders.create({ paymentId: req.body.p })); // effect: write postgres orders, insert
  order.paymentId = "x";
  await orders.save(order); // effect: write postgres orders, set
  await orders.insert({ paymentId: req.body.p }); // effect: write postgres orders, insert
  await orders.upsert({ paymentId: req.body.p }, ["paymentId"]); // effect: write postgres orders, upsert
  await orders.update({ id: req.params.id }, { paymentId: "y" }); // effect: write postgres orders, set
  await orders.increment({ id: req.params.id }, "total", 1); // effect: write postgres orders, increment
  await orders.delete(req.params.id); // effect: write postgres orders, delete
  await data.manager.save(Order, { paymentId: req.body.p }); // effect: write postgres orders, insert
  await orders.createQueryBuilder("o").where("o.id = :id", { id: req.params.id }).getOne(); // effect: read postgres orders, read
  await data.createQueryBuilder().insert().into(Order).values({ paymentId: "z" }).orIgnore().execute(); // effect: write postgres orders, upsert
  await orders.createQueryBuilder().update(Order).set({ paymentId: "q" }).where("id = :id", { id: req.params.id }).execute(); // effect: write postgres orders, set
  await data.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  await data.transaction(async (manager) => {
    await manager.insert(Order, { paymentId: "p" }); // effect: write postgres orders, insert
    await manager.getRepository(Order).delete({ id: "1" }); // effect: write postgres orders, delete
  });
  const runner = data.createQueryRunner();
  await runner.startTransaction();
  await runner.manager.remove(Order, order); // effect: write postgres orders, delete
  await runner.commitTransaction();
  res.json(await new Orders(orders).count());
});
