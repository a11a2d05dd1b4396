// A unique key that is made by chance refuses no repeat, whoever makes it.
// file: prisma/schema.prisma
model Team {
  id   String @id @default(cuid())
  code String @unique
  name String
}
model Link {
  id     String  @id @default(cuid())
  domain String?
  slug   String?
  name   String

  @@unique([domain, slug])
}

// file: src/chance.ts
import { randomUUID } from "node:crypto";
import baseX from "base-x";
import prand from "pure-rand";

const rng = prand.xoroshiro128plus(Date.now() ^ (Math.random() * 0x100000000));

export function letters(count: number, from = "0123456789abcdefghijkmnpqrstuvwxyz") {
  const all = from.split("");
  let text = "";
  for (let index = 0; index < count; index++) text += all[prand.unsafeUniformIntDistribution(0, all.length - 1, rng)];
  return text;
}

class Ids {
  private prefixes: Record<string, string>;
  constructor(prefixes: Record<string, string>) {
    this.prefixes = prefixes;
  }
  public id = (kind: string) =>
    [this.prefixes[kind], baseX("123456789ABC").encode(Buffer.from(randomUUID().replace(/-/g, ""), "hex"))].join("_");
}

export const newId = new Ids({ team: "tm" }).id;

export function bytes() {
  const filled = new Uint8Array(8);
  globalThis.crypto.getRandomValues(filled);
  return Buffer.from(filled).toString("base64url");
}

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import slugify from "slugify";
import { bytes, letters, newId } from "./chance";

const prisma = new PrismaClient();
const app = express();

app.post("/letters", async (req, res) => {
  res.json(await prisma.team.create({ data: { code: `team_${letters(16)}`, name: req.body.name } })); // expect: unguarded-create
});
app.post("/ids", async (req, res) => {
  res.json(await prisma.team.create({ data: { code: newId("team"), name: req.body.name } })); // expect: unguarded-create
});
app.post("/bytes", async (req, res) => {
  res.json(await prisma.team.create({ data: { code: bytes(), name: req.body.name } })); // expect: unguarded-create
});
app.post("/slugs", async (req, res) => {
  res.json(await prisma.team.create({ data: { code: slugify(req.body.name), name: req.body.name } })); // silent: the same name makes the same code
});
app.post("/links", async (req, res) => {
  const { domain, slug, name } = req.body;
  res.json(await prisma.link.create({ data: { domain: domain || null, slug: slug || null, name } })); // expect: unguarded-create
});
app.post("/links/named", async (req, res) => {
  const { domain, slug, name } = req.body;
  res.json(await prisma.link.create({ data: { domain, slug, name } })); // silent: both are sent again
});
