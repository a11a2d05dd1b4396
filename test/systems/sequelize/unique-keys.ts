// file: src/payment.ts
import { DataTypes, Sequelize } from "sequelize";

export const sequelize = new Sequelize("postgres://localhost/shop", { dialect: "postgres" });

export const Payment = sequelize.define(
  "Payment",
  { provider: DataTypes.STRING, reference: { type: DataTypes.STRING, field: "ref" }, note: DataTypes.STRING },
  { indexes: [{ unique: true, fields: ["provider", "reference"] }] },
);
// file: src/app.ts
import express from "express";
import { Payment } from "./payment";

const app = express();

app.post("/payments", async (req, res) => {
  await Payment.create({ provider: "p", reference: req.body.reference }); // effect: write postgres Payment, insert, safe
  res.end();
});

app.post("/notes", async (req, res) => {
  await Payment.create({ note: req.body.note }); // effect: write postgres Payment, insert, unsafe
  res.end();
});
