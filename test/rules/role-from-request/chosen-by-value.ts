import bcrypt from "bcrypt";
import express from "express";
import { Sequelize, DataTypes } from "sequelize";

const sequelize = new Sequelize(process.env["DATABASE_URL"] as string);
const User = sequelize.define("User", { email: { type: DataTypes.STRING, unique: true }, password: DataTypes.STRING, userType: DataTypes.STRING });
const AdminUser = sequelize.define("AdminUser", { email: { type: DataTypes.STRING, unique: true }, password: DataTypes.STRING });
const Buyer = sequelize.define("Buyer", { email: { type: DataTypes.STRING, unique: true }, password: DataTypes.STRING, accountType: DataTypes.STRING });
const app = express();
app.use(express.json());

app.delete("/books/:id", async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  const user = await User.findByPk(req.user.id);
  if (user.userType !== "ADMIN") return res.sendStatus(403);
  await sequelize.models.Book.destroy({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// Which table the account goes into, the request says.
app.post("/sign-up", async (req, res) => {
  const { email, password, userType } = req.body;
  const hash = await bcrypt.hash(password, 12);
  if (userType === "ADMIN") {
    await AdminUser.create({ email, password: hash }); // expect: role-from-request
  } else {
    await User.create({ email, password: hash });
  }
  res.sendStatus(201);
});

app.post("/sign-up/type", async (req, res) => {
  const { email, password, userType } = req.body;
  await User.create({ email, password: await bcrypt.hash(password, 12), userType: userType || "READER" }); // expect: role-from-request
  res.sendStatus(201);
});

app.post("/sign-up/flag", async (req, res) => {
  const { email, password } = req.body;
  const userType = req.body.userType === "ADMIN" ? "ADMIN" : "READER";
  await User.create({ email, password: await bcrypt.hash(password, 12), userType }); // expect: role-from-request
  res.sendStatus(201);
});

app.post("/sign-up/company", async (req, res) => {
  const { email, password, accountType } = req.body;
  await Buyer.create({ email, password: await bcrypt.hash(password, 12), accountType }); // silent: a person or a company, nothing asks an administrator's
  res.sendStatus(201);
});

app.post("/sign-up/limited", async (req, res) => {
  const { email, password, userType } = req.body;
  if (userType === "ADMIN") return res.status(403).json({ error: "no" });
  await User.create({ email, password: await bcrypt.hash(password, 12), userType }); // silent: that one is refused
  res.sendStatus(201);
});
