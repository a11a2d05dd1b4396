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

app.post("/profiles", async (req, res) => {
  res.json(await prisma.profile.create({ data: req.body })); // expect: mass-assignment
});
app.patch("/profiles/:id", async (req, res) => {
  res.json(await prisma.profile.update({ where: { id: req.params.id }, data: { ...req.body, seen: true } })); // expect: mass-assignment
});
app.put("/profiles/:id/part", async (req, res) => {
  res.json(await prisma.profile.update({ where: { id: req.params.id }, data: req.body.profile })); // expect: mass-assignment
});
app.post("/profiles/picked", async (req, res) => {
  const { name, city } = req.body;
  res.json(await prisma.profile.create({ data: { name, city } })); // silent: picked
});
app.post("/profiles/json", async (req, res) => {
  res.json(await prisma.profile.create({ data: { answers: req.body } })); // silent: one column holds it
});
app.post("/profiles/validated", validateBody, async (req, res) => {
  res.json(await prisma.profile.create({ data: req.body })); // silent: checked ahead
});
app.post("/profiles/read", async (req, res) => {
  res.json(await prisma.profile.findMany({ where: req.body })); // silent: nothing is stored
});

declare const validateBody: express.RequestHandler;
