/** Completes a rule's example: what every reader takes for granted (`app`, `stripe`, `prisma`) is imported and made. */

import type { RuleExample } from "../../scripts/lib/rule-doc.ts";
import type { Files } from "./analyse.ts";
import { readMarkers } from "./markers.ts";

export function exampleFiles({ code, file }: RuleExample): Files {
  const files = readMarkers(file, code);
  return new Map(files.map(({ path, text }) => [path, isCode(path) ? withContext(text) : text]));
}

function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/** Each name with the code that gives it, in an order in which they may follow each other. */
const CONTEXT: readonly (readonly [name: string, code: string])[] = [
  ["express", 'import express from "express";'],
  ["app", 'import express from "express"; const app = express();'],
  ["router", 'import { Router } from "express"; const router = Router();'],
  ["Stripe", 'import Stripe from "stripe";'],
  ["stripe", 'import Stripe from "stripe"; const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);'],
  ["prisma", 'import { PrismaClient } from "@prisma/client"; const prisma = new PrismaClient();'],
  ["pool", 'import { Pool } from "pg"; const pool = new Pool();'],
  ["redis", 'import Redis from "ioredis"; const redis = new Redis();'],
  ["queue", 'import { Queue } from "bullmq"; const queue = new Queue("jobs");'],
  ["Worker", 'import { Worker } from "bullmq";'],
  ["mailer", 'import nodemailer from "nodemailer"; const mailer = nodemailer.createTransport({});'],
  ["jwt", 'import jwt from "jsonwebtoken";'],
  ["axios", 'import axios from "axios";'],
  ["crypto", 'import crypto from "node:crypto";'],
];

/** Prepends the context of names that the code uses and neither imports nor declares; on one line, for the places. */
function withContext(code: string): string {
  const missing = CONTEXT.filter(([name]) => uses(code, name) && !declares(code, name)).map(([, context]) => context);
  const lines = new Set(missing.flatMap((context) => context.split(/(?<=;) /)).filter((line) => !repeats(line, code)));
  return lines.size === 0 ? code : `${[...lines].join(" ")}\n${code}`;
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w.$"'/-])${name}\\b(?!\\s*:)(?!["'])`).test(code);
}

function declares(code: string, name: string): boolean {
  return new RegExp(
    `\\b(?:import|const|let|var|function|class)\\b[^;=()]*\\b${name}\\b|[({,]\\s*${name}\\s*[,)}:][^;]*=>`,
  ).test(code);
}

/** An import the example has itself. */
function repeats(line: string, code: string): boolean {
  const name = /^import \{? ?(\w+)/.exec(line)?.[1];
  return name !== undefined && declares(code, name);
}
