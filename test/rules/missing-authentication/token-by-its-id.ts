// The id of a row of tokens is what was mailed: whoever shows it was given it, and it is taken away.
import bcrypt from "bcryptjs";
import express from "express";
import { MongoClient, ObjectId } from "mongodb";

const db = new MongoClient(process.env.MONGO_URL).db();
const app = express();
app.use(express.json());

app.put("/secret", async (req, res) => { // silent: the token is the credential
  const spent = await db.collection("tokens").findOneAndDelete({ _id: req.body.token, type: "reset" });
  if (!spent) return res.sendStatus(403);
  const password = await bcrypt.hash(req.body.password, 10);
  await db.collection("users").updateOne({ _id: new ObjectId(spent.creatorId) }, { $set: { password } });
  res.sendStatus(204);
});

app.delete("/tokens/:id", async (req, res) => { // expect: missing-authentication
  const gone = await db.collection("tokens").findOneAndDelete({ _id: req.params.id });
  if (!gone) return res.sendStatus(404);
  res.sendStatus(204);
});

app.get("/me", async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  res.json(await db.collection("users").findOne({ _id: new ObjectId(req.user.id) }));
});

app.listen(3000);
