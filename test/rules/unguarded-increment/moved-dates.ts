import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

// The date is moved where it stands.
app.post("/members/:id/extend", async (req, res) => {
  const member = await prisma.member.findUnique({ where: { id: req.params.id } });
  const until = new Date(Math.max(member.until.getTime(), Date.now()));
  until.setDate(until.getDate() + req.body.days);
  await prisma.member.update({ where: { id: req.params.id }, data: { until } }); // expect: unguarded-increment, read-modify-write
  res.end();
});
function later(from: Date, months: number): Date {
  const moved = new Date(from);
  moved.setMonth(moved.getMonth() + months);
  return moved;
}
app.post("/members/:id/renew", async (req, res) => {
  const member = await prisma.member.findUnique({ where: { id: req.params.id } });
  await prisma.member.update({ where: { id: req.params.id }, data: { until: later(member.until, 1) } }); // expect: unguarded-increment, read-modify-write
  res.end();
});
app.post("/members/:id/start", async (req, res) => { // silent: a month from now, whenever it is asked
  const until = new Date();
  until.setMonth(until.getMonth() + 1);
  await prisma.member.update({ where: { id: req.params.id }, data: { until } });
  res.end();
});
app.post("/members/:id/day", async (req, res) => { // silent: the start of that day is the same the next time
  const member = await prisma.member.findUnique({ where: { id: req.params.id } });
  const until = new Date(member.until);
  until.setHours(0, 0, 0, 0);
  await prisma.member.update({ where: { id: req.params.id }, data: { until } });
  res.end();
});
