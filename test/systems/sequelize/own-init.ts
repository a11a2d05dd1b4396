// https://sequelize.org/docs/v6/core-concepts/model-basics/#extending-model: `init` gives the class that it registers

// file: models/user.js
import { Model } from "sequelize";

export default class User extends Model {
  static init(sequelize, DataTypes) {
    return super.init({ name: { type: DataTypes.STRING } }, { sequelize, tableName: "users" });
  }
}

// file: models/index.js
import Sequelize, { DataTypes } from "sequelize";
import User from "./user";

const sequelize = new Sequelize(process.env.DATABASE_URL);
const models = { User: User.init(sequelize, DataTypes) };
export default { ...models, sequelize };

// file: app.js
import express from "express";
import db from "./models";

const { User } = db;
const app = express();
app.get("/users", async (req, res) => {
  res.json(await User.findAll()); // effect: read database User
});
app.post("/users", async (req, res) => {
  res.json(await db.User.create({ name: req.body.name })); // effect: write database User
});
app.listen(3000);
