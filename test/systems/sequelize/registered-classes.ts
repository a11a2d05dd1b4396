// A connection that is set later has its models by the names that their classes are registered under; static methods,
// methods of rows and what stands above them are run.
// https://sequelize.org/docs/v6/core-concepts/model-basics/#extending-model
import express from "express";
import { DataTypes, Model, Sequelize } from "sequelize";

class Shelf extends Model {
  static init(sequelize: Sequelize): any {
    return super.init({ title: DataTypes.STRING, size: DataTypes.INTEGER }, { sequelize, modelName: "bookShelf" });
  }
  static async byTitle(title: string) {
    return this.findOne({ where: { title } }); // effect: read sqlite bookShelf
  }
  static override async create(values: any): Promise<any> {
    return super.create({ ...values, size: 0 }); // effect: write sqlite bookShelf, insert
  }
  get isEmpty() {
    return (this as any).size === 0;
  }
  async rename(title: string) {
    (this as any).title = title;
    return this.save();
  }
  override async save(): Promise<any> {
    return super.save(); // effect: write sqlite bookShelf, set
  }
}

class Database {
  sequelize: any;
  constructor() {
    this.sequelize = null;
  }
  get models() {
    return this.sequelize?.models || {};
  }
  get shelves() {
    return this.models.bookShelf;
  }
  async connect() {
    this.sequelize = new Sequelize({ dialect: "sqlite", storage: "shop.sqlite" });
    Shelf.init(this.sequelize);
  }
}

const database = new Database();
const app = express();
app.post("/shelves", async (req, res) => {
  res.json(await database.shelves.create({ title: req.body.title }));
});
app.put("/shelves/:title", async (req, res) => {
  const shelf = await database.shelves.byTitle(req.params.title);
  if (!shelf) return res.sendStatus(404);
  await shelf.rename(req.body.title);
  res.end();
});
app.listen(3000);
