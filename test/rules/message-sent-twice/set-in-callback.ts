// What a callback sets in an object is not known where the object is asked later: its branches may run.
// file: package.json
{ "dependencies": { "express": "4", "resend": "4", "@prisma/client": "6" } }
// file: schema.prisma
model Space {
  id     String @id
  search Boolean
  owner  String
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { Resend } from "resend";

const prisma = new PrismaClient();
const resend = new Resend(process.env.RESEND_KEY);
const app = express();
app.use(express.json());

app.put("/spaces/:id", async (req, res) => {
  const after: Record<string, unknown> = {};
  await prisma.$transaction(async (trx) => {
    if (typeof req.body.search !== "undefined") {
      const space = await trx.space.findUnique({ where: { id: req.params.id } });
      if (space.search !== req.body.search) after.search = req.body.search;
    }
    await trx.space.update({ where: { id: req.params.id }, data: { search: req.body.search } });
  });
  if (after.search === true) {
    await resend.emails.send({ to: req.body.owner, subject: "Search is on" }); // expect: message-sent-twice
  }
  res.sendStatus(204);
});
