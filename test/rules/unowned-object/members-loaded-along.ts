// The look-up loads those members alone who are the caller: without one the caller is refused.
// file: schema.prisma
datasource db {
  provider = "postgresql"
}
model User { id String @id  email String @unique  memberships Member[] }
model Team { id String @id  members Member[]  rooms Room[] }
model Member { id String @id  role String  userId String  user User @relation(fields: [userId], references: [id])  teamId String  team Team @relation(fields: [teamId], references: [id]) }
model Room { id String @id  name String  teamId String  team Team @relation(fields: [teamId], references: [id]) }
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.get("/rooms/:id", async (req, res) => { // silent: whoever is no member of its team is refused
  const room = await prisma.room.findUnique({
    where: { id: req.params.id },
    include: { team: { include: { members: { where: { userId: req.user.id } } } } },
  });
  if (!room || room.team.members.length === 0) return res.sendStatus(403);
  res.json(room);
});

app.patch("/teams/:teamId/rooms/:roomId", async (req, res) => { // silent: the room is one of the team's
  const { teamId, roomId } = req.params;
  const team = await prisma.team.findUnique({
    where: { id: teamId },
    include: { rooms: { where: { id: roomId } }, members: { where: { userId: req.user.id, role: "ADMIN" } } },
  });
  if (!team || team.members.length === 0 || team.rooms.length === 0) return res.sendStatus(403);
  await prisma.room.update({ where: { id: roomId }, data: { name: req.body.name } });
  res.end();
});

app.get("/rooms/:id/name", async (req, res) => {
  const room = await prisma.room.findUnique({ // expect: unowned-object
    where: { id: req.params.id },
    include: { team: { include: { members: { where: { userId: req.user.id } } } } },
  });
  if (!room) return res.sendStatus(404);
  res.json(room);
});

app.delete("/rooms/:id", async (req, res) => {
  await prisma.room.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.end();
});

app.get("/rooms", async (req, res) => {
  res.json(await prisma.room.findMany({ where: { team: { members: { some: { userId: req.user.id } } } } }));
});
app.listen(3000);
