import express from "express";
import { cert, initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";

initializeApp({ credential: cert(process.env.CERT) });
const db = getFirestore();
const app = express();
app.use(express.json());

app.use(async (req, res, next) => {
  const token = req.headers.authorization?.split(" ")[1];
  if (!token) return res.sendStatus(401);
  req.user = await getAuth().verifyIdToken(token);
  next();
});

app.delete("/users/:id", async (req, res) => {
  await db.collection("users").doc(req.params.id).delete(); // expect: unowned-object
  res.sendStatus(204);
});
app.delete("/me", async (req, res) => {
  await db.collection("users").doc(req.user.uid).delete(); // silent: the caller's own
  res.sendStatus(204);
});
app.delete("/themes/:id", async (req, res) => {
  await db.collection("themes").doc(req.params.id).delete(); // silent: nobody's
  res.sendStatus(204);
});
