import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Entity, Service } from "electrodb";
import express from "express";

const client = new DynamoDBClient({});
const Berth = new Entity(
  {
    model: { entity: "berth", version: "1", service: "harbour" },
    attributes: { dock: { type: "string" }, number: { type: "number" }, boats: { type: "number" } },
    indexes: { byDock: { pk: { field: "pk", composite: ["dock"] }, sk: { field: "sk", composite: ["number"] } } },
  },
  { client, table: "harbour" },
);
const Log = new Entity(
  {
    model: { entity: "log", version: "1", service: "harbour" },
    attributes: { logId: { type: "string", default: () => randomUUID() }, text: { type: "string" } },
    indexes: { all: { pk: { field: "pk", composite: ["logId"] }, sk: { field: "sk", composite: [] } } },
  },
  { client, table: "harbour" },
);
const harbour = new Service({ berth: Berth, log: Log }, { client, table: "harbour" });
const app = express();

app.post("/berths/:dock/:number", async (req, res) => {
  const { dock, number } = req.params;
  const found = await Berth.get({ dock, number }).go(); // effect: read dynamodb berth, read
  const all = await Berth.query.byDock({ dock }).where((attr, op) => op.gt(attr.boats, 1)).go(); // effect: read dynamodb berth, read
  await Berth.put({ dock, number, boats: 0 }).go(); // effect: write dynamodb berth, upsert
  await Berth.create({ dock, number, boats: 0 }).go(); // effect: write dynamodb berth, upsert
  await Berth.patch({ dock, number }).set({ boats: 2 }).go(); // effect: write dynamodb berth, set
  await Berth.update({ dock, number }).add({ boats: 1 }).go(); // effect: write dynamodb berth, increment
  await Berth.delete({ dock, number }).go(); // effect: write dynamodb berth, delete
  await Log.create({ text: "moved" }).go(); // effect: write dynamodb log, insert
  await harbour.entities.log.create({ text: "moved" }).go(); // effect: write dynamodb log, insert
  await harbour.entities.berth.query.byDock({ dock }).go(); // effect: read dynamodb berth, read
  res.json({ found, all });
});
