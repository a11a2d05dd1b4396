// A state that is left on a way which ends there stops no repeat of what stands on the other one.
import express from "express";
import mongoose from "mongoose";
import nodemailer from "nodemailer";

const Offer = mongoose.model("Offer", new mongoose.Schema({ email: String, state: String, note: String, until: Date }));
const transport = nodemailer.createTransport({});
const app = express();
app.use(express.json());

async function closeWhereOver(offer) {
  if (offer.until.getTime() > Date.now()) return false;
  if (offer.state === "open") {
    offer.state = "over";
    await offer.save();
  }
  return true;
}

app.post("/offers/:id/remind", async (req, res) => {
  const offer = await Offer.findOne({ _id: req.params.id });
  if (offer.state !== "open") throw new Error("closed");
  if (await closeWhereOver(offer)) throw new Error("over");
  offer.note = req.body.note;
  await offer.save();
  await transport.sendMail({ to: offer.email, text: offer.note }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/offers/:id/accept", async (req, res) => {
  const offer = await Offer.findOne({ _id: req.params.id });
  if (offer.state !== "open") throw new Error("closed");
  if (await closeWhereOver(offer)) throw new Error("over");
  offer.state = "accepted";
  await offer.save();
  await transport.sendMail({ to: offer.email, text: "accepted" }); // silent: it is accepted once
  res.sendStatus(204);
});
app.listen(3000);
