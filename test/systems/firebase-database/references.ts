import express from "express";
import admin from "firebase-admin";

const db = admin.database();
const app = express();

app.post("/chats/:id", async (req, res) => {
  const chat = db.ref(`chats/${req.params.id}`);
  const found = await chat.once("value"); // effect: read firebase-database chats, read
  await chat.child("messages").push({ text: req.body.text }); // effect: write firebase-database chats, insert
  await chat.update({ seen: true }); // effect: write firebase-database chats, set
  await chat.child("likes").transaction((likes) => (likes || 0) + 1); // effect: write firebase-database chats, increment
  await chat.update({ count: admin.database.ServerValue.increment(1) }); // effect: write firebase-database chats, increment
  const fresh = db.ref("orders").push();
  await fresh.set({ total: 5 }); // effect: write firebase-database orders, insert
  await db.ref("orders/" + req.body.order).set({ total: 6 }); // effect: write firebase-database orders, upsert
  await db.ref("orders").child(req.body.order).remove(); // effect: write firebase-database orders, delete
  await db.ref("orders").orderByChild("owner").equalTo(req.body.owner).get(); // effect: read firebase-database orders, read
  res.json(found.val());
});
