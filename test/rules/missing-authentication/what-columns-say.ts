// file: models.js
const { Sequelize, DataTypes } = require("sequelize");
const sequelize = new Sequelize(process.env.DATABASE_URL);
exports.User = sequelize.define("User", { email: DataTypes.STRING, phone: DataTypes.STRING, password: DataTypes.STRING });
exports.Variant = sequelize.define("Variant", { barcode: DataTypes.STRING, price: DataTypes.INTEGER });
exports.Invite = sequelize.define("Invite", { inviteCode: DataTypes.STRING, team: DataTypes.INTEGER });
exports.Member = sequelize.define("Member", { team: DataTypes.INTEGER, name: DataTypes.STRING });
// file: app.js
const express = require("express");
const jwt = require("jsonwebtoken");
const { Invite, Member, User, Variant } = require("./models");

const app = express();
app.use(express.json());
const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
    next();
  } catch {
    res.sendStatus(401);
  }
};

// All but the password is left in.
app.get("/users", async (req, res) => { // expect: missing-authentication
  res.json(await User.findAll({ attributes: { exclude: ["password"] } }));
});
app.get("/joined", async (req, res) => {
  res.json(await User.findAll({ attributes: ["createdAt"] })); // silent: when people joined
});
// A bar code stands on the thing: nobody was given it in secret.
app.post("/variants", async (req, res) => { // expect: missing-authentication
  const known = await Variant.findOne({ where: { barcode: req.body.barcode } });
  if (known) return res.sendStatus(409);
  res.json(await Variant.create({ barcode: req.body.barcode, price: req.body.price }));
});
app.post("/join", async (req, res) => {
  const invite = await Invite.findOne({ where: { inviteCode: req.body.code } });
  if (!invite) return res.sendStatus(404);
  res.json(await Member.create({ team: invite.team, name: req.body.name })); // silent: the code is the credential
});
app.delete("/variants/:id", signedIn, async (req, res) => {
  await Variant.destroy({ where: { id: req.params.id } });
  res.sendStatus(204);
});
