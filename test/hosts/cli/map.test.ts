import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderWith } from "../node/temporary-folder.ts";
import { CLI, hardpath } from "./run-cli.ts";
import { RULE, SAMPLE } from "./sample.ts";

test("the map as JSON keeps its contract", (context) => {
  const root = folderWith(context, SAMPLE);
  const result = hardpath(["map", root]);
  assert.deepEqual([result.code, result.err], [0, ""]);
  const map = JSON.parse(result.out);
  assert.equal(map.version, 1);
  const [entry, ...more] = map.entryPoints;
  assert.deepEqual(more, []);
  assert.deepEqual(
    [entry.kind, entry.method, entry.path, entry.framework, entry.file, entry.line],
    ["http", "POST", "/pay", "express", "src/server.ts", 6],
  );
  assert.deepEqual([entry.handler.name, entry.handler.file, entry.handler.line], ["pay", "src/pay.ts", 5]);
  assert.deepEqual(entry.guards, []);
  const [effect] = entry.effects;
  assert.deepEqual([effect.access, effect.retrySafe, effect.file, effect.line], ["write", false, "src/pay.ts", 6]);
  const system = map.systems.find((each: { id: string }) => each.id === effect.system);
  assert.deepEqual([system.kind, system.via], ["payment", "stripe"]);
  assert.deepEqual(entry.config, ["STRIPE_KEY"]);
  assert.deepEqual(
    map.config.map(({ name, documented }: { name: string; documented: boolean }) => [name, documented]),
    [["STRIPE_KEY", false]],
  );
});

test("every format names the entry point and ends with a line break", (context) => {
  const root = folderWith(context, SAMPLE);
  const starts = { json: "{", mermaid: /^flowchart|^---/, markdown: "# ", html: "<!doctype html>", svg: "<svg" };
  for (const [format, start] of Object.entries(starts)) {
    const { code, out, err } = hardpath(["map", root, "--format", format]);
    assert.deepEqual([code, err], [0, ""], format);
    assert.ok(typeof start === "string" ? out.startsWith(start) : start.test(out), `${format}: ${out.slice(0, 60)}`);
    // The drawing is of areas and systems; everything else names each path.
    assert.ok(out.includes(format === "svg" ? "Stripe" : "/pay"), format);
    assert.ok(out.endsWith("\n"), format);
    if (format !== "json") assert.ok(!out.includes(root), `${format} keeps the path of the machine to itself`);
  }
});

test("what a branch adds to the service", (context) => {
  const root = folderWith(context, SAMPLE);
  const git = (...args: string[]) =>
    assert.equal(
      spawnSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: root }).status,
      0,
      args.join(" "),
    );
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "before");
  assert.equal(hardpath(["map", root, "--diff", "HEAD"]).out, "The service map does not change.\n");
  const server = join(root, "src/server.ts");
  writeFileSync(server, readFileSync(server, "utf8").replaceAll('"/pay"', '"/pay-now"'));
  const { code, out, err } = hardpath(["map", root, "--diff", "HEAD"]);
  assert.deepEqual([code, err], [0, ""]);
  assert.match(out, /1 path added, 1 path removed/);
  assert.match(
    out,
    /- `POST \/pay-now` \(`src\/pay.ts:5`\): no check found; changes `stripe[^`]*`; not safe to repeat/,
  );
  assert.match(out, /### Paths removed\n\n- `POST \/pay`/);
  assert.equal(JSON.parse(hardpath(["map", root, "--diff", "HEAD", "--format", "json"]).out).added.length, 1);
  assert.deepEqual(hardpath(["map", root, "--diff", "no-such"]), {
    code: 2,
    out: "",
    err: "hardpath: Git knows no no-such here.\n",
  });
  assert.equal(hardpath(["map", root, "--diff", "--format=svg"]).code, 2);
  assert.equal(hardpath(["map", root, "--diff", "HEAD", "--format", "svg"]).code, 2);
  assert.equal(
    spawnSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" }).stdout,
    " M src/server.ts\n",
  );
});

test("drawings on paper tell how a change reaches users", (context) => {
  const root = folderWith(context, {
    ...SAMPLE,
    ".github/workflows/ci.yml": "on: [push]\njobs:\n  ship:\n    steps:\n      - run: flyctl deploy\n",
  });
  for (const format of ["markdown", "html"]) {
    assert.match(
      hardpath(["map", root, "--format", format]).out,
      /Job ship deploys to fly\\?\.io on every push/,
      format,
    );
  }
});

test("the report names what is missing", (context) => {
  const root = folderWith(context, SAMPLE);
  const text = hardpath(["report", root]);
  assert.equal(text.code, 0);
  for (const line of text.out.split("\n")) assert.ok(line.length <= 80, line);
  assert.match(text.out, /\[ \] No lock file/);
  const json = JSON.parse(hardpath(["report", root, "--format", "json"]).out);
  assert.ok(json.dimensions.length >= 5);
  assert.match(hardpath(["report", root, "--format", "markdown"]).out, /^# Readiness of /);
});

test("a rule explains itself", () => {
  const { code, out } = hardpath(["explain", RULE]);
  assert.equal(code, 0);
  assert.match(out, /^idempotency\/payment-without-key\nerror/);
  assert.match(out, /Reported:\n\n {4}\S/);
  assert.equal(hardpath(["explain", "payment-without-key"]).out, out, "the name alone is enough");
  assert.ok(hardpath(["explain"]).out.includes(RULE));
});

test("a reader that stops early is no error", { skip: process.platform === "win32" }, (context) => {
  const routes = Array.from({ length: 2000 }, (_, index) => `app.get("/route-${index}", (req, res) => res.json(1));`);
  const root = folderWith(context, {
    "a.ts": `import express from "express";\nconst app = express();\n${routes.join("\n")}`,
  });
  const script = `"${process.execPath}" "${CLI}" map "${root}" | head -c 10; echo " \${PIPESTATUS[0]}"`;
  const result = spawnSync("bash", ["-c", script], {
    encoding: "utf8",
    env: { ...process.env, HARDPATH_CACHE_DIR: "/dev/null/none" },
  });
  assert.match(result.stdout, / 0\n$/);
  assert.equal(result.stderr, "");
});
