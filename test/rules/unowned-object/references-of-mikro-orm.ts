// file: src/entities.ts
import { Entity, PrimaryKey, Property } from "@mikro-orm/core";

@Entity({ tableName: "meetings" })
export class Meeting {
  @PrimaryKey() id!: string;
  @Property() ownerId!: string;
}

@Entity({ tableName: "seats" })
export class Seat {
  @PrimaryKey() id!: string;
  @Property() userId!: string;
}
// file: src/app.ts
import express from "express";
import { MikroORM } from "@mikro-orm/postgresql";
import { Meeting, Seat } from "./entities";

const orm = await MikroORM.init({});
const app = express();

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.get("/meetings", async (req, res) => {
  res.json(await orm.em.find(Meeting, { ownerId: req.user.id }));
});

app.get("/seats", async (req, res) => {
  res.json(await orm.em.find(Seat, { userId: req.user.id }));
});

app.delete("/meetings/:id", async (req, res) => {
  const meeting = orm.em.getReference(Meeting, req.params.id);
  await orm.em.removeAndFlush(meeting); // expect: unowned-object
  //    ^^^^^^^^^^^^^^^^^^^^^ DELETE /meetings/:id deletes from meetings by "id" of the request
  res.end();
});

app.post("/meetings/:id/close", async (req, res) => {
  const meeting = orm.em.getReference(Meeting, req.params.id);
  await orm.em.persistAndFlush(orm.em.assign(meeting, { closedAt: new Date() })); // expect: unowned-object
  res.end();
});

app.delete("/seats/:id", async (req, res) => {
  const seat = await orm.em.findOne(Seat, { id: req.params.id }, { populate: ["meeting"] });
  if (!seat) return res.sendStatus(404);
  await orm.em.removeAndFlush(seat); // expect: unowned-object
  res.end();
});

app.delete("/own-seats/:id", async (req, res) => {
  const seat = await orm.em.findOne(Seat, { id: req.params.id, userId: req.user.id }, { populate: ["meeting"] });
  if (!seat) return res.sendStatus(404);
  await orm.em.removeAndFlush(seat); // silent: the caller's own
  res.end();
});

app.post("/meetings", async (req, res) => {
  const meeting = orm.em.create(Meeting, { ownerId: req.user.id, title: req.body.title });
  await orm.em.persistAndFlush(meeting); // silent: a new one
  res.json(meeting);
});
