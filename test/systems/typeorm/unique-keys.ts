// file: src/payment.ts
import { Column, Entity, PrimaryGeneratedColumn, Unique } from "typeorm";

@Entity()
@Unique(["provider", "reference"])
export class Payment {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column() provider!: string;
  @Column() reference!: string;
  @Column({ nullable: true }) note?: string;
}
// file: src/app.ts
import express from "express";
import { DataSource } from "typeorm";
import { Payment } from "./payment";

const data = new DataSource({ type: "mysql" });
const app = express();

app.post("/payments", async (req, res) => {
  await data.getRepository(Payment).insert({ provider: "p", reference: req.body.reference }); // effect: write mysql Payment, insert, safe
  res.end();
});

app.post("/notes", async (req, res) => {
  await data.getRepository(Payment).insert({ note: req.body.note }); // effect: write mysql Payment, insert, unsafe
  res.end();
});
