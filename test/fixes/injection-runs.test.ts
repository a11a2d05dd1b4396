/** Fixes of injection, seen to work: the code runs before and after its fix, with a request that harms and one that does not. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { PGlite } from "@electric-sql/pglite";
import ts from "typescript";
import { applyEdits, type Replacement } from "../../src/engine/fixes/code/text-edits.ts";
import { analysed } from "./lab/analysed.ts";

type Handler = (request: Request, response: { json(answer: unknown): void }) => unknown;
interface Request {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

const FILE = "src/app.ts";

/** The text after the fix of its one finding. */
function fixed(text: string): string {
  const { findings } = analysed(new Map([[FILE, text]]));
  const [finding, ...others] = findings.filter((one) => one.ruleId === "validation/injection");
  assert.ok(finding, "a finding");
  assert.deepEqual(others, []);
  const edits = finding.fixes[0]?.edits((file) => (file === FILE ? text : undefined)) as readonly Replacement[];
  const after = applyEdits(text, edits);
  assert.deepEqual(
    analysed(new Map([[FILE, after]])).findings.filter((one) => one.ruleId === "validation/injection"),
    [],
    after,
  );
  return after;
}

/** Answers of the one handler in the text. */
function service(text: string, database?: PGlite): (request: Request) => Promise<unknown> {
  const handlers: Handler[] = [];
  const register = (_path: string, handler: Handler): void => {
    handlers.push(handler);
  };
  const real = createRequire(import.meta.url);
  const wanted = (name: string): unknown => {
    if (name === "express") return { __esModule: true, default: () => ({ get: register, post: register }) };
    if (name === "@electric-sql/pglite")
      return {
        PGlite: function database_() {
          return database;
        },
      };
    return real(name);
  };
  const code = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, esModuleInterop: true } });
  new Function("require", "exports", code.outputText)(wanted, {});
  const [handler] = handlers;
  assert.ok(handler);
  return (request) =>
    new Promise((resolve, reject) => {
      Promise.resolve(handler(request, { json: resolve })).catch(reject);
    });
}

const sql = (statement: string): string => `import express from "express";
import { PGlite } from "@electric-sql/pglite";

const app = express();
const database = new PGlite();

app.get("/users", async (req, res) => {
  const { rows } = await database.query(\`${statement}\`);
  res.json(rows.map((row) => row.name));
});
`;

test("values that become parameters find what they say and nothing else", async () => {
  const database = new PGlite();
  await database.exec(
    "CREATE TABLE users (name text, email text); INSERT INTO users VALUES ('Ada', 'ada@a.org'), ('Bo', 'bo@b.org')",
  );
  const everybody = { query: { email: "x' OR 1=1 --" } };
  const cases = [
    ["SELECT name FROM users WHERE email = '${req.query.email}'", "ada@a.org"],
    ["SELECT name FROM users WHERE email LIKE '%${req.query.email}%'", "ada@"],
    ["SELECT name FROM users\n    WHERE email = '${req.query.email}' LIMIT 5", "ada@a.org"],
  ] as const;
  for (const [statement, email] of cases) {
    const before = sql(statement);
    const harmed = service(before, database);
    const mended = service(fixed(before), database);
    assert.deepEqual(await harmed(everybody), ["Ada", "Bo"], "the harm is real");
    assert.deepEqual(await mended(everybody), []);
    assert.deepEqual(await mended({ query: { email } }), await harmed({ query: { email } }));
    assert.deepEqual(await mended({ query: { email } }), ["Ada"]);
  }
  await database.close();
});

test("a program without a shell takes a command in its argument as a word", async () => {
  const before = `import { exec } from "node:child_process";
import express from "express";

const app = express();

app.post("/echo", (req, res) => {
  exec(\`echo "\${req.body.word}" end\`, (error, output) => res.json(output));
});
`;
  const after = fixed(before);
  const harm = { body: { word: 'a"; echo "harmed' } };
  assert.equal(await service(before)(harm), "a\nharmed end\n", "the harm is real");
  assert.equal(await service(after)(harm), 'a"; echo "harmed end\n');
  assert.equal(await service(after)({ body: { word: "two words" } }), "two words end\n");
  assert.equal(await service(before)({ body: { word: "two words" } }), "two words end\n");
});
