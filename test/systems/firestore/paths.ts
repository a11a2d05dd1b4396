// An application of firebase-admin that was made before, or is made now; documents by their whole path.
import express from "express";
import admin from "firebase-admin";

class Firebase {
  constructor() {
    if (admin.apps.length) this.app = admin.app();
    else this.app = admin.initializeApp({});
  }
  store() {
    return this.app.firestore();
  }
}

const db = new Firebase().store();
const app = express();

app.put("/rooms/:id", async (req, res) => {
  await db.doc(`rooms/${req.params.id}`).update({ open: true }); // effect: write firestore rooms, set
  await db.doc(`rooms/${req.params.id}/guests/${req.body.guest}`).delete(); // effect: write firestore guests, delete
  await db.collection(`rooms/${req.params.id}/messages`).add({ text: req.body.text }); // effect: write firestore messages, insert
  await db.collection("rooms").doc().set({ open: true }); // effect: write firestore rooms, insert
  res.json({});
});
