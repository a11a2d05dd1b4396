import express from "express";
import PgBoss from "pg-boss";

const boss = new PgBoss(process.env.DATABASE_URL!);
const app = express();

app.post("/orders/:id", async (req, res) => {
  await boss.send("mails", { order: req.params.id }); // effect: publish pg-boss mails, publish
  await boss.send({ name: "mails", data: {}, options: { singletonKey: req.params.id } }); // effect: publish pg-boss mails, publish
  await boss.schedule("digest", "0 8 * * *", {}); // effect: publish pg-boss digest, upsert
  await boss.cancel("mails", req.params.id); // effect: write pg-boss mails, delete
  res.end();
});
