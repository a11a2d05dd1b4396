// Whoever was sent the letter has what finds the row, and it is good for one time, whatever it is called.
import express from "express";
import { expressjwt } from "express-jwt";
import mongoose from "mongoose";

const Keeper = mongoose.model("Keeper", new mongoose.Schema({ email: String, password: String, resetpswrequestid: String }));
const Slip = mongoose.model("Slip", new mongoose.Schema({ berth: String }));
const app = express();

app.put("/renewal/:id", async (req, res) => { // silent: the request for a new password is used up
  const keeper = await Keeper.findOne({ resetpswrequestid: req.params.id });
  if (!keeper) return res.sendStatus(404);
  keeper.password = req.body.password;
  keeper.resetpswrequestid = "";
  await keeper.save();
  res.sendStatus(204);
});
app.put("/berths/:berth/leave", async (req, res) => { // expect: missing-authentication
  const slip = await Slip.findOne({ berth: req.params.berth });
  if (!slip) return res.sendStatus(404);
  slip.berth = "";
  await slip.save();
  res.sendStatus(204);
});
app.get("/me", expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] }), async (req: any, res) => {
  res.json(await Keeper.findById(req.auth.id).select("email"));
});
