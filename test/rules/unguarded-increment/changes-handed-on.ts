// A value is turned in the handler, and what is to be changed is spread in the repository.
import express from "express";
import { PrismaClient } from "@prisma/client";
import mongoose from "mongoose";

const app = express();
const prisma = new PrismaClient();
const Boat = mongoose.model("Boat", new mongoose.Schema({ crew: [String] }));

function changeBuoy(id: string, changes: object) {
  return prisma.buoy.update({ where: { id }, data: { ...changes } }); // expect: unguarded-increment
}

app.post("/buoys/:id/light", async (req, res) => {
  const buoy = await prisma.buoy.findUniqueOrThrow({ where: { id: req.params.id } });
  await changeBuoy(req.params.id, { lit: !buoy.lit });
  res.sendStatus(204);
});
app.post("/buoys/:id/name", async (req, res) => { // silent: it is set to what was sent
  await changeBuoy(req.params.id, { name: req.body.name });
  res.sendStatus(204);
});
app.post("/boats/:id/crew", async (req, res) => { // silent: which of them is said by the request
  let update: object;
  switch (req.body.action) {
    case "add":
      update = { $addToSet: { crew: { $each: req.body.names } } };
      break;
    case "remove":
      update = { $pull: { crew: { $in: req.body.names } } };
      break;
    default:
      update = { $set: { crew: req.body.names } };
  }
  await Boat.updateMany({ _id: req.params.id }, update);
  res.sendStatus(204);
});
