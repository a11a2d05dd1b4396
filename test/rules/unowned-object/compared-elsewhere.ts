import express from "express";
import jwt from "jsonwebtoken";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL);
const User = sequelize.define("Users", { email: DataTypes.STRING, passwordHash: DataTypes.STRING });
const Contract = sequelize.define("Contracts", {
  id: { type: DataTypes.UUID, primaryKey: true },
  sellerId: { type: DataTypes.UUID },
  total: DataTypes.FLOAT,
});
const Note = sequelize.define("Notes", { id: { type: DataTypes.UUID, primaryKey: true }, text: DataTypes.STRING });
// Whose a contract is stands in the association alone.
Contract.associate = (models) => {
  Contract.belongsTo(models.Users, { foreignKey: "sellerId", as: "seller" });
};

const calls = new Map();
const app = express();
app.use(express.json());
// Who calls too often is refused, whoever it is.
app.use((req, res, next) => {
  const known = calls.get(req.ip);
  if (!known) {
    calls.set(req.ip, { count: 1 });
    return next();
  }
  if (known.count > 100) return res.status(429).json({ message: "slow down" });
  known.count++;
  next();
});
app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  next();
});

app.get("/contracts", async (_req, res) => {
  res.json(await Contract.findAll({}));
});
app.get("/contracts/:id", async (req, res) => {
  res.json(await Contract.findByPk(req.params.id)); // expect: unowned-object
});
app.get("/contracts/of/:sellerId", async (req, res) => {
  res.json(await Contract.findAll({ where: { sellerId: req.params.sellerId } })); // expect: unowned-object
});
app.put("/contracts/:id", async (req, res) => {
  const contract = await Contract.findByPk(req.params.id);
  if (!contract) return res.sendStatus(404);
  if (contract.sellerId !== req.user.id && req.user.role !== "admin") return res.sendStatus(403);
  await Contract.update({ total: req.body.total }, { where: { id: req.params.id } });
  res.sendStatus(204);
});
app.post("/contracts", async (req, res) => {
  res.json(await Contract.create({ sellerId: req.body.sellerId || req.user.id, total: req.body.total })); // expect: unowned-object
});
app.get("/notes/:id", async (req, res) => {
  res.json(await Note.findByPk(req.params.id)); // silent: nobody's
});

app.listen(3000);
