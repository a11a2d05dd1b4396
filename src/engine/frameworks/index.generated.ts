/** Every framework, by id. Written by `npm run generate`. */

import bullmqWorker from "./bullmq-worker.ts";
import type { Framework } from "./define-framework.ts";
import express from "./express.ts";
import fastify from "./fastify.ts";
import hapi from "./hapi.ts";
import hono from "./hono.ts";
import koa from "./koa.ts";
import nestjs from "./nestjs.ts";
import nextjs from "./nextjs.ts";
import nodeCron from "./node-cron.ts";
import oak from "./oak.ts";
import restify from "./restify.ts";
import trpc from "./trpc.ts";

export const FRAMEWORKS: readonly Framework[] = [
  { id: "bullmq-worker", ...bullmqWorker },
  { id: "express", ...express },
  { id: "fastify", ...fastify },
  { id: "hapi", ...hapi },
  { id: "hono", ...hono },
  { id: "koa", ...koa },
  { id: "nestjs", ...nestjs },
  { id: "nextjs", ...nextjs },
  { id: "node-cron", ...nodeCron },
  { id: "oak", ...oak },
  { id: "restify", ...restify },
  { id: "trpc", ...trpc },
];
