// file: src/app.ts
import express from "express";
import knex from "knex";
import { PrismaClient, Prisma } from "@prisma/client";
import { Pool } from "pg";
import { QueryTypes, Sequelize } from "sequelize";

const app = express();
const db = knex({ client: "pg" });
const prisma = new PrismaClient();
const pool = new Pool();
const sequelize = new Sequelize("");

app.get("/raw", async (req, res) => {
  res.json(await db("users").whereRaw(`email = '${req.query.email}'`).select()); // expect: injection
});
app.get("/order", async (req, res) => {
  res.json(await db("users").orderByRaw(req.query.sort)); // expect: injection
});
app.get("/unsafe", async (req, res) => {
  res.json(await prisma.$queryRawUnsafe(`SELECT id FROM users WHERE email = '${req.query.email}'`)); // expect: injection
});
app.get("/present", async (req, res) => {
  if (!req.query.q) return res.sendStatus(400);
  res.json(await sequelize.query(`SELECT id FROM items WHERE name LIKE '%${req.query.q}%'`, { type: QueryTypes.SELECT })); // expect: injection
});
app.get("/cut", async (req, res) => {
  let q = req.query.q === "undefined" ? "" : (req.query.q ?? "");
  q = q.length <= 200 ? q : q.substring(0, 200);
  res.json(await sequelize.query(`SELECT id FROM items WHERE name LIKE '%${q}%'`)); // expect: injection
});
app.get("/list", async (req, res) => {
  res.json(await pool.query(`SELECT id FROM users WHERE id IN (${req.query.ids.split(",").join(",")})`)); // expect: injection
});
app.get("/object", async (req, res) => {
  res.json(await pool.query({ text: `SELECT id FROM users WHERE id = ${req.params.id}` })); // expect: injection
});

app.get("/raw/parameter", async (req, res) => {
  res.json(await db("users").whereRaw("email = ?", [req.query.email]).select()); // silent: a parameter
});
app.get("/builder", async (req, res) => {
  res.json(await db("users").where({ email: req.query.email }).orderBy(req.query.sort)); // silent: the builder quotes names and values
});
app.get("/tagged", async (req, res) => {
  res.json(await prisma.$queryRaw`SELECT id FROM users WHERE email = ${req.query.email}`); // silent: the tag hands it over apart
});
app.get("/cleaned", async (req, res) => {
  const column = req.query.sort.replace(/[^a-z_]/g, "");
  res.json(await pool.query(`SELECT id FROM users ORDER BY ${column}`)); // silent: nothing but letters is left
});
app.get("/matched", async (req, res) => {
  if (!/^[a-z]+$/.test(req.query.sort)) return res.sendStatus(400);
  res.json(await pool.query(`SELECT id FROM users ORDER BY ${req.query.sort}`)); // silent: a pattern was asked
});
app.get("/mapped", async (req, res) => {
  const column = { name: "name", date: "created_at" }[req.query.sort] ?? "id";
  res.json(await pool.query(`SELECT id FROM users ORDER BY ${column}`)); // silent: a name of the code
});
app.get("/numbers", async (req, res) => {
  const ids = req.query.ids.split(",").map((id) => Number.parseInt(id, 10));
  res.json(await pool.query(`SELECT id FROM users WHERE id IN (${ids.join(",")})`)); // silent: numbers
});
app.get("/switched", async (req, res) => {
  switch (req.query.sort) {
    case "name":
      return res.json(await pool.query(`SELECT id FROM users ORDER BY ${req.query.sort}`)); // silent: one of the cases
  }
  res.sendStatus(400);
});
app.get("/replaced", async (req, res) => {
  res.json(await sequelize.query("SELECT id FROM items WHERE name = :name", { replacements: { name: req.query.q } })); // silent: a parameter
});
app.get("/stored", async (req, res) => {
  const { rows } = await pool.query("SELECT name FROM tables WHERE id = $1", [req.params.id]);
  res.json(await pool.query(`SELECT count(*) FROM ${rows[0].name}`)); // silent: a name of the database's own
});
// file: src/typeorm.ts
import express from "express";
import { DataSource } from "typeorm";
import { Item } from "./item";

const app = express();
const source = new DataSource({ type: "postgres" });
const items = source.getRepository(Item);

app.get("/items", async (req, res) => {
  res.json(await items.createQueryBuilder("item").where(`item.name = '${req.query.name}'`).getMany()); // expect: injection
});
app.get("/items/parameter", async (req, res) => {
  res.json(await items.createQueryBuilder("item").where("item.name = :name", { name: req.query.name }).getMany()); // silent: a parameter
});
app.get("/items/find", async (req, res) => {
  res.json(await items.findOne({ where: { name: req.query.name } })); // silent: TypeORM compares with the value
});
// file: src/item.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
@Entity("items")
export class Item {
  @PrimaryGeneratedColumn() id: number;
  @Column() name: string;
}
