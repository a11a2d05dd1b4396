// Of the rows that were found, whoever calls is shown those that they may see; without a login, that is none.
const express = require("express");
const mongoose = require("mongoose");

const Member = mongoose.model("Member", new mongoose.Schema({ userId: String, tenantId: String }));
const Booking = mongoose.model("Booking", new mongoose.Schema({ code: String, userId: String, tenantId: String, email: String }));
const app = express();
app.use(express.json());
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

async function maySee(booking, userId) {
  const member = await Member.findOne({ userId, tenantId: booking.tenantId });
  return member !== null;
}

app.get("/bookings/of/:tenantId", async (req, res) => { // silent: each is asked for
  const bookings = await Booking.find({ tenantId: req.params.tenantId });
  const shown = [];
  for (const booking of bookings) {
    if (await maySee(booking, req.user.id)) shown.push(booking);
  }
  res.json(shown);
});

app.get("/bookings/all/:tenantId", async (req, res) => { // expect: missing-authentication
  const bookings = await Booking.find({ tenantId: req.params.tenantId });
  const shown = [];
  for (const booking of bookings) {
    if (await maySee(booking, req.user.id)) shown.push(booking);
  }
  res.json({ shown, bookings });
});

app.get("/bookings/plain/:tenantId", async (req, res) => { // expect: missing-authentication
  res.json(await Booking.find({ tenantId: req.params.tenantId }));
});

app.put("/mine", signedIn, async (req, res) => {
  res.json(await Booking.updateOne({ userId: req.user.id }, { email: req.body.email }));
});

app.get("/bookings/mine", signedIn, async (req, res) => {
  res.json(await Booking.find({ userId: req.user.id }));
});

app.listen(3000);
