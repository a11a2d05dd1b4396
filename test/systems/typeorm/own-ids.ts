import express from "express";
import { customAlphabet } from "nanoid";
import { Column, DataSource, Entity, PrimaryColumn } from "typeorm";
import { monotonicFactory } from "ulid";

@Entity()
class Paper {
  @PrimaryColumn() id!: string;
  @Column() text!: string;
}

const newId = customAlphabet("0123456789abcdef", 21);
const nextId = monotonicFactory();
const papers = new DataSource({ type: "postgres" }).getRepository(Paper);

const app = express();
app.post("/papers", async (req, res) => {
  await papers.save({ id: newId(), text: req.body.text }); // effect: write postgres Paper, insert, unsafe
  res.end();
});
app.post("/papers/next", async (req, res) => {
  await papers.save({ id: nextId(), text: req.body.text }); // effect: write postgres Paper, insert, unsafe
  res.end();
});
app.put("/papers/:id", async (req, res) => {
  await papers.save({ id: req.params.id, text: req.body.text }); // effect: write postgres Paper, upsert, safe
  res.end();
});
