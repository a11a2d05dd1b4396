import * as admin from "firebase-admin";
import express from "express";

const db = admin.firestore();
const app = express();

app.post("/hubs", async (req, res) => {
  const id = db.collection("hubs").doc().id;
  await db.collection("hubs").doc(id).set({ id, name: req.body.name }); // expect: unguarded-create
  res.end();
});

app.put("/hubs/:id", async (req, res) => {
  await db.collection("hubs").doc(req.params.id).set({ name: req.body.name }); // silent: one document by its id
  res.end();
});
