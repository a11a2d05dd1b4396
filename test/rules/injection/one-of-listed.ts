// A branch that asks whether the name is one of a list puts one of its words into the text.
import express from "express";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize("sqlite::memory:");
const Book = sequelize.define("Book", { title: DataTypes.STRING });
const app = express();

function conditionOf(group: string) {
  if (["genres", "tags"].includes(group)) return Sequelize.literal(`(SELECT count(*) FROM json_each(${group}))`);
  return undefined;
}

function looseConditionOf(group: string) {
  if (group.length < 40) return Sequelize.literal(`(SELECT count(*) FROM json_each(${group}))`);
  return undefined;
}

app.get("/books", async (req, res) => {
  res.json(await Book.findAll({ where: conditionOf(String(req.query.group)) }));
});
app.get("/loose-books", async (req, res) => {
  res.json(await Book.findAll({ where: looseConditionOf(String(req.query.group)) })); // expect: injection
});
app.get("/sorted-books", async (req, res) => {
  let by = String(req.query.by || "title");
  if (!["title", "year"].includes(by)) by = "title";
  let order = (req.query.order as string) || "asc";
  order = order.toUpperCase();
  if (!["ASC", "DESC"].includes(order)) order = "ASC";
  res.json(await sequelize.query(`SELECT * FROM books ORDER BY ${by} ${order}`));
});
app.get("/chosen-books", async (req, res) => {
  const order = ["ASC", "DESC"].includes(req.query.order as string) ? req.query.order : "ASC";
  res.json(await sequelize.query(`SELECT * FROM books ORDER BY title ${order}`));
});
app.get("/columns-of-a-set", async (req, res) => {
  let by = req.query.by as string;
  if (!new Set(["title", "year"]).has(by)) by = "title";
  res.json(await sequelize.query(`SELECT * FROM books ORDER BY ${by}`));
});
app.get("/said-books", async (req, res) => {
  let by = req.query.by as string;
  if (!by) by = "title";
  res.json(await sequelize.query(`SELECT * FROM books ORDER BY ${by}`)); // expect: injection
});
app.listen(3000);
