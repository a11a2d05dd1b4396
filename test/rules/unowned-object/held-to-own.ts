// A role of people who have rows of their own: elsewhere what was read is compared with them, or rows are stored as theirs.
// file: prisma/schema.prisma
model User {
  id       String @id
  password String
  role     String
}
model Boat {
  id        String @id
  skipperId String
  skipper   User   @relation(fields: [skipperId], references: [id])
  photos    Photo[]
}
model Photo {
  id     String @id
  boatId String
  boat   Boat   @relation(fields: [boatId], references: [id])
}
model Berth {
  id         String @id
  boatId     String
  label      String
  harbourId  String
}
model Charter {
  id        String @id
  brokerId  String
  broker    User   @relation(fields: [brokerId], references: [id])
  note      String
}
model Mooring {
  id       String @id
  clerkId  String
  state    String
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
const app = express();
const login = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
};
const roles = (...allowed: string[]) => (req, res, next) => (allowed.includes(req.user.role) ? next() : res.sendStatus(403));

app.post("/boats", login, roles("skipper", "admin"), async (req, res) => {
  res.json(await prisma.boat.create({ data: { name: req.body.name, skipperId: req.user.id } }));
});
app.patch("/boats/:id", login, roles("skipper", "admin"), async (req, res) => {
  const boat = await prisma.boat.findUnique({ where: { id: req.params.id } });
  if (!boat) return res.sendStatus(404);
  if (boat.skipperId !== req.user.id && req.user.role !== "admin") return res.sendStatus(403);
  res.json(await prisma.boat.update({ where: { id: boat.id }, data: { name: req.body.name } }));
});
app.delete("/boats/:id", login, roles("skipper", "admin"), async (req, res) => {
  res.json(await prisma.boat.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.delete("/photos/:id", login, roles("skipper", "admin"), async (req, res) => {
  res.json(await prisma.photo.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.delete("/wrecks/:id", login, roles("admin"), async (req, res) => {
  res.json(await prisma.boat.delete({ where: { id: req.params.id } })); // silent: those who run the service see to every boat
});

// Rows say by a column that is called after the role whose they are.
app.post("/charters", login, roles("broker"), async (req, res) => {
  res.json(await prisma.charter.create({ data: { note: req.body.note, brokerId: req.user.id } }));
});
app.patch("/charters/:id", login, roles("broker", "admin"), async (req, res) => {
  res.json(await prisma.charter.update({ where: { id: req.params.id }, data: { note: req.body.note } })); // expect: unowned-object
});
app.patch("/charters/:id/own", login, roles("broker"), async (req, res) => {
  const where = { id: req.params.id, brokerId: req.user.id };
  res.json(await prisma.charter.updateMany({ where, data: { note: req.body.note } })); // silent: the broker's own
});

// Who typed a row in is noted, whosever it is.
app.post("/moorings", login, roles("clerk"), async (req, res) => {
  res.json(await prisma.mooring.create({ data: { state: "free", enteredBy: req.user.id } }));
});
app.delete("/moorings/:id", login, roles("clerk"), async (req, res) => {
  res.json(await prisma.mooring.delete({ where: { id: req.params.id } })); // silent: clerks see to all moorings
});
app.listen(1);
// file: src/people.ts
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
const Vet = mongoose.model("Vet", new mongoose.Schema({ email: String, password: String, fee: Number }));
const app = express();
// The role of the token must be the one that the request says: that lets any role pass.
const login = (req, res, next) => {
  const said = req.headers["x-role"];
  if (!said) return res.sendStatus(401);
  const told = jwt.verify(req.cookies[`${said}_token`], process.env.JWT_SECRET);
  if (told.role !== said) return res.sendStatus(401);
  req.user = told;
  next();
};
const roles = (allowed: string[]) => (req, res, next) => (allowed.includes(req.user.role) ? next() : res.sendStatus(403));
app.get("/vets/me", login, async (req, res) => res.json(await Vet.findById(req.user.id)));
app.patch("/vets/:id", login, roles(["VET", "ADMIN"]), async (req, res) => {
  res.json(await Vet.findByIdAndUpdate(req.params.id, { fee: req.body.fee })); // expect: unowned-object
});
app.delete("/vets/:id", login, roles(["ADMIN"]), async (req, res) => {
  res.json(await Vet.findByIdAndDelete(req.params.id)); // silent: administrators
});
app.listen(2);
