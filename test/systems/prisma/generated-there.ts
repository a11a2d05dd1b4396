// file: src/generated/prisma/client.ts
import * as runtime from "@prisma/client/runtime/client";
import * as $Class from "./internal/class";

export const PrismaClient = $Class.getPrismaClientClass();
export type PrismaClient = $Class.PrismaClient;

// file: src/generated/prisma/index.js
const { getPrismaClient } = require("./runtime/library.js");

const PrismaClient = getPrismaClient({ generator: { name: "client" } });
exports.PrismaClient = PrismaClient;

// file: src/generated/prisma/internal/class.ts
import * as runtime from "@prisma/client/runtime/client";

export interface PrismaClient {
  readonly user: unknown;
}
export function getPrismaClientClass() {
  return runtime.getPrismaClient({}) as unknown;
}

// file: src/db.ts
import { PrismaClient } from "./generated/prisma/client";

const kept = globalThis as unknown as { prisma: PrismaClient | undefined };
export const prisma = kept.prisma ?? new PrismaClient({ log: ["error"] });

// file: src/old.js
const { PrismaClient } = require("./generated/prisma");

exports.client = new PrismaClient();

// file: src/app.ts
import express from "express";
import { prisma } from "./db";
import { client } from "./old";

const app = express();

app.delete("/users/:id", async (req, res) => {
  await prisma.user.delete({ where: { id: req.params.id } }); // effect: write database user, delete
  await client.log.create({ data: { text: "gone" } }); // effect: write database log, insert
  res.end();
});
