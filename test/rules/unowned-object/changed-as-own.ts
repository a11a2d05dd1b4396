// What was just changed as the caller's own is read again; a scope that is given the caller is a condition.
import express from "express";
import jwt from "jsonwebtoken";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize("postgres://localhost/haul");
const Parcel = sequelize.define("Parcel", { carrierId: DataTypes.INTEGER, state: DataTypes.STRING });
const app = express();
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(String(req.headers.authorization), process.env.TOKEN_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
});

app.post("/parcels", async (req, res) => {
  res.json(await Parcel.create({ carrierId: req.user.id, state: "new" }));
});
app.get("/parcels", async (req, res) => {
  res.json(await Parcel.findAll({ where: { carrierId: req.user.id } }));
});
app.post("/parcels/:id/pickup", async (req, res) => {
  const [count] = await Parcel.update({ state: "moving" }, { where: { id: req.params.id, carrierId: req.user.id } });
  if (!count) return res.sendStatus(404);
  res.json(await Parcel.findByPk(req.params.id)); // silent: it was the caller's own
});
app.get("/parcels/:id", async (req, res) => {
  res.json(await Parcel.scope({ method: ["visibleTo", req.user.id] }).findByPk(req.params.id)); // silent: the scope is given the caller
});
app.get("/parcels/:id/label", async (req, res) => {
  res.json(await Parcel.findByPk(req.params.id)); // expect: unowned-object
});
