import express from "express";
import PocketBase from "pocketbase";

const pb = new PocketBase(process.env.POCKETBASE_URL);
const app = express();

app.post("/boats", async (req, res) => {
  await pb.collection("users").authWithPassword(req.body.email, req.body.password); // guard: authentication pb.collection("users").authWithPassword
  const boats = await pb.collection("boats").getFullList({ filter: "afloat = true" }); // effect: read pocketbase boats, read
  await pb.collection("boats").create({ name: req.body.name }); // effect: write pocketbase boats, insert
  await pb.collection("boats").update(req.body.id, { name: req.body.name }); // effect: write pocketbase boats, set
  await pb.collection("boats").delete(req.body.id); // effect: write pocketbase boats, delete
  res.json(boats);
});
