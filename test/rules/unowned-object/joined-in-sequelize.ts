/** A condition on what is included finds only rows that stand below the caller's own. */
import express from "express";
import jwt from "jsonwebtoken";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize("mysql://db/shop");
const Booking = sequelize.define("Booking", { userId: DataTypes.INTEGER, day: DataTypes.DATE });
const Invoice = sequelize.define("Invoice", { bookingId: DataTypes.INTEGER, total: DataTypes.INTEGER });
Invoice.belongsTo(Booking, { as: "booking", foreignKey: "bookingId" });

const app = express();
app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
});

app.post("/bookings", async (req, res) => {
  res.json(await Booking.create({ userId: req.user.id, day: req.body.day }));
});
app.get("/bookings", async (req, res) => {
  res.json(await Booking.findAll({ where: { userId: req.user.id } }));
});
app.get("/my-invoices/:bookingId", async (req, res) => {
  const invoice = await Invoice.findOne({
    where: { bookingId: req.params.bookingId },
    include: [{ association: "booking", where: { userId: req.user.id } }],
  });
  res.json(invoice); // silent: the booking of the invoice must be the caller's
});
app.get("/invoices/:bookingId", async (req, res) => {
  const invoice = await Invoice.findOne({ // expect: unowned-object
    where: { bookingId: req.params.bookingId },
    include: [{ association: "booking", required: false, where: { userId: req.user.id } }],
  });
  res.json(invoice);
});
