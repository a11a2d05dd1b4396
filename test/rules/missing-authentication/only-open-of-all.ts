// Twenty endpoints show rows to those who sign in, and this one alone to strangers.

// file: package.json
{ "name": "parts", "dependencies": { "express": "5", "@prisma/client": "6", "jsonwebtoken": "9" } }
// file: prisma/schema.prisma
model Merge {
  id    String @id
  shape String
}
model Part {
  id    String @id
  color String
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";
import open from "./open";

const prisma = new PrismaClient();
const app = express();

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};

const COLORS = ["red", "blue", "green", "grey", "white", "black", "brown", "pink", "teal", "gold"];
for (const color of COLORS) {
  app.get(`/parts/${color}`, signedIn, async (req, res) => {
    res.json(await prisma.part.findMany({ where: { color } }));
  });
  app.get(`/parts/${color}/light`, signedIn, async (req, res) => {
    res.json(await prisma.part.findMany({ where: { color: `light ${color}` } }));
  });
}
app.get("/merges/:id", signedIn, async (req, res) => {
  res.json(await prisma.merge.findUnique({ where: { id: req.params.id } }));
});
app.use(open);
app.listen(3000);
// file: src/open.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const open = express.Router();
open.get("/merges", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.merge.findMany());
});
export default open;
