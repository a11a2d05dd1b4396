// file: src/app.ts
import { Worker } from "node:worker_threads";
import express from "express";

const app = express();
const worker = new Worker(new URL("./invoices.ts", import.meta.url));

app.post("/invoices", (req, res) => { // entry: POST /invoices
  worker.postMessage({ id: req.body.id });
  res.sendStatus(202);
});
app.listen(3000);

// file: src/invoices.ts
import { parentPort, workerData } from "node:worker_threads";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

parentPort?.on("message", async (job: { id: string }) => { // entry: event invoices
  await prisma.invoice.create({ data: { orderId: job.id } }); // effect: write database invoice, insert
  parentPort?.postMessage("done");
});

// file: src/old.js
const { parentPort } = require("worker_threads");
const { PrismaClient } = require("@prisma/client");

const prisma = new PrismaClient();

parentPort.once("message", async (id) => { // entry: event old
  await prisma.invoice.deleteMany({ where: { id } }); // effect: write database invoice, delete
});
parentPort.on("close", () => undefined);
