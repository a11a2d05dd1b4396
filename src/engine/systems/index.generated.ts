/** Every system, by id. Written by `npm run generate`. */

import axios from "./axios.ts";
import bullmq from "./bullmq.ts";
import type { System } from "./define-system.ts";
import fetch from "./fetch.ts";
import ioredis from "./ioredis.ts";
import nodeRedis from "./node-redis.ts";
import nodemailer from "./nodemailer.ts";
import pg from "./pg.ts";
import pglite from "./pglite.ts";
import prisma from "./prisma.ts";
import stripe from "./stripe.ts";

export const SYSTEMS: readonly System[] = [
  { id: "axios", ...axios },
  { id: "bullmq", ...bullmq },
  { id: "fetch", ...fetch },
  { id: "ioredis", ...ioredis },
  { id: "node-redis", ...nodeRedis },
  { id: "nodemailer", ...nodemailer },
  { id: "pg", ...pg },
  { id: "pglite", ...pglite },
  { id: "prisma", ...prisma },
  { id: "stripe", ...stripe },
];
