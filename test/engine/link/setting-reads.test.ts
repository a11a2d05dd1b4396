/** The ways in which a path reads settings: each entry point tells which it needs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../harness/analyse.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const CASES: Readonly<Record<string, readonly [code: string, name: string]>> = {
  "process.env": [`res.json(process.env.SHIP_KEY);`, "SHIP_KEY"],
  "a name in brackets": [`res.json(process.env["SHIP_KEY"]);`, "SHIP_KEY"],
  "a helper that is given the name": [
    `res.json(readEnv("SHIP_KEY")); function readEnv(key: string) { return process.env[key]; }`,
    "SHIP_KEY",
  ],
  "a helper that gives a key": [
    `res.json(verify(req.query.token, readEnv("SHIP_KEY"))); function readEnv(key: string) { return process.env[key]; }`,
    "SHIP_KEY",
  ],
  destructuring: [`const { SHIP_KEY } = process.env; res.json(SHIP_KEY);`, "SHIP_KEY"],
  "an environment validated by zod": [`res.json(checked.SHIP_KEY);`, "SHIP_KEY"],
  "the data of a safe parse": [`res.json(safe.data.SHIP_KEY);`, "SHIP_KEY"],
  "createEnv of t3": [`res.json(t3.SHIP_KEY);`, "SHIP_KEY"],
  Deno: [`res.json(Deno.env.get("SHIP_KEY"));`, "SHIP_KEY"],
};

for (const [name, [code, wanted]] of Object.entries(CASES)) {
  test(`${name} is a setting that the route needs`, () => {
    const files = new Map([
      [
        "src/server.ts",
        `import express from "express"; import { z } from "zod"; import { createEnv } from "@t3-oss/env-core"; import { verify } from "jsonwebtoken";
const schema = z.object({ SHIP_KEY: z.string() });
const checked = schema.parse(process.env); const safe = schema.safeParse(process.env);
const t3 = createEnv({ server: { SHIP_KEY: z.string() }, runtimeEnv: process.env });
express().get("/ships", (req, res) => { ${code} });`,
      ],
    ]);
    const [entry] = analyse(files, NEWEST.load()).map.entryPoints;
    assert.deepEqual(entry?.config, [wanted]);
  });
}

test("a binding of a worker and Nest's ConfigService are settings, members of other objects are none", () => {
  const files = new Map([
    [
      "src/worker.ts",
      `import { Hono } from "hono"; const app = new Hono();
app.get("/ships", async (c) => c.json(await c.env.SHIPS.get(c.req.query("id")))); export default app;`,
    ],
    [
      "src/ships.controller.ts",
      `import { Controller, Get } from "@nestjs/common"; import { ConfigService } from "@nestjs/config";
@Controller("nest") export class ShipsController { constructor(private readonly config: ConfigService) {}
@Get() list() { return this.config.getOrThrow("SHIP_KEY") + this.config.get("port"); } }`,
    ],
    [
      "src/plain.ts",
      `import express from "express"; const limits = { MAX_SHIPS: 3 }; express().get("/plain", (req, res) => res.json(limits.MAX_SHIPS));`,
    ],
  ]);
  const needs = analyse(files, NEWEST.load()).map.entryPoints.map(({ path, config }) => `${path} ${config.join(",")}`);
  assert.deepEqual(needs.sort(), ["/nest SHIP_KEY", "/plain ", "/ships SHIPS"]);
});
