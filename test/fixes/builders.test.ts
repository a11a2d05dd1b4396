/** Every edit builder, on the layouts people write: what is asked for changes, the rest stays byte for byte. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addImport, type WantedImport } from "../../src/engine/fixes/code/add-import.ts";
import {
  addField,
  addOption,
  appendArgument,
  insertArgument,
  wrapArgument,
} from "../../src/engine/fixes/code/call-arguments.ts";
import { quoted, relativeSpecifier, styleOf } from "../../src/engine/fixes/code/file-style.ts";
import { addJsonProperty } from "../../src/engine/fixes/code/json-property.ts";
import { insertAfter, insertAtTop, insertBefore, wrapStatements } from "../../src/engine/fixes/code/statements.ts";
import {
  applyEdits,
  composeEdits,
  conflicts,
  EditConflict,
  insertion,
} from "../../src/engine/fixes/code/text-edits.ts";
import { statementsAround } from "../../src/engine/fixes/code/visit-facts.ts";
import { addIgnored, addVariable } from "../../src/engine/fixes/environment/environment-files.ts";
import { addPrismaModel, addPrismaUnique } from "../../src/engine/fixes/schema/prisma-schema.ts";
import { addMigration } from "../../src/engine/fixes/schema/sql-migration.ts";
import { after, callOf, source } from "./source.ts";

function imported(text: string, wanted: WantedImport, file?: string) {
  const from = source(text, file);
  const { local, edits } = addImport(from, wanted);
  return { local, text: after(from, edits) };
}

test("an import goes behind the others, in the file's quotes and semicolons", () => {
  assert.equal(
    imported(`import a from 'a'\nimport {\n  b,\n} from './b'\n\na(b)\n`, { module: "./c", name: "c" }).text,
    `import a from 'a'\nimport {\n  b,\n} from './b'\nimport { c } from './c'\n\na(b)\n`,
  );
  assert.equal(
    imported(`import a from "a"; // keep\r\n\r\na();\r\n`, { module: "./c.ts", name: "default", as: "c" }).text,
    `import a from "a"; // keep\r\nimport c from "./c.ts";\r\n\r\na();\r\n`,
  );
  assert.equal(
    imported(`import "side";\nrun();\n`, { module: "./c.ts", name: "*", as: "c" }).text,
    `import "side";\nimport * as c from "./c.ts";\nrun();\n`,
  );
});

test("a name joins the braces of an import of its module", () => {
  const wanted = { module: "./b.js", name: "c" };
  assert.equal(imported(`import { a } from "./b.js";\n`, wanted).text, `import { a, c } from "./b.js";\n`);
  assert.equal(imported(`import { a as x } from "./b.js";\n`, wanted).text, `import { a as x, c } from "./b.js";\n`);
  assert.equal(
    imported(`import {\n  a,\n  b as x, // why\n} from "./b.js";\n`, wanted).text,
    `import {\n  a,\n  b as x,\n  c, // why\n} from "./b.js";\n`,
  );
  assert.equal(
    imported(`import type { T } from "./b.js";\n`, wanted).text,
    `import type { T } from "./b.js";\nimport { c } from "./b.js";\n`,
  );
  assert.equal(
    imported(`import { a } from "./b.js";\n`, { ...wanted, name: "T", use: "type" }).text,
    `import { a, type T } from "./b.js";\n`,
  );
});

test("what is imported is not imported again, and a taken name is avoided", () => {
  const once = `import { c as known } from "./b";\nknown();\n`;
  assert.deepEqual(imported(once, { module: "./b", name: "c" }), { local: "known", text: once });
  assert.deepEqual(imported(`const c = 1;\n`, { module: "./b", name: "c" }), {
    local: "c2",
    text: `import { c as c2 } from "./b";\n\nconst c = 1;\n`,
  });
  const required = `const { c: mine } = require("./b");\nconst d = require("./d");\n`;
  assert.equal(imported(required, { module: "./b", name: "c" }, "a.js").local, "mine");
  assert.equal(imported(required, { module: "./d", name: "pool" }, "a.js").local, "d.pool");
});

test("a name joins the braces of a require", () => {
  assert.equal(
    imported(`const { a } = require("./b");\n`, { module: "./b", name: "c" }, "a.js").text,
    `const { a, c } = require("./b");\n`,
  );
});

test("CommonJS files require; scripts keep their first line and their heading", () => {
  assert.equal(
    imported(`'use strict'\nconst a = require('a')\n\nmodule.exports = a\n`, { module: "./b", name: "b" }, "a.js").text,
    `'use strict'\nconst a = require('a')\nconst { b } = require('./b')\n\nmodule.exports = a\n`,
  );
  assert.equal(
    imported(`#!/usr/bin/env node\nexport const x = 1;\n`, { module: "./b", name: "b" }).text,
    `#!/usr/bin/env node\nimport { b } from "./b";\n\nexport const x = 1;\n`,
  );
  assert.equal(
    imported(`/** Licence */\n\nexport const x = 1;\n`, { module: "./b", name: "b" }).text,
    `/** Licence */\n\nimport { b } from "./b";\n\nexport const x = 1;\n`,
  );
  assert.equal(
    imported(`/** What x is. */\nexport const x = 1;\n`, { module: "./b", name: "b" }).text,
    `import { b } from "./b";\n\n/** What x is. */\nexport const x = 1;\n`,
  );
});

test("what is used ahead of a late require is required ahead of it", () => {
  assert.equal(
    imported(
      `require("dotenv").config();\nconst a = require("a");\nconst r = a();\nr.use(a);\nconst b = require("b");\nr.use(b);\n`,
      { module: "./c", name: "c" },
      "a.js",
    ).text,
    `require("dotenv").config();\nconst a = require("a");\nconst { c } = require("./c");\nconst r = a();\nr.use(a);\nconst b = require("b");\nr.use(b);\n`,
  );
});

test("arguments and fields follow the layout of the call", () => {
  const cases: [string, string][] = [
    ["f();", "f(X);"],
    ["f(a);", "f(a, X);"],
    ["f(a, );", "f(a, X, );"],
    ["f(\n  a, // why\n  b,\n);", "f(\n  a, // why\n  b,\n  X,\n);"],
    ["f(\n  a,\n  b, // last\n);", "f(\n  a,\n  b, // last\n  X,\n);"],
    ["f(\n  a,\n  b // last\n);", "f(\n  a,\n  b,\n  X // last\n);"],
    ["f({\n  a: 1,\n});", "f({\n  a: 1,\n}, X);"],
  ];
  for (const [before, expected] of cases) {
    const from = source(before);
    assert.equal(after(from, [appendArgument(from, callOf(from, "f("), "X")]), expected);
  }
  const route = source(`r.post("/a", user, (q, s) => s.end());`);
  const call = callOf(route, "r.post");
  assert.equal(
    after(route, [insertArgument(route, call, 2, "role(1)")]),
    `r.post("/a", user, role(1), (q, s) => s.end());`,
  );
  assert.equal(
    after(route, wrapArgument(route, call, 2, "safe(", ")")),
    `r.post("/a", user, safe((q, s) => s.end()));`,
  );
  const lines = source(`r.post(\n  "/a",\n  handler,\n);`);
  assert.equal(
    after(lines, [insertArgument(lines, callOf(lines, "r.post"), 1, "guard")]),
    `r.post(\n  "/a",\n  guard,\n  handler,\n);`,
  );

  const object = source(`f({\n  a: 1, // one\n  b: { c: 2 }\n});`);
  const [argument] = callOf(object, "f(").arguments;
  assert.ok(argument?.kind === "object");
  assert.equal(
    after(object, [addField(object, argument, "k", "v")]),
    `f({\n  a: 1, // one\n  b: { c: 2 },\n  k: v\n});`,
  );
});

test("an option is added where options go, or not at all", () => {
  const cases: [string, string | undefined][] = [
    ["pay({ a: 1 });", "pay({ a: 1 }, { key: id });"],
    ["pay({ a: 1 }, { b: 2 });", "pay({ a: 1 }, { b: 2, key: id });"],
    ["pay({ a: 1 }, {});", "pay({ a: 1 }, { key: id });"],
    ["pay(input, options);", "pay(input, { ...options, key: id });"],
    ["pay({ a: 1 }, { key: 2 });", undefined],
    ["pay({ a: 1 }, { ...rest });", undefined],
    ["pay(...all);", undefined],
    ["pay();", undefined],
  ];
  for (const [before, expected] of cases) {
    const from = source(before);
    const edits = addOption(from, callOf(from, "pay("), 1, "key", "id");
    assert.equal(edits && after(from, edits), expected);
  }
});

const handler = `app.post("/a", async (req, res) => {
  const id = req.body.id;

  // Pays.
  await pay(id); // once
  await db.query(\`
    INSERT
  \`);
  if (id) { log(id); }
  res.end();
});
`;

test("statements are put around others, comments stay with theirs", () => {
  const from = source(handler);
  const body = from.facts.functions[1]!.body;
  assert.match(
    after(from, [insertBefore(from, body[1]!, ["first();"])]),
    /id;\n\n {2}first\(\);\n {2}\/\/ Pays\.\n {2}await pay/,
  );
  assert.match(
    after(from, [insertAfter(from, body[1]!, ["then();"])]),
    /await pay\(id\); \/\/ once\n {2}then\(\);\n {2}await db/,
  );
  const inner = statementsAround(body, handler.indexOf("log("));
  const log = inner.at(-1)!;
  assert.match(
    after(from, [insertBefore(from, log.list[log.index]!, ["first();"])]),
    /if \(id\) \{ first\(\); log\(id\); \}/,
  );
  assert.match(after(from, [insertAtTop(from, 1, ["top();"])!]), /=> \{\n {2}top\(\);\n {2}const id/);
  const empty = source("function f() {}\n");
  assert.equal(after(empty, [insertAtTop(empty, 1, ["top();"])!]), "function f() {\n  top();\n}\n");
});

test("wrapped statements move in, but not the lines of a template", () => {
  const from = source(handler);
  const body = from.facts.functions[1]!.body;
  assert.equal(
    after(from, wrapStatements(from, body.slice(1, 3), ["await once(async () => {"], ["});"])),
    `app.post("/a", async (req, res) => {
  const id = req.body.id;

  await once(async () => {
    // Pays.
    await pay(id); // once
    await db.query(\`
    INSERT
  \`);
  });
  if (id) { log(id); }
  res.end();
});
`,
  );
});

test("environment files", () => {
  const edit = (text: string, name = "A", value = "1") =>
    after({ file: ".env", text }, addVariable(".env", text, name, value));
  assert.equal(edit(""), "A=1\n");
  assert.equal(edit("B=2"), "B=2\nA=1\n");
  assert.equal(edit("B=2\r\n"), "B=2\r\nA=1\r\n");
  assert.equal(edit("export A=other\n"), "export A=other\n");
  assert.equal(edit("AA=1\n# A=1\n"), "AA=1\n# A=1\nA=1\n");
  assert.equal(edit("", "A", "two words"), "A='two words'\n");
  assert.equal(edit("", "A", "it's"), 'A="it\'s"\n');
  assert.deepEqual(addVariable(".env", undefined, "A", ""), [{ kind: "create", file: ".env", text: "A=\n" }]);

  const ignore = (text: string) => after({ file: ".gitignore", text }, addIgnored(".gitignore", text, ".env"));
  for (const text of [".env\n", ".env*\n", "/.env\n", "**/.env\n", "*.env\n"]) assert.equal(ignore(text), text);
  assert.equal(ignore("node_modules\n.env.local"), "node_modules\n.env.local\n.env\n");
  assert.equal(ignore(".env*\n!.env\n"), ".env*\n!.env\n.env\n");
});

test("JSON keeps its layout", () => {
  const add = (text: string, path: string[]) => {
    const edits = addJsonProperty("a.json", text, path, "k", "v");
    return edits && after({ file: "a.json", text }, edits);
  };
  assert.equal(add(`{\n  "a": { "b": [1, "}"] }\n}\n`, []), `{\n  "a": { "b": [1, "}"] },\n  "k": "v"\n}\n`);
  assert.equal(add(`{\n  "a": { "b": 1 }\n}\n`, ["a"]), `{\n  "a": { "b": 1, "k": "v" }\n}\n`);
  assert.equal(add(`{\n\t// why\n\t"a": {},\n}\n`, ["a"]), `{\n\t// why\n\t"a": {\n\t  "k": "v"\n\t},\n}\n`);
  assert.equal(add(`{ "k": 1 }`, []), `{ "k": 1 }`);
  assert.equal(add(`{ "a": 1 }`, ["a"]), undefined);
});

test("Prisma schemas get models and unique keys once", () => {
  const schema = `model Order {\n  id    Int    @id\n  email String // theirs\n  shop  String\n\n  @@index([shop])\n}\n`;
  const add = (fields: string[]) => {
    const edits = addPrismaUnique("s.prisma", schema, "Order", fields);
    return edits && after({ file: "s.prisma", text: schema }, edits);
  };
  assert.equal(add(["email"]), schema.replace("String // theirs", "String @unique // theirs"));
  assert.equal(add(["id"]), schema);
  assert.equal(add(["shop", "email"]), schema.replace("([shop])\n", "([shop])\n  @@unique([shop, email])\n"));
  assert.equal(add(["nothing"]), undefined);
  const grown = after(
    { file: "s.prisma", text: schema },
    addPrismaModel("s.prisma", schema, "Event", ["id String @id"]),
  );
  assert.equal(grown, `${schema}\nmodel Event {\n  id String @id\n}\n`);
  assert.deepEqual(addPrismaModel("s.prisma", grown, "Event", []), []);
});

test("migrations are named as the project names them", () => {
  const name = (...paths: string[]) => addMigration(paths, "add_events", "SQL")?.edit.file;
  assert.equal(name("db/migrations/001_shop.sql", "db/migrations/009_x.sql"), "db/migrations/010_add_events.sql");
  assert.equal(name("db/V1__shop.sql", "db/V2__more.sql"), "db/V3__add_events.sql");
  assert.equal(name("m/0001-first-thing.sql"), "m/0002-add-events.sql");
  assert.equal(name("m/20231231235959_a.sql"), "m/20240101000000_add_events.sql");
  assert.equal(name("m/000001_a.up.sql", "m/000001_a.down.sql"), "m/000002_add_events.up.sql");
  assert.equal(
    name("prisma/migrations/20240228235959_init/migration.sql"),
    "prisma/migrations/20240229000000_add_events/migration.sql",
  );
  assert.equal(name("drizzle/0000_a.sql", "drizzle/meta/_journal.json"), undefined);
  assert.equal(name("src/a.ts"), "migrations/001_add_events.sql");
});

test("style is read from the file", () => {
  const four = styleOf(
    source(`const a = require('./b.js')\nfunction f() {\n    return 'x'\n}\nmodule.exports = f\n`, "a.js"),
  );
  assert.deepEqual(
    { ...four },
    {
      quote: "'",
      end: "",
      indent: "    ",
      newline: "\n",
      modules: "commonjs",
      importEnding: ".js",
      fileEnding: ".js",
      typed: false,
    },
  );
  const tabs = styleOf(source(`import { a } from "./b";\nif (a) {\n\ta();\n}\n`));
  assert.deepEqual([tabs.quote, tabs.end, tabs.indent, tabs.modules, tabs.importEnding], ['"', ";", "\t", "es", ""]);
  assert.equal(quoted(four, `it's "x"`), `'it\\'s "x"'`);
  assert.equal(relativeSpecifier("src/routes/a.ts", "src/lib/db.ts", { ...tabs, importEnding: ".js" }), "../lib/db.js");
  assert.equal(relativeSpecifier("a.ts", "lib/db.ts", tabs), "./lib/db");
  assert.equal(relativeSpecifier("src/a.mts", "src/b.mts", { ...tabs, importEnding: ".js" }), "./b.mjs");
});

test("edits are put together, and refused where they contradict each other", () => {
  const a = insertion("a.ts", 3, "X");
  const b = { kind: "replace", file: "a.ts", at: [0, 4], text: "" } as const;
  assert.equal(applyEdits("abcdef", [insertion("a.ts", 3, "1"), insertion("a.ts", 3, "2")]), "abc12def");
  assert.equal(conflicts([a, b]), true);
  assert.throws(() => applyEdits("abcdef", [a, b]), EditConflict);
  assert.throws(() => applyEdits("ab", [a]), EditConflict);
  assert.deepEqual(composeEdits([a], [a]), [a]);
  assert.deepEqual(composeEdits([a, a], [a]), [a, a]);
  assert.equal(
    composeEdits([{ kind: "create", file: "n", text: "1" }], [{ kind: "create", file: "n", text: "2" }]),
    undefined,
  );
  assert.equal(conflicts([{ kind: "create", file: "n", text: "1" }, insertion("n", 0, "x")]), true);
});
