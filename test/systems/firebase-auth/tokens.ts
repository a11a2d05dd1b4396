import express from "express";
import admin from "firebase-admin";

const app = express();

app.delete("/users/:id", async (req, res) => {
  await admin.auth().verifyIdToken(String(req.headers.authorization)); // guard: authentication admin.auth().verifyIdToken
  await admin.auth().deleteUser(req.params.id); // effect: write firebase-auth users, delete
  await admin.firestore().collection("users").doc(req.params.id).delete(); // effect: write firestore users, delete
  res.end();
});
