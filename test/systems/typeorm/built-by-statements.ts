// https://typeorm.io/docs/query-builder/select-query-builder
import express from "express";
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity()
class Order {
  @PrimaryGeneratedColumn() id: number;
  @Column() state: string;
}

const source = new DataSource({ type: "postgres", entities: [Order] });
const app = express();

app.get("/orders/:id", async (req, res) => {
  const query = source.getRepository(Order).createQueryBuilder("order");
  query.where("order.id = :id", { id: req.params.id });
  res.json(await query.getOne()); // effect: read postgres Order, read, safe
});

app.get("/orders", async (req, res) => {
  const query = source.getRepository(Order).createQueryBuilder("order");
  if (req.query.state) query.andWhere("order.state = :state", { state: req.query.state }); // effect: read postgres Order, read, safe
  res.json(await query.getMany()); // effect: read postgres Order, read, safe
});
