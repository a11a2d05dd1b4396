import { PrismaClient } from "@prisma/client";
import express from "express";
import mongoose from "mongoose";

const Box = mongoose.model("Box", new mongoose.Schema({ number: String, state: String, recipientPhone: String }));
const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.get("/bookings/mine", signedIn, async (req, res) => {
  res.json(await prisma.booking.findMany({ where: { guestId: req.user.id } }));
});

app.get("/rooms/:room/taken", async (req, res) => { // silent: the hours alone, of nobody in particular
  res.json(await prisma.booking.findMany({ where: { room: req.params.room }, select: { startsAt: true } }));
});

app.get("/rooms/:room/guests", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.booking.findMany({ where: { room: req.params.room }, select: { guestName: true } }));
});

app.get("/boxes", signedIn, async (req, res) => {
  res.json(await Box.find({ sender: req.user.id }));
});
app.get("/boxes/kept", signedIn, async (_req, res) => {
  res.json(await Box.find({ state: "kept" }));
});
app.get("/boxes/:number/follow", async (req, res) => { // silent: who knows the number may follow it
  res.json(await Box.findOne({ number: req.params.number }));
});
app.get("/boxes/out", async (_req, res) => { // expect: missing-authentication
  res.json(await Box.find({ state: "out" }));
});
