/** Every system, by id. Written by `npm run generate`. */

import adonisDrive from "./adonis-drive.ts";
import adonisMail from "./adonis-mail.ts";
import adonisRedis from "./adonis-redis.ts";
import adyen from "./adyen.ts";
import agenda from "./agenda.ts";
import aiSdk from "./ai-sdk.ts";
import algolia from "./algolia.ts";
import anthropic from "./anthropic.ts";
import apolloDatasourceRest from "./apollo-datasource-rest.ts";
import appwrite from "./appwrite.ts";
import atDatabases from "./at-databases.ts";
import auth0 from "./auth0.ts";
import authjs from "./authjs.ts";
import axios from "./axios.ts";
import azureBlob from "./azure-blob.ts";
import azureServiceBus from "./azure-service-bus.ts";
import basicAndBearer from "./basic-and-bearer.ts";
import beeQueue from "./bee-queue.ts";
import betterAuth from "./better-auth.ts";
import betterSqlite3 from "./better-sqlite3.ts";
import braintree from "./braintree.ts";
import bull from "./bull.ts";
import bullmq from "./bullmq.ts";
import cacheManager from "./cache-manager.ts";
import casl from "./casl.ts";
import cassandra from "./cassandra.ts";
import clerk from "./clerk.ts";
import clickhouse from "./clickhouse.ts";
import cloudflareAnalytics from "./cloudflare-analytics.ts";
import cloudflareD1 from "./cloudflare-d1.ts";
import cloudflareEmail from "./cloudflare-email.ts";
import cloudflareKv from "./cloudflare-kv.ts";
import cloudflareQueues from "./cloudflare-queues.ts";
import cloudflareR2 from "./cloudflare-r2.ts";
import cloudflareWorkflows from "./cloudflare-workflows.ts";
import cloudinary from "./cloudinary.ts";
import cognito from "./cognito.ts";
import convex from "./convex.ts";
import convexAuth from "./convex-auth.ts";
import cosmosDb from "./cosmos-db.ts";
import couchdb from "./couchdb.ts";
import datadog from "./datadog.ts";
import type { System } from "./define-system.ts";
import denoKv from "./deno-kv.ts";
import drizzle from "./drizzle.ts";
import dynamodb from "./dynamodb.ts";
import dynamoose from "./dynamoose.ts";
import elasticsearch from "./elasticsearch.ts";
import electrodb from "./electrodb.ts";
import elysiaJwt from "./elysia-jwt.ts";
import emailTemplates from "./email-templates.ts";
import eventbridge from "./eventbridge.ts";
import expressJwt from "./express-jwt.ts";
import expressOauthServer from "./express-oauth-server.ts";
import expressOauth2JwtBearer from "./express-oauth2-jwt-bearer.ts";
import expressOpenidConnect from "./express-openid-connect.ts";
import fastifyJwt from "./fastify-jwt.ts";
import feathersAdapters from "./feathers-adapters.ts";
import fetch from "./fetch.ts";
import firebaseAuth from "./firebase-auth.ts";
import firebaseDatabase from "./firebase-database.ts";
import firestore from "./firestore.ts";
import googleCloudStorage from "./google-cloud-storage.ts";
import googleCloudTasks from "./google-cloud-tasks.ts";
import googleGenai from "./google-genai.ts";
import googlePubsub from "./google-pubsub.ts";
import googleapis from "./googleapis.ts";
import got from "./got.ts";
import hostedAuth from "./hosted-auth.ts";
import imagekit from "./imagekit.ts";
import inngest from "./inngest.ts";
import inputValidators from "./input-validators.ts";
import ioredis from "./ioredis.ts";
import jose from "./jose.ts";
import jsonwebtoken from "./jsonwebtoken.ts";
import jwtSimple from "./jwt-simple.ts";
import kafka from "./kafka.ts";
import keycloak from "./keycloak.ts";
import knex from "./knex.ts";
import kysely from "./kysely.ts";
import lambdaInvoke from "./lambda-invoke.ts";
import langchain from "./langchain.ts";
import lemonSqueezy from "./lemon-squeezy.ts";
import libsql from "./libsql.ts";
import liveChannels from "./live-channels.ts";
import localFiles from "./local-files.ts";
import loopbackRepository from "./loopback-repository.ts";
import lucid from "./lucid.ts";
import lucidDatabase from "./lucid-database.ts";
import mailServices from "./mail-services.ts";
import mailgun from "./mailgun.ts";
import medusa from "./medusa.ts";
import meilisearch from "./meilisearch.ts";
import memcached from "./memcached.ts";
import meteorMongo from "./meteor-mongo.ts";
import mikroOrm from "./mikro-orm.ts";
import minio from "./minio.ts";
import mollie from "./mollie.ts";
import mongodb from "./mongodb.ts";
import mongoose from "./mongoose.ts";
import mqtt from "./mqtt.ts";
import mssql from "./mssql.ts";
import multer from "./multer.ts";
import mysql2 from "./mysql2.ts";
import nats from "./nats.ts";
import nedb from "./nedb.ts";
import neo4j from "./neo4j.ts";
import neon from "./neon.ts";
import nestKeycloakConnect from "./nest-keycloak-connect.ts";
import nestMicroservices from "./nest-microservices.ts";
import newrelic from "./newrelic.ts";
import nodeHttpClient from "./node-http-client.ts";
import nodeRedis from "./node-redis.ts";
import nodemailer from "./nodemailer.ts";
import oauth2Server from "./oauth2-server.ts";
import objection from "./objection.ts";
import octokit from "./octokit.ts";
import ofetch from "./ofetch.ts";
import openai from "./openai.ts";
import opentelemetry from "./opentelemetry.ts";
import oracledb from "./oracledb.ts";
import ottoman from "./ottoman.ts";
import paddle from "./paddle.ts";
import paralectNodeMongo from "./paralect-node-mongo.ts";
import passport from "./passport.ts";
import passwordHash from "./password-hash.ts";
import payload from "./payload.ts";
import paypal from "./paypal.ts";
import pg from "./pg.ts";
import pgBoss from "./pg-boss.ts";
import pgPromise from "./pg-promise.ts";
import pglite from "./pglite.ts";
import pino from "./pino.ts";
import planetscale from "./planetscale.ts";
import pocketbase from "./pocketbase.ts";
import polar from "./polar.ts";
import postgresJs from "./postgres-js.ts";
import postmark from "./postmark.ts";
import prisma from "./prisma.ts";
import promClient from "./prom-client.ts";
import push from "./push.ts";
import qstash from "./qstash.ts";
import rabbitmq from "./rabbitmq.ts";
import rateLimiters from "./rate-limiters.ts";
import razorpay from "./razorpay.ts";
import regionalPayments from "./regional-payments.ts";
import remixAuth from "./remix-auth.ts";
import request from "./request.ts";
import requestValidators from "./request-validators.ts";
import resend from "./resend.ts";
import s3 from "./s3.ts";
import s3Presigned from "./s3-presigned.ts";
import schemaValidators from "./schema-validators.ts";
import sendgrid from "./sendgrid.ts";
import sentry from "./sentry.ts";
import sequelize from "./sequelize.ts";
import ses from "./ses.ts";
import sessionAuth from "./session-auth.ts";
import slack from "./slack.ts";
import slonik from "./slonik.ts";
import sns from "./sns.ts";
import sqlite from "./sqlite.ts";
import sqs from "./sqs.ts";
import square from "./square.ts";
import stepFunctions from "./step-functions.ts";
import stripe from "./stripe.ts";
import supabase from "./supabase.ts";
import superagent from "./superagent.ts";
import svix from "./svix.ts";
import telegram from "./telegram.ts";
import temporal from "./temporal.ts";
import textMessages from "./text-messages.ts";
import tokenDecoders from "./token-decoders.ts";
import triggerDev from "./trigger-dev.ts";
import twilio from "./twilio.ts";
import typeorm from "./typeorm.ts";
import typesense from "./typesense.ts";
import undici from "./undici.ts";
import unstorage from "./unstorage.ts";
import upstashRedis from "./upstash-redis.ts";
import vercelBlob from "./vercel-blob.ts";
import vercelPostgres from "./vercel-postgres.ts";
import waterline from "./waterline.ts";
import webhookSignatures from "./webhook-signatures.ts";
import winston from "./winston.ts";
import zenstack from "./zenstack.ts";

export const SYSTEMS: readonly System[] = [
  { id: "adonis-drive", ...adonisDrive },
  { id: "adonis-mail", ...adonisMail },
  { id: "adonis-redis", ...adonisRedis },
  { id: "adyen", ...adyen },
  { id: "agenda", ...agenda },
  { id: "ai-sdk", ...aiSdk },
  { id: "algolia", ...algolia },
  { id: "anthropic", ...anthropic },
  { id: "apollo-datasource-rest", ...apolloDatasourceRest },
  { id: "appwrite", ...appwrite },
  { id: "at-databases", ...atDatabases },
  { id: "auth0", ...auth0 },
  { id: "authjs", ...authjs },
  { id: "axios", ...axios },
  { id: "azure-blob", ...azureBlob },
  { id: "azure-service-bus", ...azureServiceBus },
  { id: "basic-and-bearer", ...basicAndBearer },
  { id: "bee-queue", ...beeQueue },
  { id: "better-auth", ...betterAuth },
  { id: "better-sqlite3", ...betterSqlite3 },
  { id: "braintree", ...braintree },
  { id: "bull", ...bull },
  { id: "bullmq", ...bullmq },
  { id: "cache-manager", ...cacheManager },
  { id: "casl", ...casl },
  { id: "cassandra", ...cassandra },
  { id: "clerk", ...clerk },
  { id: "clickhouse", ...clickhouse },
  { id: "cloudflare-analytics", ...cloudflareAnalytics },
  { id: "cloudflare-d1", ...cloudflareD1 },
  { id: "cloudflare-email", ...cloudflareEmail },
  { id: "cloudflare-kv", ...cloudflareKv },
  { id: "cloudflare-queues", ...cloudflareQueues },
  { id: "cloudflare-r2", ...cloudflareR2 },
  { id: "cloudflare-workflows", ...cloudflareWorkflows },
  { id: "cloudinary", ...cloudinary },
  { id: "cognito", ...cognito },
  { id: "convex", ...convex },
  { id: "convex-auth", ...convexAuth },
  { id: "cosmos-db", ...cosmosDb },
  { id: "couchdb", ...couchdb },
  { id: "datadog", ...datadog },
  { id: "deno-kv", ...denoKv },
  { id: "drizzle", ...drizzle },
  { id: "dynamodb", ...dynamodb },
  { id: "dynamoose", ...dynamoose },
  { id: "elasticsearch", ...elasticsearch },
  { id: "electrodb", ...electrodb },
  { id: "elysia-jwt", ...elysiaJwt },
  { id: "email-templates", ...emailTemplates },
  { id: "eventbridge", ...eventbridge },
  { id: "express-jwt", ...expressJwt },
  { id: "express-oauth-server", ...expressOauthServer },
  { id: "express-oauth2-jwt-bearer", ...expressOauth2JwtBearer },
  { id: "express-openid-connect", ...expressOpenidConnect },
  { id: "fastify-jwt", ...fastifyJwt },
  { id: "feathers-adapters", ...feathersAdapters },
  { id: "fetch", ...fetch },
  { id: "firebase-auth", ...firebaseAuth },
  { id: "firebase-database", ...firebaseDatabase },
  { id: "firestore", ...firestore },
  { id: "google-cloud-storage", ...googleCloudStorage },
  { id: "google-cloud-tasks", ...googleCloudTasks },
  { id: "google-genai", ...googleGenai },
  { id: "google-pubsub", ...googlePubsub },
  { id: "googleapis", ...googleapis },
  { id: "got", ...got },
  { id: "hosted-auth", ...hostedAuth },
  { id: "imagekit", ...imagekit },
  { id: "inngest", ...inngest },
  { id: "input-validators", ...inputValidators },
  { id: "ioredis", ...ioredis },
  { id: "jose", ...jose },
  { id: "jsonwebtoken", ...jsonwebtoken },
  { id: "jwt-simple", ...jwtSimple },
  { id: "kafka", ...kafka },
  { id: "keycloak", ...keycloak },
  { id: "knex", ...knex },
  { id: "kysely", ...kysely },
  { id: "lambda-invoke", ...lambdaInvoke },
  { id: "langchain", ...langchain },
  { id: "lemon-squeezy", ...lemonSqueezy },
  { id: "libsql", ...libsql },
  { id: "live-channels", ...liveChannels },
  { id: "local-files", ...localFiles },
  { id: "loopback-repository", ...loopbackRepository },
  { id: "lucid", ...lucid },
  { id: "lucid-database", ...lucidDatabase },
  { id: "mail-services", ...mailServices },
  { id: "mailgun", ...mailgun },
  { id: "medusa", ...medusa },
  { id: "meilisearch", ...meilisearch },
  { id: "memcached", ...memcached },
  { id: "meteor-mongo", ...meteorMongo },
  { id: "mikro-orm", ...mikroOrm },
  { id: "minio", ...minio },
  { id: "mollie", ...mollie },
  { id: "mongodb", ...mongodb },
  { id: "mongoose", ...mongoose },
  { id: "mqtt", ...mqtt },
  { id: "mssql", ...mssql },
  { id: "multer", ...multer },
  { id: "mysql2", ...mysql2 },
  { id: "nats", ...nats },
  { id: "nedb", ...nedb },
  { id: "neo4j", ...neo4j },
  { id: "neon", ...neon },
  { id: "nest-keycloak-connect", ...nestKeycloakConnect },
  { id: "nest-microservices", ...nestMicroservices },
  { id: "newrelic", ...newrelic },
  { id: "node-http-client", ...nodeHttpClient },
  { id: "node-redis", ...nodeRedis },
  { id: "nodemailer", ...nodemailer },
  { id: "oauth2-server", ...oauth2Server },
  { id: "objection", ...objection },
  { id: "octokit", ...octokit },
  { id: "ofetch", ...ofetch },
  { id: "openai", ...openai },
  { id: "opentelemetry", ...opentelemetry },
  { id: "oracledb", ...oracledb },
  { id: "ottoman", ...ottoman },
  { id: "paddle", ...paddle },
  { id: "paralect-node-mongo", ...paralectNodeMongo },
  { id: "passport", ...passport },
  { id: "password-hash", ...passwordHash },
  { id: "payload", ...payload },
  { id: "paypal", ...paypal },
  { id: "pg", ...pg },
  { id: "pg-boss", ...pgBoss },
  { id: "pg-promise", ...pgPromise },
  { id: "pglite", ...pglite },
  { id: "pino", ...pino },
  { id: "planetscale", ...planetscale },
  { id: "pocketbase", ...pocketbase },
  { id: "polar", ...polar },
  { id: "postgres-js", ...postgresJs },
  { id: "postmark", ...postmark },
  { id: "prisma", ...prisma },
  { id: "prom-client", ...promClient },
  { id: "push", ...push },
  { id: "qstash", ...qstash },
  { id: "rabbitmq", ...rabbitmq },
  { id: "rate-limiters", ...rateLimiters },
  { id: "razorpay", ...razorpay },
  { id: "regional-payments", ...regionalPayments },
  { id: "remix-auth", ...remixAuth },
  { id: "request", ...request },
  { id: "request-validators", ...requestValidators },
  { id: "resend", ...resend },
  { id: "s3", ...s3 },
  { id: "s3-presigned", ...s3Presigned },
  { id: "schema-validators", ...schemaValidators },
  { id: "sendgrid", ...sendgrid },
  { id: "sentry", ...sentry },
  { id: "sequelize", ...sequelize },
  { id: "ses", ...ses },
  { id: "session-auth", ...sessionAuth },
  { id: "slack", ...slack },
  { id: "slonik", ...slonik },
  { id: "sns", ...sns },
  { id: "sqlite", ...sqlite },
  { id: "sqs", ...sqs },
  { id: "square", ...square },
  { id: "step-functions", ...stepFunctions },
  { id: "stripe", ...stripe },
  { id: "supabase", ...supabase },
  { id: "superagent", ...superagent },
  { id: "svix", ...svix },
  { id: "telegram", ...telegram },
  { id: "temporal", ...temporal },
  { id: "text-messages", ...textMessages },
  { id: "token-decoders", ...tokenDecoders },
  { id: "trigger-dev", ...triggerDev },
  { id: "twilio", ...twilio },
  { id: "typeorm", ...typeorm },
  { id: "typesense", ...typesense },
  { id: "undici", ...undici },
  { id: "unstorage", ...unstorage },
  { id: "upstash-redis", ...upstashRedis },
  { id: "vercel-blob", ...vercelBlob },
  { id: "vercel-postgres", ...vercelPostgres },
  { id: "waterline", ...waterline },
  { id: "webhook-signatures", ...webhookSignatures },
  { id: "winston", ...winston },
  { id: "zenstack", ...zenstack },
];
