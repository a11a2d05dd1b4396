import express from "express";
import { getFirestore } from "firebase-admin/firestore";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const db = getFirestore();

app.post("/cars/:id/trips", async (req, res) => {
  const car = await prisma.car.findUniqueOrThrow({ where: { id: req.params.id } });
  await prisma.car.update({ where: { id: car.id }, data: { trips: car.trips + 1 } }); // expect: read-modify-write
  // ~ computes "trips"
  res.sendStatus(204);
});

app.post("/parts/:id/take", async (req, res) => { // silent: the transaction runs again when the document has changed
  const ref = db.collection("parts").doc(req.params.id);
  await db.runTransaction(async (tx) => {
    const part = (await tx.get(ref)).data();
    if (part?.takenBy === req.body.by) return;
    tx.update(ref, { stock: part?.stock - 1, takenBy: req.body.by });
  });
  res.sendStatus(204);
});
