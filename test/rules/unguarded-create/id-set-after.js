// The id is set after the object was made: what is stored under it is another row at every call.
const express = require("express");
const mongoose = require("mongoose");
const { v4: uuid } = require("uuid");

const Row = mongoose.model("Row", new mongoose.Schema({ id: String, title: String }));
class Booking {
  constructor(given) {
    this.id = given.id;
    this.title = given.title;
  }
}
const store = (booking) => Row.updateOne({ id: booking.id }, booking, { upsert: true }); // expect: unguarded-create

const app = express();
app.use(express.json());
app.put("/bookings/new", async (req, res) => {
  const booking = new Booking(req.body);
  booking.id = uuid();
  await store(booking);
  res.end();
});
app.put("/bookings/same", async (req, res) => { // silent: the same row again
  const booking = new Booking(req.body);
  booking.title = "kept";
  await store(booking);
  res.end();
});
app.listen(3000);
