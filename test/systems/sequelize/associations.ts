// https://sequelize.org/docs/v6/core-concepts/assocs/#special-methodsmixins-added-to-instances
// file: models.ts
import { DataTypes, Sequelize } from "sequelize";

export const db = new Sequelize("postgres://localhost/shop");
export const User = db.define("User", { email: { type: DataTypes.STRING, unique: true } });
export const Order = db.define("Order", { total: DataTypes.INTEGER });
export const Item = db.define("Item", { sku: DataTypes.STRING }, { indexes: [{ unique: true, fields: ["orderId", "sku"] }] });
export const Team = db.define("Team", { name: DataTypes.STRING });
export const Membership = db.define("Membership", { role: DataTypes.STRING });
export const Company = db.define("Company", { name: DataTypes.STRING });

// file: associations.ts
import { Company, Item, Membership, Order, Team, User } from "./models.ts";

User.hasMany(Order, { foreignKey: "buyerId" });
Order.belongsTo(User, { foreignKey: "buyerId", as: "buyer" });
Order.hasMany(Item, { as: "lines", foreignKey: "orderId" });
Item.belongsTo(Order, { foreignKey: "orderId" });
User.belongsToMany(Team, { through: Membership });
Team.belongsToMany(User, { through: Membership, as: "members" });
Company.hasMany(User);

// file: app.ts
import express from "express";
import "./associations.ts";
import { Company, Order, Team, User } from "./models.ts";

const app = express();

app.post("/users/:id/orders", async (req, res) => {
  const user = await User.findByPk(req.params.id); // effect: read postgres User, read
  const order = await user.createOrder({ total: req.body.total }); // effect: write postgres Order, insert, unsafe
  await order.createLine({ sku: req.body.sku }); // effect: write postgres Item, insert, unsafe
  await order.setBuyer(user); // effect: write postgres Order, set, safe
  res.json(await user.getOrders()); // effect: read postgres Order, read
});

app.put("/orders/:id", async (req, res) => {
  const order = await Order.findByPk(req.params.id, { include: "lines" }); // effect: read postgres Order, read
  await order.createLine({ sku: req.body.sku }); // effect: write postgres Item, insert, safe
  await order.setLines([]); // effect: write postgres Item, set, safe
  const [line] = await order.getLines({ where: { sku: "old" } }); // effect: read postgres Item, read
  await line.destroy(); // effect: write postgres Item, delete
  await order.lines[0].update({ sku: "new" }); // effect: write postgres Item, set
  order.setDataValue("total", 5);
  res.json(await order.countLines()); // effect: read postgres Item, read
});

app.put("/teams/:id/members", async (req, res) => {
  const team = await Team.findByPk(req.params.id); // effect: read postgres Team, read
  await team.addMember(req.body.userId); // effect: write postgres Membership, upsert, safe
  await team.addMembers(req.body.userIds); // effect: write postgres Membership, upsert, safe
  await team.setMembers(req.body.userIds); // effect: write postgres Membership, set, safe
  await team.removeMember(req.body.userId); // effect: write postgres Membership, delete
  // effect: write postgres User, insert, unsafe
  // effect: write postgres Membership, insert, unsafe
  await team.createMember({ email: null });
  const company = await Company.findByPk(req.body.companyId); // effect: read postgres Company, read
  await company.addUser(req.body.userId); // effect: write postgres User, set, safe
  res.json(await team.hasMember(req.body.userId)); // effect: read postgres User, read
});
