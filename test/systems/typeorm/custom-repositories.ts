// https://typeorm.io/docs/working-with-entity-manager/custom-repository
// file: src/orders.ts
import { Container } from "typedi";
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("orders")
export class Order {
  @PrimaryGeneratedColumn() id!: number;
  @Column() state!: string;
}

export const Orders = Container.get(DataSource)
  .getRepository(Order)
  .extend({
    open(id: number) {
      return this.findOne({ where: { id, state: "open" } }); // effect: read database orders
    },
    async close(id: number) {
      const order = await this.open(id);
      if (order) await this.update({ id }, { state: "closed" }); // effect: write database orders, set
    },
  });
// file: src/app.ts
import express from "express";
import { Container } from "typedi";
import { DataSource, EntityManager } from "typeorm";
import { Orders } from "./orders";

const app = express();
app.get("/orders/:id", async (req, res) => {
  res.json(await Orders.open(Number(req.params.id)));
});
app.post("/orders/:id/close", async (req, res) => {
  await Container.get(DataSource).transaction(async (manager: EntityManager) => {
    await manager.withRepository(Orders).close(Number(req.params.id));
  });
  res.sendStatus(204);
});
app.listen(3000);
