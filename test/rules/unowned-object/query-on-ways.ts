// A query that is limited on one way only may be limited here or not.
import express from "express";
import jwt from "jsonwebtoken";
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity()
class Order {
  @PrimaryGeneratedColumn() id: number;
  @Column() userId: number;
  @Column() shopId: number;
}

const orders = new DataSource({ type: "postgres", entities: [Order] }).getRepository(Order);
const app = express();
app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  next();
});

app.get("/orders", async (req, res) => {
  res.json(await orders.find({ where: { userId: req.user.id } }));
});
app.get("/orders/search", async (req, res) => { // silent: who is no administrator sees their own
  const query = orders.createQueryBuilder("o");
  query.where("o.shopId = :shop", { shop: req.query.shop });
  if (!req.user.isAdmin) {
    query.andWhere("o.userId = :user", { user: req.user.id });
  }
  res.json(await query.getMany());
});
app.get("/orders/of/:id", async (req, res) => {
  const query = orders.createQueryBuilder("o");
  query.where("o.id = :id", { id: req.params.id });
  res.json(await query.getOne()); // expect: unowned-object
});
