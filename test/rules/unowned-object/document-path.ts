// A document that lies in one of the caller's, or in somebody else's.
import express from "express";
import admin from "firebase-admin";
import jwt from "jsonwebtoken";

const app = express();
const db = admin.initializeApp().firestore();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
  } catch {
    return res.status(401).end();
  }
  next();
});

app.get("/orders/:id", async (req, res) => {
  // silent: the path leads through the caller's own document
  res.json((await db.doc(`users/${req.user.id}/orders/${req.params.id}`).get()).data());
});

app.delete("/orders/:id", async (req, res) => {
  // silent: the same, step by step
  await db.collection("users").doc(req.user.id).collection("orders").doc(req.params.id).delete();
  res.json({});
});

app.delete("/users/:user/orders/:id", async (req, res) => {
  await db.doc(`users/${req.params.user}/orders/${req.params.id}`).delete(); // expect: unowned-object
  res.json({});
});
