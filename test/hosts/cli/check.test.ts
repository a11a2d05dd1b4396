import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addFiles, folderWith } from "../node/temporary-folder.ts";
import { findingsOf, hardpath } from "./run-cli.ts";
import { RULE, SAMPLE } from "./sample.ts";

const ONLY = ["--rule", RULE];

test("exit code 1 and the finding, in a folder with spaces", (context) => {
  const root = folderWith(context, SAMPLE);
  assert.match(root, / /);
  const result = hardpath(["check", root, ...ONLY, "--format", "json"]);
  assert.equal(result.code, 1);
  assert.equal(result.err, "", "nothing but the result when all is well");
  const report = JSON.parse(result.out);
  assert.equal(report.version, 1);
  assert.equal(report.stats.files, 3);
  const [finding, ...more] = report.findings;
  assert.deepEqual(more, []);
  assert.equal(finding.ruleId, RULE);
  assert.equal(finding.severity, "error");
  assert.equal(finding.file, "src/pay.ts");
  assert.deepEqual([finding.line, finding.endLine], [6, 6]);
  assert.ok(finding.column > 0 && finding.endColumn > finding.column);
  assert.equal(finding.entryPoint, "POST /pay");
  assert.equal(typeof finding.fingerprint, "string");
  assert.ok(
    finding.trace.every((step: { file: string; line: number }) => step.file.startsWith("src/") && step.line > 0),
  );
  assert.ok(
    finding.fixes.every((fix: { title: string; kind: string }) => fix.title && /^(safe|suggestion)$/.test(fix.kind)),
  );
});

test("the current folder is the default, and exit code 0 means nothing to report", (context) => {
  const root = folderWith(context, SAMPLE);
  assert.equal(hardpath(["check", ...ONLY], { cwd: root }).code, 1);
  assert.equal(hardpath(["check", "--rule", "access/role-from-request"], { cwd: root }).code, 0);
});

test("text shows the source line with marks, within 80 columns and without colour", (context) => {
  const root = folderWith(context, SAMPLE);
  const { out } = hardpath(["check", root, ...ONLY]);
  assert.match(
    out,
    /^src\/pay\.ts:6:\d+ {2}error {2}idempotency\/payment-without-key\n {2}6 \| .*stripe\.paymentIntents\.create.*\n {4}\| +\^+\n/,
  );
  assert.match(out, /1 error in 3 files, \d+\.\d s\.\n/);
  for (const line of out.split("\n")) assert.ok(line.length <= 80, line);
  assert.ok(!out.includes("\u001b"));
  assert.ok(hardpath(["check", root, ...ONLY], { env: { FORCE_COLOR: "1" } }).out.includes("\u001b[31m"));
  assert.ok(!hardpath(["check", root, ...ONLY], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out.includes("\u001b"));
});

test("a flaw that entry points share is told once, for all of them", (context) => {
  const root = folderWith(context, {
    "package.json": `{ "dependencies": { "express": "5.0.0", "jsonwebtoken": "9.0.0", "pg": "8.0.0" } }`,
    "src/app.ts": [
      `import express from "express";`,
      `import jwt from "jsonwebtoken";`,
      `import { Pool } from "pg";`,
      `const pool = new Pool();`,
      `const app = express();`,
      `app.use((req, res, next) => {`,
      `  const user = jwt.decode(req.headers.authorization);`,
      `  if (!user) return res.sendStatus(401);`,
      `  req.user = user;`,
      `  next();`,
      `});`,
      ...["a", "b", "c", "d", "e"].map(
        (name) =>
          `app.delete("/${name}", async (req, res) => res.json(await pool.query("DELETE FROM ${name} WHERE owner = $1", [req.user.id])));`,
      ),
    ].join("\n"),
  });
  const rule = ["--rule", "access/unverified-token"];
  const report = JSON.parse(hardpath(["check", root, ...rule, "--format", "json"]).out);
  const [finding, ...more] = report.findings;
  assert.deepEqual(more, []);
  assert.deepEqual(
    [finding.entryPoint, ...finding.alsoFor],
    ["a", "b", "c", "d", "e"].map((name) => `DELETE /${name}`),
  );
  assert.match(hardpath(["check", root, ...rule]).out, /also: DELETE \/b, DELETE \/c, DELETE \/d and 1 more/);
  const map = JSON.parse(hardpath(["map", root, "--format", "json"]).out);
  assert.equal(map.entryPoints.length, 5);
});

test("SARIF for code scanning", (context) => {
  const root = folderWith(context, SAMPLE);
  const log = JSON.parse(hardpath(["check", root, ...ONLY, "--format", "sarif"]).out);
  assert.equal(log.version, "2.1.0");
  const [run] = log.runs;
  const [result] = run.results;
  assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  for (const rule of run.tool.driver.rules) {
    assert.ok(rule.shortDescription.text && rule.help.text && rule.help.markdown, rule.id);
    assert.match(rule.defaultConfiguration.level, /^(error|warning|note)$/);
  }
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.equal(
    new URL(artifactLocation.uri, run.originalUriBaseIds[artifactLocation.uriBaseId].uri).href.endsWith("/src/pay.ts"),
    true,
  );
  assert.equal(region.startLine, 6);
  assert.deepEqual(Object.keys(result.partialFingerprints), ["hardpath/v1"]);
  assert.ok(result.codeFlows[0].threadFlows[0].locations.length > 0);
});

test("GitHub annotations name files from the top of the checkout", (context) => {
  const top = folderWith(
    context,
    Object.fromEntries(Object.entries(SAMPLE).map(([path, text]) => [`api/${path}`, text])),
  );
  const { out, code } = hardpath(["check", "api", ...ONLY, "--format", "github"], { cwd: top });
  assert.equal(code, 1);
  assert.match(
    out,
    /^::error file=api\/src\/pay\.ts,line=6,endLine=6,col=\d+,endColumn=\d+,title=idempotency\/payment-without-key::[^\n]+\n$/,
  );
});

test("Markdown for a pull request", (context) => {
  const root = folderWith(context, SAMPLE);
  const { out } = hardpath(["check", root, ...ONLY, "--format", "markdown"]);
  assert.match(
    out,
    /^# Hardpath\n\n\*\*1 error\*\* in 3 files\.\n\n## Errors\n\n- `src\/pay\.ts:6` on `POST \/pay` · `idempotency\/payment-without-key`/,
  );
});

test("a baseline accepts what was there, not what is new, and survives moved lines", (context) => {
  const root = folderWith(context, SAMPLE);
  const written = hardpath(["check", root, ...ONLY, "--update-baseline"]);
  assert.equal(written.code, 0, written.err);
  assert.match(
    readFileSync(join(root, ".hardpath-baseline.json"), "utf8"),
    /"rule":"idempotency\/payment-without-key","file":"src\/pay\.ts"/,
  );
  addFiles(root, { "src/pay.ts": `// moved\n\n${SAMPLE["src/pay.ts"]}` });
  const moved = hardpath(["check", root, ...ONLY, "--format", "json"]);
  assert.equal(moved.code, 0);
  assert.equal(JSON.parse(moved.out).stats.baselined, 1);
  addFiles(root, {
    "src/server.ts":
      SAMPLE["src/server.ts"]!.replace("app.listen", `app.post("/pay-again", again);\napp.listen`) +
      SAMPLE["src/pay.ts"]!.replace("pay(", "again("),
  });
  assert.equal(hardpath(["check", root, ...ONLY]).code, 1);

  const elsewhere = join(folderWith(context, {}), "b.json");
  assert.equal(hardpath(["check", root, ...ONLY, "--baseline", elsewhere]).code, 2);
  assert.equal(hardpath(["check", root, ...ONLY, "--baseline", elsewhere, "--update-baseline"]).code, 0);
  assert.equal(hardpath(["check", root, ...ONLY, "--baseline", elsewhere]).code, 0);
  writeFileSync(elsewhere, "{}");
  const broken = hardpath(["check", root, ...ONLY, "--baseline", elsewhere]);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /^hardpath: .*Not a baseline/);
});

test("a suppressed finding does not fail, and keeps its reason", (context) => {
  const text = SAMPLE["src/pay.ts"]!.replace("  await", `  // hardpath-allow ${RULE}: the bank deduplicates\n  await`);
  const root = folderWith(context, { ...SAMPLE, "src/pay.ts": text });
  const result = hardpath(["check", root, ...ONLY, "--format", "json"]);
  assert.equal(result.code, 0);
  assert.deepEqual(findingsOf(result)[0]!["suppressed"], { reason: "the bank deduplicates" });
});

test("warnings up to a number are no failure, errors always are", (context) => {
  const root = folderWith(context, { ...SAMPLE, "hardpath.config.json": `{ "rules": { "${RULE}": "warning" } }` });
  assert.equal(hardpath(["check", root, ...ONLY]).code, 1);
  assert.equal(hardpath(["check", root, ...ONLY, "--max-warnings", "0"]).code, 1);
  assert.equal(hardpath(["check", root, ...ONLY, "--max-warnings", "1"]).code, 0);
  addFiles(root, { "hardpath.config.json": `{ "rules": { "${RULE}": "hint" } }` });
  assert.equal(hardpath(["check", root, ...ONLY]).code, 0);
  addFiles(root, { "hardpath.config.json": "{}" });
  assert.equal(hardpath(["check", root, ...ONLY, "--max-warnings", "9"]).code, 1);
});

test("fixes are written, and end their finding", (context) => {
  const root = folderWith(context, SAMPLE);
  const result = hardpath(["check", root, ...ONLY, "--fix-suggestions"]);
  assert.equal(result.code, 0, result.out);
  assert.match(result.err, /Applied 1 fix in \d files?\./);
  assert.match(readFileSync(join(root, "src/pay.ts"), "utf8"), /idempotencyKey/);
});

test("wrong usage is one clear line and exit code 2", (context) => {
  const root = folderWith(context, SAMPLE);
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Say what to do/],
    [["chekc"], /Unknown command "chekc"\. Did you mean "check"\?/],
    [["check", join(root, "nowhere")], /There is no folder/],
    [["check", join(root, "package.json")], /is a file/],
    [["check", root, root], /One folder at a time/],
    [["check", "--formt", "json"], /Unknown option --formt\. Did you mean --format\?/],
    [["check", "--format", "xml"], /--format must be text, json, sarif, markdown or github, not "xml"/],
    [["check", "--format"], /--format needs a value/],
    [["check", "--max-warnings", "-1"], /--max-warnings/],
    [
      ["check", "--rule", "access/missing-rol"],
      /Unknown rule "access\/missing-rol"\. Did you mean "access\/missing-role"\?/,
    ],
    [["check", "--fix=yes"], /--fix takes no value/],
    [["map", "--format", "pdf"], /--format must be/],
    [["explain", "nothing-like-it"], /Unknown rule/],
  ];
  for (const [args, message] of cases) {
    const result = hardpath(args, { cwd: root });
    assert.equal(result.code, 2, args.join(" "));
    assert.equal(result.out, "", args.join(" "));
    assert.match(result.err, /^hardpath: [^\n]+\n$/, args.join(" "));
    assert.match(result.err, message);
  }
});

test("a broken configuration is one line with its place, and exit code 2", (context) => {
  const root = folderWith(context, SAMPLE);
  for (const [text, message] of [
    [`{ "rules": `, "hardpath.config.json:1:12: Not valid JSON: the file ends where a value should stand."],
    [`{\n  "rulse": {}\n}`, `hardpath.config.json:2:3: Unknown setting "rulse". Did you mean "rules"?`],
    [
      `{ "exclude": 1, "guards": [] }`,
      `hardpath.config.json:1:14: "exclude" must be a list, not a number. (and 1 more)`,
    ],
  ] as const) {
    addFiles(root, { "hardpath.config.json": text });
    for (const command of ["check", "map", "report"]) {
      const result = hardpath([command, root]);
      assert.deepEqual([result.code, result.out, result.err], [2, "", `hardpath: ${message}\n`]);
    }
  }
});

test("help and version", () => {
  assert.match(hardpath(["--version"]).out, /^\d+\.\d+\.\d+\n$/);
  assert.match(hardpath(["--help"]).out, /hardpath check \[dir\]/);
  for (const command of ["check", "map", "report", "explain", "mcp"]) {
    const { code, out } = hardpath([command, "--help"]);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^hardpath ${command}`));
    for (const line of out.split("\n")) assert.ok(line.length <= 80, line);
  }
});

test("no files, no tsconfig, no package.json: nothing to report", (context) => {
  const empty = folderWith(context, {});
  assert.equal(hardpath(["check", empty]).code, 0);
  assert.deepEqual(JSON.parse(hardpath(["map", empty]).out).entryPoints, []);
  const { "package.json": _, ...bare } = SAMPLE;
  assert.equal(findingsOf(hardpath(["check", folderWith(context, bare), ...ONLY, "--format", "json"])).length, 1);
});

test("syntax errors, circles, minified files and broken manifests lose nothing", (context) => {
  const root = folderWith(context, {
    ...SAMPLE,
    "src/broken.ts": `import express from "express";\nexport const app = express(;\napp.get("/x", (req, res => {`,
    "src/a.ts": `import { b } from "./b.ts";\nexport * from "./b.ts";\nexport const a = () => b();`,
    "src/b.ts": `import { a } from "./a.ts";\nexport * from "./a.ts";\nexport const b = () => a();`,
    "src/again.ts": `import { a } from "./a.ts";\nimport express from "express";\nexpress().get("/a", (req, res) => res.json(a()));`,
    "public/huge.js": `var a=${"[1,2,3,4,5,6,7,8,9],".repeat(100_000)}1;`,
    "public/large.js": `var express=require("express");${"a(b,c(d=>{e()}));".repeat(50_000)}`,
    "tsconfig.json": `{ "compilerOptions": { "paths": `,
    "apps/x/package.json": "{",
    "binary.ts": Buffer.from([0, 1, 2, 255, 254, 0, 0]),
    "latin1.ts": Buffer.from("const name = 'M\xfcller';", "latin1"),
    "empty.ts": "",
    "schema.prisma": "model {",
    ".env": "A",
  });
  const result = hardpath(["check", root, ...ONLY, "--format", "json"]);
  assert.equal(result.code, 1);
  assert.deepEqual(
    findingsOf(result).map(({ file }) => file),
    ["src/pay.ts"],
  );
  assert.equal(result.err, "hardpath: Too large to be source code, left out: public/huge.js\n");
});

test("folders and files that cannot be read are one line each", { skip: process.getuid === undefined }, (context) => {
  const root = folderWith(context, { ...SAMPLE, "closed/x.ts": "", "src/closed.ts": `import "express";` });
  chmodSync(root, 0o755);
  chmodSync(join(root, "closed"), 0o000);
  chmodSync(join(root, "src/closed.ts"), 0o000);
  const result = hardpath(["check", root, ...ONLY, "--format", "json"], process.getuid!() === 0 ? { uid: 65534 } : {});
  chmodSync(join(root, "closed"), 0o755);
  assert.equal(result.code, 1);
  assert.equal(findingsOf(result).length, 1);
  assert.deepEqual(result.err.trimEnd().split("\n").sort(), [
    "hardpath: Cannot read folder closed: EACCES",
    "hardpath: Cannot read src/closed.ts: EACCES",
  ]);
});

test("links in a circle end", (context) => {
  const root = folderWith(context, SAMPLE);
  symlinkSync(root, join(root, "src", "loop"));
  symlinkSync(join(root, "one"), join(root, "two"));
  symlinkSync(join(root, "two"), join(root, "one"));
  assert.equal(findingsOf(hardpath(["check", root, ...ONLY, "--format", "json"])).length, 1);
});

test("a warm run says the same without parsing, from a cache outside the workspace", (context) => {
  const root = folderWith(context, SAMPLE);
  const cache = join(folderWith(context, {}), "cache");
  const run = () =>
    JSON.parse(hardpath(["check", root, "--format", "json"], { env: { HARDPATH_CACHE_DIR: cache } }).out);
  const cold = run();
  const before = readdirSync(root).sort();
  const warm = run();
  assert.ok(cold.stats.parsed > 0);
  assert.equal(warm.stats.parsed, 0);
  assert.deepEqual(warm.findings, cold.findings);
  assert.deepEqual(readdirSync(root).sort(), before);
  assert.equal(readdirSync(cache).length, 1);

  addFiles(root, { "src/pay.ts": SAMPLE["src/pay.ts"]!.replace("await stripe", "await    stripe") });
  const edited = run();
  assert.equal(edited.stats.parsed, 1);
  assert.equal(edited.findings.length, cold.findings.length);

  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), "damaged");
  assert.deepEqual(run().findings, edited.findings);
  mkdirSync(join(root, "sub"));
  assert.equal(existsSync(join(root, ".cache")), false);
});
