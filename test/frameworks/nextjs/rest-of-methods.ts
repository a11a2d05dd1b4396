// What a handler does for the methods that it does not ask for.

// file: lib/prisma.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();
// file: pages/api/notes.ts
import { prisma } from "../../lib/prisma";
export default async function handler(req, res) { // entry: POST /api/notes // entry: GET /api/notes
  if (req.method === "POST") {
    const note = await prisma.note.create({ data: req.body }); // effect: write database note, insert, from POST /api/notes
    return res.json(note);
  }
  res.json(await prisma.note.findMany()); // effect: read database note, read, from GET /api/notes
}
// file: pages/api/tasks.ts
import { prisma } from "../../lib/prisma";
export default async function handler(req, res) { // entry: POST /api/tasks
  const session = await prisma.session.findFirst({ where: { token: req.cookies.token } }); // effect: read database session, read
  if (!session) return res.status(401).end();
  try {
    switch (req.method) {
      case "POST":
        await prisma.task.create({ data: req.body }); // effect: write database task, insert
        return res.status(204).end();
      default:
        res.setHeader("Allow", ["POST"]);
        res.status(405).end("not allowed");
    }
  } catch (error) {
    res.json({ error: error.message });
  }
}
