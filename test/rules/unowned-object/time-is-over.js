// What was held too long is free again for everybody, whoever asks for it.
const express = require("express");
const mongoose = require("mongoose");

const Seat = mongoose.model("Seat", new mongoose.Schema({ id: Number, show_id: Number, user_id: Number, state: String, held_until: Date }));
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/shows/:showId/clear", async (req, res) => { // silent: rows whose time is over, and what the code alone says
  await Seat.updateMany({ show_id: req.params.showId, held_until: { $lt: new Date() } }, { $set: { state: "free", user_id: null, held_until: null } });
  res.end();
});
app.post("/shows/:showId/cancel", async (req, res) => {
  await Seat.updateMany({ show_id: req.params.showId, created_at: { $lte: new Date() } }, { $set: { state: "cancelled" } }); // expect: unowned-object
  res.end();
});
app.post("/shows/:showId/free", async (req, res) => {
  await Seat.updateMany({ show_id: req.params.showId, state: "held" }, { $set: { state: "free", user_id: null } }); // expect: unowned-object
  res.end();
});
app.get("/my-seats", async (req, res) => {
  res.json(await Seat.find({ user_id: req.user.id }));
});

app.listen(3000);
