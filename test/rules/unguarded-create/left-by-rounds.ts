import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

/** Each line is read with what the lines before it have left. */
function readEntries(text: string) {
  const entries: { title: string }[] = [];
  let open = false;
  let fields: Record<string, string> = {};
  for (const line of text.split("\n")) {
    if (line === "BEGIN") {
      open = true;
      fields = {};
    } else if (line === "END") {
      const title = fields["TITLE"] ?? "";
      if (!title) continue;
      entries.push({ title });
      open = false;
    } else if (open) {
      const [name, value] = line.split(":");
      fields[name] = value;
    }
  }
  return entries;
}

app.post("/import", async (req, res) => {
  const entries = readEntries(req.body.text);
  await prisma.$transaction(entries.map((entry) => prisma.appointment.create({ data: { title: entry.title } }))); // expect: unguarded-create
  res.end();
});
