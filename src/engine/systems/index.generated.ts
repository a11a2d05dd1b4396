/** Every system, by id. Written by `npm run generate`. */

import adyen from "./adyen.ts";
import algolia from "./algolia.ts";
import axios from "./axios.ts";
import azureBlob from "./azure-blob.ts";
import betterSqlite3 from "./better-sqlite3.ts";
import braintree from "./braintree.ts";
import bullmq from "./bullmq.ts";
import type { System } from "./define-system.ts";
import drizzle from "./drizzle.ts";
import dynamodb from "./dynamodb.ts";
import elasticsearch from "./elasticsearch.ts";
import fetch from "./fetch.ts";
import firestore from "./firestore.ts";
import googleCloudStorage from "./google-cloud-storage.ts";
import ioredis from "./ioredis.ts";
import knex from "./knex.ts";
import kysely from "./kysely.ts";
import lemonSqueezy from "./lemon-squeezy.ts";
import libsql from "./libsql.ts";
import localFiles from "./local-files.ts";
import meilisearch from "./meilisearch.ts";
import memcached from "./memcached.ts";
import mikroOrm from "./mikro-orm.ts";
import mollie from "./mollie.ts";
import mongodb from "./mongodb.ts";
import mongoose from "./mongoose.ts";
import mysql2 from "./mysql2.ts";
import neon from "./neon.ts";
import nodeRedis from "./node-redis.ts";
import nodemailer from "./nodemailer.ts";
import paddle from "./paddle.ts";
import paypal from "./paypal.ts";
import pg from "./pg.ts";
import pglite from "./pglite.ts";
import polar from "./polar.ts";
import postgresJs from "./postgres-js.ts";
import prisma from "./prisma.ts";
import razorpay from "./razorpay.ts";
import s3 from "./s3.ts";
import sequelize from "./sequelize.ts";
import sqlite from "./sqlite.ts";
import square from "./square.ts";
import stripe from "./stripe.ts";
import supabase from "./supabase.ts";
import typeorm from "./typeorm.ts";
import typesense from "./typesense.ts";
import upstashRedis from "./upstash-redis.ts";
import vercelBlob from "./vercel-blob.ts";
import vercelPostgres from "./vercel-postgres.ts";

export const SYSTEMS: readonly System[] = [
  { id: "adyen", ...adyen },
  { id: "algolia", ...algolia },
  { id: "axios", ...axios },
  { id: "azure-blob", ...azureBlob },
  { id: "better-sqlite3", ...betterSqlite3 },
  { id: "braintree", ...braintree },
  { id: "bullmq", ...bullmq },
  { id: "drizzle", ...drizzle },
  { id: "dynamodb", ...dynamodb },
  { id: "elasticsearch", ...elasticsearch },
  { id: "fetch", ...fetch },
  { id: "firestore", ...firestore },
  { id: "google-cloud-storage", ...googleCloudStorage },
  { id: "ioredis", ...ioredis },
  { id: "knex", ...knex },
  { id: "kysely", ...kysely },
  { id: "lemon-squeezy", ...lemonSqueezy },
  { id: "libsql", ...libsql },
  { id: "local-files", ...localFiles },
  { id: "meilisearch", ...meilisearch },
  { id: "memcached", ...memcached },
  { id: "mikro-orm", ...mikroOrm },
  { id: "mollie", ...mollie },
  { id: "mongodb", ...mongodb },
  { id: "mongoose", ...mongoose },
  { id: "mysql2", ...mysql2 },
  { id: "neon", ...neon },
  { id: "node-redis", ...nodeRedis },
  { id: "nodemailer", ...nodemailer },
  { id: "paddle", ...paddle },
  { id: "paypal", ...paypal },
  { id: "pg", ...pg },
  { id: "pglite", ...pglite },
  { id: "polar", ...polar },
  { id: "postgres-js", ...postgresJs },
  { id: "prisma", ...prisma },
  { id: "razorpay", ...razorpay },
  { id: "s3", ...s3 },
  { id: "sequelize", ...sequelize },
  { id: "sqlite", ...sqlite },
  { id: "square", ...square },
  { id: "stripe", ...stripe },
  { id: "supabase", ...supabase },
  { id: "typeorm", ...typeorm },
  { id: "typesense", ...typesense },
  { id: "upstash-redis", ...upstashRedis },
  { id: "vercel-blob", ...vercelBlob },
  { id: "vercel-postgres", ...vercelPostgres },
];
