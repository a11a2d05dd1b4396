// An application for those who sign in: what it shows, and what hangs on that, is not for strangers.

// file: package.json
{ "name": "runs", "dependencies": { "express": "5", "@prisma/client": "6", "jsonwebtoken": "9" } }
// file: prisma/schema.prisma
model Run {
  id    String @id
  title String
}
model Step {
  id    String @id
  runId String
  shape String
}
model Merge {
  id    String @id
  shape String
}
model Part {
  id    String @id
  color String
}
// file: src/answers.ts
export class Answers {
  async success(_req, res, payload) {
    if (payload !== undefined) res.status(200).send(payload);
    else res.sendStatus(200);
  }
}
// file: src/signed-in.ts
import jwt from "jsonwebtoken";

export const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};
// file: src/server.ts
import express from "express";
import { Answers } from "./answers";
import merges from "./merges";
import open from "./open";
import parts from "./parts";
import runs from "./runs";

const app = express();
app.use((req, _res, next) => {
  req.answers = new Answers();
  next();
});
app.use(parts);
app.use(runs);
app.use(merges);
app.use(open);
app.listen(3000);
// file: src/parts.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { signedIn } from "./signed-in";

const prisma = new PrismaClient();
const parts = express.Router();
const COLORS = ["red", "blue", "green", "grey", "white", "black", "brown", "pink", "teal"];
for (const color of COLORS) {
  parts.get(`/parts/${color}`, signedIn, async (req, res) => {
    await req.answers.success(req, res, await prisma.part.findMany({ where: { color } }));
  });
  parts.get(`/parts/${color}/light`, signedIn, async (req, res) => {
    await req.answers.success(req, res, await prisma.part.findMany({ where: { color: `light ${color}` } }));
  });
}
export default parts;
// file: src/runs.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { signedIn } from "./signed-in";

const prisma = new PrismaClient();
const runs = express.Router();
runs.get("/runs", signedIn, async (req, res) => {
  await req.answers.success(req, res, await prisma.run.findMany());
});
runs.get("/runs/:id", signedIn, async (req, res) => {
  await req.answers.success(req, res, await prisma.run.findUnique({ where: { id: req.params.id } }));
});
runs.get("/runs/:id/title", signedIn, async (req, res) => {
  await req.answers.success(req, res, await prisma.run.findUnique({ where: { id: req.params.id } }));
});
export default runs;
// file: src/merges.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { signedIn } from "./signed-in";

const prisma = new PrismaClient();
const merges = express.Router();
merges.get("/merges/:id", signedIn, async (req, res) => {
  await req.answers.success(req, res, await prisma.merge.findUnique({ where: { id: req.params.id } }));
});
export default merges;
// file: src/open.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const open = express.Router();
open.get("/runs/:id/steps", async (req, res) => { // expect: missing-authentication
  const run = await prisma.run.findUnique({ where: { id: req.params.id } });
  await req.answers.success(req, res, await prisma.step.findMany({ where: { runId: run.id } }));
});
export default open;
