import express from "express";
import { DataTypes, Sequelize } from "sequelize";

const app = express();
const sequelize = new Sequelize(process.env.DATABASE_URL ?? "");
const Account = sequelize.define("accounts", { name: DataTypes.STRING });
const Member = sequelize.define("members", { account: DataTypes.INTEGER });

app.post("/accounts", async (req, res) => {
  const { transaction } = res.locals;
  const account = await Account.create({ name: req.body.name }, { transaction });
  await Member.create({ account: account.id }, { transaction }); // silent: both are told the transaction
  res.end();
});
app.post("/loose-accounts", async (req, res) => {
  const { transaction } = res.locals;
  const account = await Account.create({ name: req.body.name }, { transaction });
  await Member.create({ account: account.id }); // expect: writes-without-transaction
  res.end();
});
