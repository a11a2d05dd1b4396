import { DataSource } from "typeorm";
import { Order, Payment, Receipt, Review, User } from "./entities.ts";

export const dataSource = new DataSource({
  type: "postgres",
  url: process.env.DATABASE_URL!,
  entities: [User, Order, Payment, Receipt, Review],
  synchronize: true,
});
