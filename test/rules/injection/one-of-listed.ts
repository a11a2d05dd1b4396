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
app.listen(3000);
