import { cron } from "@elysiajs/cron";
import { Elysia } from "elysia";

const beat = cron({ name: "heartbeat", pattern: "*/10 * * * *", run() {} }); // entry: schedule */10 * * * *

new Elysia()
  .use(beat)
  .mount("/legacy", (request: Request) => new Response("old")) // entry: ALL /legacy/*
  .listen(3000);
