// file: src/result.ts
export class Result<T> {
  private constructor(
    private readonly failed: boolean,
    private readonly value?: T,
    private readonly reason?: string,
  ) {}

  static ok<U>(value: U): Result<U> {
    return new Result<U>(false, value);
  }

  static fail<U>(reason: string): Result<U> {
    return new Result<U>(true, undefined, reason);
  }

  isFailed(): boolean {
    return this.failed;
  }

  getValue(): T {
    return this.value as T;
  }
}

// file: src/preferences.ts
import { PrismaClient } from "@prisma/client";
import { Result } from "./result.ts";

const prisma = new PrismaClient();

export async function findPreference(owner: string, name: string): Promise<Result<{ id: string }>> {
  if (name.length > 40) return Result.fail("no such name");
  const row = await prisma.preference.findFirst({ where: { owner, name } });
  if (row === null) return Result.fail("not set yet");
  return Result.ok(row);
}

export function readName(name: string): Result<string> {
  if (name.length > 40) return Result.fail("no such name");
  return Result.ok(name);
}

// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { requireUser } from "./require-user.ts";
import { findPreference, readName } from "./preferences.ts";

const prisma = new PrismaClient();
const app = express();

app.put("/preferences/:name", requireUser, async (req, res) => {
  const found = await findPreference(req.user.id, req.params.name);
  if (found.isFailed()) {
    await prisma.preference.create({ data: { owner: req.user.id, name: req.params.name, value: req.body.value } }); // silent: only where there is none yet
    return res.sendStatus(201);
  }
  await prisma.preference.update({ where: { id: found.getValue().id }, data: { value: req.body.value } });
  res.sendStatus(204);
});

app.post("/notes/:name", requireUser, async (req, res) => {
  const name = readName(req.params.name);
  if (!name.isFailed()) {
    await prisma.note.create({ data: { owner: req.user.id, name: name.getValue(), text: req.body.text } }); // expect: unguarded-create
    return res.sendStatus(201);
  }
  res.sendStatus(400);
});

// file: src/require-user.ts
import jwt from "jsonwebtoken";

export function requireUser(req, res, next) {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
}
