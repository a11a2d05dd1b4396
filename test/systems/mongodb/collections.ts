import express from "express";
import { type Collection, MongoClient } from "mongodb";

const client = new MongoClient(process.env.MONGO_URL!);
const db = client.db("shop");
const orders = db.collection("orders");
const app = express();

async function close(collection: Collection, id: string) {
  await collection.deleteOne({ _id: id }); // effect: write mongodb orders, delete
}

app.post("/orders/:id", async (req, res) => {
  const order = await orders.findOne({ _id: req.params.id }); // effect: read mongodb orders, read
  await orders.insertOne({ total: 5 }); // effect: write mongodb orders, insert
  await orders.updateOne({ key: req.body.key }, { $set: { total: 6 } }, { upsert: true }); // effect: write mongodb orders, upsert
  await orders.updateOne({ _id: "a" }, [{ $set: { open: { $not: "$open" } } }]); // effect: write mongodb orders, toggle
  const turned = { $cond: { if: { $eq: ["$state", "on"] }, then: "off", else: "on" } };
  await orders.updateOne({ _id: "a" }, [{ $set: { state: turned } }]); // effect: write mongodb orders, toggle
  await orders.updateOne({ _id: "a" }, [{ $set: { state: { $cond: [{ $gt: ["$n", 1] }, "on", "off"] } } }]); // effect: write mongodb orders, set
  await orders.updateOne({ _id: "a" }, [{ $set: { n: { $add: ["$n", 1] } } }]); // effect: write mongodb orders, increment
  await orders.updateMany({}, [{ $addFields: { tags: { $concatArrays: ["$tags", ["new"]] } } }]); // effect: write mongodb orders, append
  const once = { $add: ["$n", { $cond: [{ $in: ["me", "$likes"] }, 0, 1] }] };
  await orders.updateOne({ _id: "a" }, [{ $set: { n: once, likes: { $setUnion: ["$likes", ["me"]] } } }]); // effect: write mongodb orders, set
  await orders.updateOne({ _id: "a", by: { $ne: "me" } }, [{ $set: { by: { $concatArrays: ["$by", ["me"]] } } }]); // effect: write mongodb orders, set
  await db.collection("counters").updateOne({ _id: "a" }, { $inc: { n: 1 } }); // effect: write mongodb counters, increment
  await orders.find({ open: true }).sort({ at: 1 }).toArray(); // effect: read mongodb orders, read
  await close(orders, req.params.id);
  await client.startSession().withTransaction(async () => {
    await orders.insertMany([{ total: 1 }]); // effect: write mongodb orders, insert
  });
  res.json(order);
});
