// The role that a route lists stands beside checks of the account's standing: those let everybody else through, and name no role.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Account = mongoose.model("Account", new mongoose.Schema({ number: String, role: String, status: String, isDeleted: Boolean, password: String }));
const Order = mongoose.model("Order", new mongoose.Schema({ orderId: String, customer: String, address: String, total: Number }));

function auth(...roles: string[]) {
  return async (req: any, res: express.Response, next: express.NextFunction) => {
    const token = req.headers.authorization;
    if (!token) return res.status(401).end();
    const { role, number } = jwt.verify(token, process.env.SECRET!) as { role: string; number: string };
    const account = await Account.findOne({ number, role });
    if (!account) return res.status(401).end();
    if (account.isDeleted) return res.status(401).end();
    if (account.status === "BLOCKED") return res.status(403).end();
    const isSuper = role === "SUPER_ADMIN";
    if (!isSuper && roles.length > 0 && !roles.includes(role)) return res.status(403).end();
    req.user = { number, role };
    next();
  };
}

const app = express();
app.get("/orders", auth("CUSTOMER"), async (req: any, res) => {
  res.json(await Order.find({ customer: req.user.number }));
});
app.get("/orders/:orderId", auth("ADMIN", "CUSTOMER"), async (req, res) => {
  res.json(await Order.findOne({ orderId: req.params.orderId })); // expect: unowned-object
});
app.get("/orders/:orderId/own", auth("CUSTOMER"), async (req: any, res) => {
  res.json(await Order.findOne({ orderId: req.params.orderId, customer: req.user.number })); // silent: the customer's own
});
app.get("/orders/:orderId/any", auth("ADMIN"), async (req, res) => {
  res.json(await Order.findOne({ orderId: req.params.orderId })); // silent: administrators see all of them
});
app.delete("/orders/:orderId", auth("ADMIN", "CUSTOMER"), async (req: any, res) => {
  if (req.user.role === "CUSTOMER" && !req.user.isPartner) return res.status(403).end();
  await Order.deleteOne({ orderId: req.params.orderId }); // silent: which customers pass is not known
  res.status(204).end();
});
app.listen(3000);
