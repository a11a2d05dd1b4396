import express from "express";
import { child, get, getDatabase, push, ref, remove, set, update } from "firebase/database";

const db = getDatabase();
const app = express();

app.put("/users/:id", async (req, res) => {
  const found = await get(child(ref(db), `users/${req.params.id}`)); // effect: read firebase-database users, read
  await set(ref(db, `users/${req.params.id}`), { name: req.body.name }); // effect: write firebase-database users, upsert
  await update(ref(db, `users/${req.params.id}`), { name: req.body.name }); // effect: write firebase-database users, set
  await push(ref(db, "visits"), { at: 1 }); // effect: write firebase-database visits, insert
  await set(push(ref(db, "visits")), { at: 2 }); // effect: write firebase-database visits, insert
  await remove(ref(db, `users/${req.params.id}`)); // effect: write firebase-database users, delete
  res.json(found.val());
});
