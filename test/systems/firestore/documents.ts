import express from "express";
import { FieldValue, getFirestore } from "firebase-admin/firestore";

const db = getFirestore();
const app = express();

app.post("/orders/:id", async (req, res) => {
  const snapshot = await db.collection("orders").doc(req.params.id).get(); // effect: read firestore orders, read
  await snapshot.ref.update({ seen: true }); // effect: write firestore orders, set
  await db.collection("orders").add({ total: 5 }); // effect: write firestore orders, insert
  await db.collection("orders").doc(req.params.id).set({ total: 6 }, { merge: true }); // effect: write firestore orders, upsert
  await db.collection("orders").doc().set({ total: 7 }); // effect: write firestore orders, insert
  const ref = db.collection("counters").doc("a");
  await ref.update({ n: FieldValue.increment(1) }); // effect: write firestore counters, increment
  await ref.create({ n: 1 }); // effect: write firestore counters, upsert
  await ref.delete(); // effect: write firestore counters, delete
  await db.collection("orders").where("owner", "==", req.body.owner).get(); // effect: read firestore orders, read
  await db.runTransaction(async (tx) => {
    await tx.get(ref); // effect: read firestore counters, read
    tx.update(ref, { n: 2 }); // effect: write firestore counters, set
  });
  const batch = db.batch();
  batch.set(ref, { n: 3 }); // effect: write firestore counters, upsert
  await batch.commit();
  res.json(snapshot.data());
});
