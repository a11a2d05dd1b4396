// What is checked on one side of a branch holds behind it where the branch's own test proves as much on the other side.
// file: schema.prisma
model Club {
  id      String   @id
  ownerId String
  owner   Person   @relation(fields: [ownerId], references: [id])
  members Member[]
  games   Game[]
}
model Person {
  id      String   @id
  clubs   Club[]
  members Member[]
}
model Member {
  id       String @id
  personId String
  clubId   String
  state    String
  person   Person @relation(fields: [personId], references: [id])
  club     Club   @relation(fields: [clubId], references: [id])
  @@unique([personId, clubId])
}
model Game {
  id     String @id
  clubId String
  notes  String
  club   Club   @relation(fields: [clubId], references: [id])
}

// file: src/db.ts
import { PrismaClient } from "@prisma/client";
export const db = new PrismaClient();

// file: src/leads.ts
import { db } from "./db";

export async function leads(personId: string, clubId: string): Promise<boolean> {
  const club = await db.club.findUnique({ where: { id: clubId } });
  if (!club) return false;
  return club.ownerId === personId;
}

// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { db } from "./db";
import { leads } from "./leads";

const app = express();

app.use((req: any, res, next) => {
  try {
    req.person = jwt.verify(String(req.headers.authorization), process.env.SECRET as string);
    next();
  } catch {
    res.status(401).end();
  }
});

// Whoever does not lead the club must be a member.
app.get("/clubs/:clubId/members", async (req: any, res) => {
  const { clubId } = req.params;
  const mayRead = await leads(req.person.id, clubId);
  if (!mayRead) {
    const own = await db.member.findUnique({ where: { personId_clubId: { personId: req.person.id, clubId } } });
    if (!own || own.state !== "ACCEPTED") return res.status(403).json({ error: "no" });
  }
  res.json(await db.member.findMany({ where: { clubId } })); // silent: unowned-object
});

// Another club's members are not covered by it.
app.get("/clubs/:clubId/others", async (req: any, res) => {
  const { clubId } = req.params;
  const mayRead = await leads(req.person.id, clubId);
  if (!mayRead) {
    const own = await db.member.findUnique({ where: { personId_clubId: { personId: req.person.id, clubId } } });
    if (!own) return res.status(403).json({ error: "no" });
  }
  res.json(await db.member.findMany({ where: { clubId: String(req.query.other) } })); // expect: unowned-object
});

// The check stands on the side of the leaders: nobody else is asked.
app.get("/clubs/:clubId/games", async (req: any, res) => {
  const { clubId } = req.params;
  const mayRead = await leads(req.person.id, clubId);
  if (mayRead) {
    const own = await db.member.findUnique({ where: { personId_clubId: { personId: req.person.id, clubId } } });
    if (!own) return res.status(403).json({ error: "no" });
  }
  res.json(await db.member.findMany({ where: { clubId } })); // expect: unowned-object
});

// The row is compared with the club that was proven.
app.delete("/clubs/:clubId/members/:id", async (req: any, res) => {
  const { clubId, id } = req.params;
  if (!(await leads(req.person.id, clubId))) return res.status(403).json({ error: "no" });
  const member = await db.member.findUnique({ where: { id } });
  if (!member || member.clubId !== clubId) return res.status(404).json({ error: "unknown" });
  await db.member.delete({ where: { id } }); // silent: unowned-object
  res.end();
});

// It is not: whoever leads one club removes the members of all.
app.delete("/clubs/:clubId/players/:id", async (req: any, res) => {
  const { clubId, id } = req.params;
  if (!(await leads(req.person.id, clubId))) return res.status(403).json({ error: "no" });
  await db.member.delete({ where: { id } }); // expect: unowned-object
  res.end();
});

// Membership by a column of the row that was asked for.
app.get("/games/:id", async (req: any, res) => {
  const game = await db.game.findUnique({ where: { id: req.params.id } }); // silent: unowned-object
  if (!game) return res.status(404).end();
  const own = await db.member.findUnique({ where: { personId_clubId: { personId: req.person.id, clubId: game.clubId } } });
  if (!own || own.state !== "ACCEPTED") return res.status(403).json({ error: "no" });
  res.json(game);
});

app.listen(3000);
