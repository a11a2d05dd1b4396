import { Agenda } from "agenda";
import express from "express";

const agenda = new Agenda({ db: { address: process.env.MONGO_URL! } });
const app = express();

app.post("/orders/:id", async (req, res) => {
  await agenda.now("mail", { order: req.params.id }); // effect: publish agenda mail, publish
  await agenda.schedule("in 5 minutes", "mail", {}); // effect: publish agenda mail, publish
  await agenda.every("1 day", "digest"); // effect: publish agenda digest, upsert
  await agenda.create("mail", { order: req.params.id }).unique({ "data.order": req.params.id }).save(); // effect: publish agenda mail, publish
  res.end();
});
