import express from "express";
import { DataSource } from "typeorm";

const app = express();
const tickets = new DataSource({ type: "postgres" }).getRepository("tickets");

app.post("/tickets/:id/scan", async (req, res) => {
  await tickets.createQueryBuilder().update().set({ scanned: () => "now()" }).where("id = :id AND scanned IS NULL", { id: req.params.id }).execute(); // effect: write postgres tickets, set, safe
  await tickets.createQueryBuilder().update().set({ seats: () => "seats - 1" }).where("id = :id", { id: req.params.id }).execute(); // effect: write postgres tickets, increment, unsafe
  await tickets.createQueryBuilder().update().set({ open: false, seats: () => "seats - 1" }).where("id = :id AND open IS NULL", { id: req.params.id }).execute(); // effect: write postgres tickets, increment, safe
  res.end();
});

const merged = (changes) => () => `flags || '${JSON.stringify(changes)}'`;

app.post("/tickets/:id/flags", async (req, res) => {
  await tickets.update({ id: req.params.id }, { flags: merged({ seen: true }) }); // effect: write postgres tickets, set, safe
  await tickets.update({ id: req.params.id }, { flags: () => `flags || '{"open": false}'` }); // effect: write postgres tickets, set, safe
  res.end();
});
