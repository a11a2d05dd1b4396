// file: main.ts
import { Hono } from "jsr:@hono/hono@4";
import { serve } from "https://deno.land/std@0.177.0/http/server.ts";
const app = new Hono();
app.get("/d", (c) => c.text("hi")); // entry: GET /d
Deno.serve(app.fetch);
// file: main2.ts
import { Hono } from "https://deno.land/x/hono@v3.4.1/mod.ts";
const app = new Hono();
app.put("/d2", (c) => c.text("hi")); // entry: PUT /d2
// file: main3.ts
import { Hono } from "npm:hono";
export const app = new Hono().patch("/d3", (c) => c.text("hi")); // entry: PATCH /d3
app.mount("/x", (req) => new Response("x")); // entry: ALL /x/*
