import express from "express";
import Redis from "ioredis";
import nodemailer from "nodemailer";
import { Pool } from "pg";
import { PrismaClient } from "@prisma/client";
import { Queue, Worker } from "bullmq";

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();
const redis = new Redis();
const queue = new Queue("jobs");
const mailer = nodemailer.createTransport({});

app.post("/products/:id/buy", async (req, res) => {
  const product = await prisma.product.findUnique({ where: { id: req.params.id } });
  await prisma.product.update({ where: { id: req.params.id }, data: { stock: product.stock - 1 } }); // expect: read-modify-write
  res.end();
});
app.post("/products/:id/atomic", async (req, res) => {
  await prisma.product.update({ where: { id: req.params.id }, data: { stock: { decrement: 1 } } }); // silent: the database counts
  res.end();
});
app.post("/products/:id/checked", async (req, res) => {
  const product = await prisma.product.findUnique({ where: { id: req.params.id } });
  await prisma.product.updateMany({ where: { id: req.params.id, stock: product.stock }, data: { stock: product.stock - 1 } }); // silent: only if it is still so
  res.end();
});
app.post("/products/:id/price", async (req, res) => {
  await prisma.product.update({ where: { id: req.params.id }, data: { gross: req.body.net * 2 } }); // silent: nothing stored is part of it
  res.end();
});

// A number inside of a document.
app.post("/clubs/:id/points", async (req, res) => {
  const club = await prisma.club.findUnique({ where: { id: req.params.id } });
  const settings = club.settings ?? {};
  const points = typeof settings.points === "number" ? settings.points : 0;
  await prisma.club.update({ where: { id: req.params.id }, data: { settings: { ...settings, points: points + req.body.points } } }); // expect: read-modify-write
  res.end();
});
app.post("/clubs/:id/colour", async (req, res) => { // silent: the other values go back as they were
  const club = await prisma.club.findUnique({ where: { id: req.params.id } });
  await prisma.club.update({ where: { id: req.params.id }, data: { settings: { ...club.settings, colour: req.body.colour } } });
  res.end();
});
