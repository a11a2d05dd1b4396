/** Every system, by id. Written by `npm run generate`. */

import axios from "./axios.ts";
import betterSqlite3 from "./better-sqlite3.ts";
import bullmq from "./bullmq.ts";
import type { System } from "./define-system.ts";
import drizzle from "./drizzle.ts";
import dynamodb from "./dynamodb.ts";
import fetch from "./fetch.ts";
import firestore from "./firestore.ts";
import ioredis from "./ioredis.ts";
import knex from "./knex.ts";
import kysely from "./kysely.ts";
import libsql from "./libsql.ts";
import memcached from "./memcached.ts";
import mikroOrm from "./mikro-orm.ts";
import mongodb from "./mongodb.ts";
import mongoose from "./mongoose.ts";
import mysql2 from "./mysql2.ts";
import neon from "./neon.ts";
import nodeRedis from "./node-redis.ts";
import nodemailer from "./nodemailer.ts";
import pg from "./pg.ts";
import pglite from "./pglite.ts";
import postgresJs from "./postgres-js.ts";
import prisma from "./prisma.ts";
import sequelize from "./sequelize.ts";
import sqlite from "./sqlite.ts";
import stripe from "./stripe.ts";
import supabase from "./supabase.ts";
import typeorm from "./typeorm.ts";
import upstashRedis from "./upstash-redis.ts";
import vercelPostgres from "./vercel-postgres.ts";

export const SYSTEMS: readonly System[] = [
  { id: "axios", ...axios },
  { id: "better-sqlite3", ...betterSqlite3 },
  { id: "bullmq", ...bullmq },
  { id: "drizzle", ...drizzle },
  { id: "dynamodb", ...dynamodb },
  { id: "fetch", ...fetch },
  { id: "firestore", ...firestore },
  { id: "ioredis", ...ioredis },
  { id: "knex", ...knex },
  { id: "kysely", ...kysely },
  { id: "libsql", ...libsql },
  { id: "memcached", ...memcached },
  { id: "mikro-orm", ...mikroOrm },
  { id: "mongodb", ...mongodb },
  { id: "mongoose", ...mongoose },
  { id: "mysql2", ...mysql2 },
  { id: "neon", ...neon },
  { id: "node-redis", ...nodeRedis },
  { id: "nodemailer", ...nodemailer },
  { id: "pg", ...pg },
  { id: "pglite", ...pglite },
  { id: "postgres-js", ...postgresJs },
  { id: "prisma", ...prisma },
  { id: "sequelize", ...sequelize },
  { id: "sqlite", ...sqlite },
  { id: "stripe", ...stripe },
  { id: "supabase", ...supabase },
  { id: "typeorm", ...typeorm },
  { id: "upstash-redis", ...upstashRedis },
  { id: "vercel-postgres", ...vercelPostgres },
];
