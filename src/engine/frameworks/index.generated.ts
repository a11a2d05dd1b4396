/** Every framework, by id. Written by `npm run generate`. */

import adonisjs from "./adonisjs.ts";
import agendaJobs from "./agenda-jobs.ts";
import analog from "./analog.ts";
import astro from "./astro.ts";
import awilix from "./awilix.ts";
import awsCdk from "./aws-cdk.ts";
import awsLambda from "./aws-lambda.ts";
import azureFunctions from "./azure-functions.ts";
import azureServiceBusReceiver from "./azure-service-bus-receiver.ts";
import breeJobs from "./bree-jobs.ts";
import bullWorker from "./bull-worker.ts";
import bullmqWorker from "./bullmq-worker.ts";
import cloudflarePages from "./cloudflare-pages.ts";
import cloudflareWorkers from "./cloudflare-workers.ts";
import convex from "./convex.ts";
import cookiePackages from "./cookie-packages.ts";
import type { Framework } from "./define-framework.ts";
import elysia from "./elysia.ts";
import encore from "./encore.ts";
import express from "./express.ts";
import expressAsyncHandler from "./express-async-handler.ts";
import expressFileRouting from "./express-file-routing.ts";
import fastify from "./fastify.ts";
import fastifyDecorators from "./fastify-decorators.ts";
import feathers from "./feathers.ts";
import findMyWay from "./find-my-way.ts";
import firebaseFunctions from "./firebase-functions.ts";
import foal from "./foal.ts";
import fresh from "./fresh.ts";
import googleFunctions from "./google-functions.ts";
import graphileWorker from "./graphile-worker.ts";
import graphql from "./graphql.ts";
import graphqlJs from "./graphql-js.ts";
import graphqlShield from "./graphql-shield.ts";
import grpc from "./grpc.ts";
import hapi from "./hapi.ts";
import hono from "./hono.ts";
import hyperExpress from "./hyper-express.ts";
import inngestFunctions from "./inngest-functions.ts";
import inversify from "./inversify.ts";
import inversifyExpress from "./inversify-express.ts";
import ittyRouter from "./itty-router.ts";
import kafkaConsumer from "./kafka-consumer.ts";
import koa from "./koa.ts";
import loopback from "./loopback.ts";
import medusa from "./medusa.ts";
import meteor from "./meteor.ts";
import micro from "./micro.ts";
import midway from "./midway.ts";
import moleculer from "./moleculer.ts";
import moost from "./moost.ts";
import mqttSubscriber from "./mqtt-subscriber.ts";
import natsSubscriber from "./nats-subscriber.ts";
import nestjs from "./nestjs.ts";
import netlifyFunctions from "./netlify-functions.ts";
import nextConnect from "./next-connect.ts";
import nextSafeAction from "./next-safe-action.ts";
import nextjs from "./nextjs.ts";
import nexus from "./nexus.ts";
import nitro from "./nitro.ts";
import nodeCron from "./node-cron.ts";
import nodeHttp from "./node-http.ts";
import oak from "./oak.ts";
import orpc from "./orpc.ts";
import overnight from "./overnight.ts";
import pgBossWorker from "./pg-boss-worker.ts";
import polka from "./polka.ts";
import pothos from "./pothos.ts";
import pubsubSubscriber from "./pubsub-subscriber.ts";
import qwikCity from "./qwik-city.ts";
import rabbitmqConsumer from "./rabbitmq-consumer.ts";
import redisStreams from "./redis-streams.ts";
import redisSubscriber from "./redis-subscriber.ts";
import remix from "./remix.ts";
import restify from "./restify.ts";
import routingControllers from "./routing-controllers.ts";
import sails from "./sails.ts";
import serve from "./serve.ts";
import signInStrategies from "./sign-in-strategies.ts";
import socketIo from "./socket-io.ts";
import solidStart from "./solid-start.ts";
import sqsConsumer from "./sqs-consumer.ts";
import sqsPoller from "./sqs-poller.ts";
import sst from "./sst.ts";
import sveltekit from "./sveltekit.ts";
import tanstackStart from "./tanstack-start.ts";
import temporalWorker from "./temporal-worker.ts";
import triggerTasks from "./trigger-tasks.ts";
import trpc from "./trpc.ts";
import tsRest from "./ts-rest.ts";
import tsed from "./tsed.ts";
import tsoa from "./tsoa.ts";
import typeGraphql from "./type-graphql.ts";
import upstashWorkflow from "./upstash-workflow.ts";
import uwebsockets from "./uwebsockets.ts";
import vercelCron from "./vercel-cron.ts";
import vercelFunctions from "./vercel-functions.ts";
import wasp from "./wasp.ts";
import workerThreads from "./worker-threads.ts";
import ws from "./ws.ts";
import zodios from "./zodios.ts";

export const FRAMEWORKS: readonly Framework[] = [
  { id: "adonisjs", ...adonisjs },
  { id: "agenda-jobs", ...agendaJobs },
  { id: "analog", ...analog },
  { id: "astro", ...astro },
  { id: "awilix", ...awilix },
  { id: "aws-cdk", ...awsCdk },
  { id: "aws-lambda", ...awsLambda },
  { id: "azure-functions", ...azureFunctions },
  { id: "azure-service-bus-receiver", ...azureServiceBusReceiver },
  { id: "bree-jobs", ...breeJobs },
  { id: "bull-worker", ...bullWorker },
  { id: "bullmq-worker", ...bullmqWorker },
  { id: "cloudflare-pages", ...cloudflarePages },
  { id: "cloudflare-workers", ...cloudflareWorkers },
  { id: "convex", ...convex },
  { id: "cookie-packages", ...cookiePackages },
  { id: "elysia", ...elysia },
  { id: "encore", ...encore },
  { id: "express", ...express },
  { id: "express-async-handler", ...expressAsyncHandler },
  { id: "express-file-routing", ...expressFileRouting },
  { id: "fastify", ...fastify },
  { id: "fastify-decorators", ...fastifyDecorators },
  { id: "feathers", ...feathers },
  { id: "find-my-way", ...findMyWay },
  { id: "firebase-functions", ...firebaseFunctions },
  { id: "foal", ...foal },
  { id: "fresh", ...fresh },
  { id: "google-functions", ...googleFunctions },
  { id: "graphile-worker", ...graphileWorker },
  { id: "graphql", ...graphql },
  { id: "graphql-js", ...graphqlJs },
  { id: "graphql-shield", ...graphqlShield },
  { id: "grpc", ...grpc },
  { id: "hapi", ...hapi },
  { id: "hono", ...hono },
  { id: "hyper-express", ...hyperExpress },
  { id: "inngest-functions", ...inngestFunctions },
  { id: "inversify", ...inversify },
  { id: "inversify-express", ...inversifyExpress },
  { id: "itty-router", ...ittyRouter },
  { id: "kafka-consumer", ...kafkaConsumer },
  { id: "koa", ...koa },
  { id: "loopback", ...loopback },
  { id: "medusa", ...medusa },
  { id: "meteor", ...meteor },
  { id: "micro", ...micro },
  { id: "midway", ...midway },
  { id: "moleculer", ...moleculer },
  { id: "moost", ...moost },
  { id: "mqtt-subscriber", ...mqttSubscriber },
  { id: "nats-subscriber", ...natsSubscriber },
  { id: "nestjs", ...nestjs },
  { id: "netlify-functions", ...netlifyFunctions },
  { id: "next-connect", ...nextConnect },
  { id: "next-safe-action", ...nextSafeAction },
  { id: "nextjs", ...nextjs },
  { id: "nexus", ...nexus },
  { id: "nitro", ...nitro },
  { id: "node-cron", ...nodeCron },
  { id: "node-http", ...nodeHttp },
  { id: "oak", ...oak },
  { id: "orpc", ...orpc },
  { id: "overnight", ...overnight },
  { id: "pg-boss-worker", ...pgBossWorker },
  { id: "polka", ...polka },
  { id: "pothos", ...pothos },
  { id: "pubsub-subscriber", ...pubsubSubscriber },
  { id: "qwik-city", ...qwikCity },
  { id: "rabbitmq-consumer", ...rabbitmqConsumer },
  { id: "redis-streams", ...redisStreams },
  { id: "redis-subscriber", ...redisSubscriber },
  { id: "remix", ...remix },
  { id: "restify", ...restify },
  { id: "routing-controllers", ...routingControllers },
  { id: "sails", ...sails },
  { id: "serve", ...serve },
  { id: "sign-in-strategies", ...signInStrategies },
  { id: "socket-io", ...socketIo },
  { id: "solid-start", ...solidStart },
  { id: "sqs-consumer", ...sqsConsumer },
  { id: "sqs-poller", ...sqsPoller },
  { id: "sst", ...sst },
  { id: "sveltekit", ...sveltekit },
  { id: "tanstack-start", ...tanstackStart },
  { id: "temporal-worker", ...temporalWorker },
  { id: "trigger-tasks", ...triggerTasks },
  { id: "trpc", ...trpc },
  { id: "ts-rest", ...tsRest },
  { id: "tsed", ...tsed },
  { id: "tsoa", ...tsoa },
  { id: "type-graphql", ...typeGraphql },
  { id: "upstash-workflow", ...upstashWorkflow },
  { id: "uwebsockets", ...uwebsockets },
  { id: "vercel-cron", ...vercelCron },
  { id: "vercel-functions", ...vercelFunctions },
  { id: "wasp", ...wasp },
  { id: "worker-threads", ...workerThreads },
  { id: "ws", ...ws },
  { id: "zodios", ...zodios },
];
