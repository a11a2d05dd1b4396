// The members of the app that `initializeApp` gives. https://firebase.google.com/docs/reference/admin/node/firebase-admin.app.app
// file: src/firebase.ts
import admin from "firebase-admin";
export const firebase = admin.initializeApp({ credential: admin.credential.applicationDefault() });

// file: src/server.ts
import express from "express";
import admin from "firebase-admin";
import { firebase } from "./firebase";

const app = express();

app.post("/orders", async (req, res) => {
  const { uid } = await firebase.auth().verifyIdToken(req.headers.authorization ?? ""); // guard: authentication firebase.auth().verifyIdToken
  await firebase.firestore().collection("orders").add({ uid }); // effect: write firestore orders, insert
  await admin.app().firestore().collection("orders").get(); // effect: read firestore orders, read
  await firebase.messaging().send({ token: req.body.token }); // effect: call push, send
  await firebase.storage().bucket("bills").file(uid).save("paid"); // effect: write google-cloud-storage bills, set
  res.sendStatus(201);
});
