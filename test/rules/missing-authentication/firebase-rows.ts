// A row of Firestore tells nothing of who is calling, though the same package signs people in.

// file: src/firebase.js
const admin = require("firebase-admin");
admin.initializeApp();
module.exports = { admin, db: admin.firestore() };

// file: src/guards.js
const { admin } = require("./firebase");

exports.signedIn = async (req, res, next) => {
  try {
    req.user = await admin.auth().verifyIdToken(req.headers.authorization.split(" ")[1]);
    next();
  } catch {
    res.status(401).send({});
  }
};

// file: src/app.js
const express = require("express");
const { db } = require("./firebase");
const { signedIn } = require("./guards");

const app = express();
const STATES = new Set(["open", "done"]);

const setStates = async (ids, state) => {
  if (!STATES.has(state)) throw new Error("no such state");
  for (const id of ids.filter(Boolean).map(String)) await db.collection("dishes").doc(id).update({ state });
};

app.patch("/meals/:id/serve", async (req, res) => { // expect: missing-authentication
  const meal = await db.collection("meals").doc(req.params.id).get();
  if (!meal.exists) return res.status(404).send({});
  await db.collection("meals").doc(req.params.id).update({ served: true });
  res.send({});
});
app.patch("/meals/:id/dishes", async (req, res) => { // expect: missing-authentication
  const { ids, state } = req.body;
  await setStates(ids, state);
  res.send({});
});
app.delete("/meals/:id", signedIn, async (req, res) => {
  const meal = await db.collection("meals").doc(req.params.id).get();
  if (!meal.exists) return res.status(404).send({});
  await db.collection("meals").doc(req.params.id).delete(); // silent: asked first
  res.send({});
});

// file: package.json
{ "dependencies": { "express": "5", "firebase-admin": "13" } }
