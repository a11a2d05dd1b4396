/** Environment variables that texts read, and which of them a service reads at all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace } from "../../../src/engine/workspace/create-workspace.ts";
import { readersInText, settingsAskedOf, settingsInText } from "../../../src/engine/workspace/settings-in-text.ts";
import { analyse } from "../../harness/analyse.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const CASES: Readonly<Record<string, readonly [text: string, names: string]>> = {
  members: ["start(process.env.PORT, import.meta.env.VITE_URL, Bun.env.KEY)", "PORT VITE_URL KEY"],
  brackets: [`start(process.env["PORT"], process.env?.['HOST'])`, "PORT HOST"],
  "taken apart": [`const { PORT, HOST: host, MODE_NAME = "a" } = process.env;`, "PORT HOST MODE_NAME"],
  Deno: [`Deno.env.get("PORT")`, "PORT"],
  "Nest's ConfigService": [`this.configService.getOrThrow<string>("PORT"); config.get("port")`, "PORT"],
  Adonis: [`env.get("APP_KEY")`, "APP_KEY"],
  SvelteKit: [`import { API_KEY } from "$env/static/private";`, "API_KEY"],
  "SvelteKit, dynamic": [`import { env } from "$env/dynamic/private";\nuse(env.API_KEY);`, "API_KEY"],
  "a schema": [`const env = z.object({\n  PORT: z.string(),\n  limit: z.number(),\n}).parse(process.env);`, "PORT"],
  "a function that is given the name": [
    `const required = (name: string): string => process.env[name] ?? fail(name);\nexport const port = required("PORT");`,
    "PORT",
  ],
  "what tools set": ["start(import.meta.env.BASE_URL, import.meta.env.MODE, process.env.npm_package_name)", ""],
  "names that tools have elsewhere": ["start(process.env.BASE_URL, process.env.MODE)", "BASE_URL MODE"],
  comments: [
    `// process.env.OLD\n/* process.env.OLDER */ const url = "https://a.b/" + process.env.PATH_PART;`,
    "PATH_PART",
  ],
  "other objects": [`limits.MAX_SHIPS; settings.get("NAME"); const { A } = options.env;`, ""],
};

for (const [name, [text, names]] of Object.entries(CASES)) {
  test(`settings of a text: ${name}`, () => {
    assert.equal(
      [...settingsInText(text), ...settingsAskedOf(readersInText(text), text)].map((one) => one.name).join(" "),
      names,
    );
  });
}

test("an edit changes what its file reads, and a function that is given names is known in every file", () => {
  const workspace = createWorkspace({ typescript: () => NEWEST.load() });
  const server = `import express from "express"; import { required } from "./env.ts";
const app = express(); app.get("/tides", (req, res) => res.json(required("TIDES_URL"))); app.listen(process.env.PORT);`;
  workspace.setFile("package.json", `{ "name": "api", "dependencies": { "express": "5" } }`);
  workspace.setFile("src/env.ts", "export const required = (name) => process.env[name] ?? fail(name);");
  workspace.setFile("src/server.ts", server);
  const names = () => workspace.serviceMap().config.map(({ name }) => name);
  assert.deepEqual(names(), ["PORT", "TIDES_URL"]);
  workspace.setFile("src/server.ts", server.replace("env.PORT", "env.HARBOUR_PORT"));
  assert.deepEqual(names(), ["HARBOUR_PORT", "TIDES_URL"]);
  workspace.setFile("src/env.ts", "export const required = (name) => settings[name] ?? fail(name);");
  assert.deepEqual(names(), ["HARBOUR_PORT"]);
});

test("a service reads what its code reads when it starts, and a route needs what its client was made with", () => {
  const files = new Map([
    ["api/package.json", `{ "name": "api" }`],
    ["api/.env.example", "PORT=3000"],
    [
      "api/src/server.ts",
      `import express from "express"; import pg from "pg"; import jwt from "jsonwebtoken";
const pool = new pg.Pool({ connectionString: process.env.PG_URL });
const key = process.env.TOKEN_KEY;
const app = express();
app.get("/tides", async (req, res) => res.json((await pool.query("SELECT * FROM tides")).rows));
app.get("/me", (req, res) => res.json(jwt.verify(req.headers.authorization, key)));
app.listen(process.env.PORT);`,
    ],
    ["api/test/server.test.ts", "process.env.TEST_ONLY;"],
    ["web/package.json", `{ "name": "web" }`],
    ["web/src/page.tsx", "export const url = process.env.WEB_URL;"],
  ]);
  const { map } = analyse(files, NEWEST.load());
  assert.deepEqual(
    map.config.map(({ name, line, documented }) => `${name} ${line} ${documented}`),
    ["PG_URL 2 false", "PORT 7 true", "TOKEN_KEY 3 false"],
  );
  assert.deepEqual(map.entryPoints.map(({ path, config }) => `${path} ${config.join(",")}`).sort(), [
    "/me TOKEN_KEY",
    "/tides PG_URL",
  ]);
});
