// What is told to traces, entry by entry, and a client that is built of settings turn nobody away.
import { context, propagation } from "@opentelemetry/api";
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import * as common from "oci-common";
import { ObjectStorageClient } from "oci-objectstorage";

const Boat = mongoose.model("Boat", new mongoose.Schema({ keeper: String, name: String }));

const app = express();
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});

function told(props: { names?: string[]; user?: string; boat?: string; harbour?: string; route?: string }) {
  let baggage = propagation.getBaggage(context.active()) ?? propagation.createBaggage();
  if (props.names) {
    props.names.forEach((name) => {
      baggage = baggage.setEntry(`given.${name}`, { value: name });
    });
    props.names.forEach((name) => {
      baggage = baggage.setEntry(name, { value: name });
    });
  }
  if (props.user) baggage = baggage.setEntry("user", { value: props.user });
  if (props.boat) baggage = baggage.setEntry("boat", { value: props.boat });
  if (props.harbour) baggage = baggage.setEntry("harbour", { value: props.harbour });
  if (props.route) baggage = baggage.setEntry("route", { value: props.route });
  return propagation.setBaggage(context.active(), baggage);
}

app.get("/boats", async (req: any, res) => res.json(await Boat.find({ keeper: req.user.id })));
app.put("/boats/:id", async (req: any, res) => {
  req.traced = told({ names: Object.keys(req.headers), user: req.user.id, boat: req.params.id });
  await Boat.updateOne({ _id: req.params.id }, { name: req.body.name }); // expect: unowned-object
  res.end();
});
app.delete("/boats/:id", async (req: any, res) => {
  const client = new ObjectStorageClient({ authenticationDetailsProvider: common.ResourcePrincipalAuthenticationDetailsProvider.builder() });
  client.region = "eu-frankfurt-1";
  await Boat.deleteOne({ _id: req.params.id }); // expect: unowned-object
  res.end();
});
app.listen(3000);
