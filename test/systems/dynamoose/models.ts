import * as dynamoose from "dynamoose";
import express from "express";

const schema = new dynamoose.Schema({ id: String, name: String, visits: Number });
const Guest = dynamoose.model("Guest", schema);
const app = express();

app.post("/guests/:id", async (req, res) => {
  const guest = await Guest.get(req.params.id); // effect: read dynamodb Guest, read
  await Guest.create({ id: req.params.id, name: req.body.name }); // effect: write dynamodb Guest, insert
  await Guest.update({ id: req.params.id }, { name: req.body.name }); // effect: write dynamodb Guest, set
  await Guest.update({ id: req.params.id }, { $ADD: { visits: 1 } }); // effect: write dynamodb Guest, increment
  const others = await Guest.query("name").eq(req.body.name).limit(5).exec(); // effect: read dynamodb Guest, read
  const added = new Guest({ id: req.body.id });
  await added.save(); // effect: write dynamodb Guest, insert
  guest.name = req.body.name;
  await guest.save(); // effect: write dynamodb Guest, set
  await Guest.delete(req.params.id); // effect: write dynamodb Guest, delete
  res.json(others);
});
