// A repository asks the connection for its model by the name of the class; a filter is given, further options are left out.
// https://sequelize.org/docs/v6/core-concepts/model-basics/
import express from "express";
import { DataTypes, Model, Sequelize } from "sequelize";
import type { Transaction } from "sequelize/types";

class Bookmark extends Model {
  static initModel(db: Sequelize) {
    Bookmark.init({ id: { type: DataTypes.INTEGER, primaryKey: true } }, { sequelize: db });
  }
}

class Repository {
  protected model: any;
  constructor(model: any) {
    this.model = model;
  }
  async one(filter: object, options?: { transaction: Transaction }) {
    return this.model.findOne({ where: filter, ...options }); // effect: read postgres Bookmark
  }
}

class Bookmarks extends Repository {
  constructor(db: Sequelize) {
    super(db.models[Bookmark.name]);
  }
}

const db = new Sequelize("postgres://localhost/shop", { dialect: "postgres" });
Bookmark.initModel(db);
const bookmarks = new Bookmarks(db);
const app = express();
app.get("/bookmarks/:id", async (req, res) => {
  res.json(await bookmarks.one({ id: Number(req.params.id) }));
});
app.listen(3000);
