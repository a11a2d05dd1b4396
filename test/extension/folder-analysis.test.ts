/** The worker's view of one folder: the disk, the editor's texts in front of it, and what is told when. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { type FolderAnalysis, openFolderAnalysis } from "../../src/extension/worker/folder-analysis.ts";

const UNPAID = `import Stripe from "stripe";
import express from "express";
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();
app.post("/pay", async (req, res) => {
  await stripe.paymentIntents.create({ amount: 5, currency: "eur" });
  res.json({});
});
`;
const CALM = UNPAID.replace('"eur" }', '"eur" }, { idempotencyKey: req.body.orderId }');
const RULE = "idempotency/payment-without-key";

describe("a folder in the worker", () => {
  let root: string;
  let analysis: FolderAnalysis;

  const put = (file: string, text: string) => {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const payments = () =>
    analysis
      .shown()
      .filter(({ ruleId, suppressed }) => ruleId === RULE && !suppressed)
      .map(({ file }) => file);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "hardpath-folder-"));
    put("package.json", '{ "name": "shop", "dependencies": { "stripe": "1", "express": "5" } }\n');
    put("src/app.ts", UNPAID);
    analysis = openFolderAnalysis({ root, storage: undefined, log: () => {}, progress: () => {} });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test("tells everything first, then only what changed", () => {
    const first = analysis.results();
    assert.ok(first.complete);
    assert.deepEqual(Object.keys(first.files), ["src/app.ts"]);
    analysis.setText("package.json", '{ "name": "shop2", "dependencies": { "stripe": "1", "express": "5" } }\n');
    const second = analysis.results();
    assert.ok(!second.complete);
    assert.deepEqual(second.files, {});
    assert.equal(second.revision, first.revision + 1);
  });

  test("the editor's text goes before the disk's until the disk counts again", () => {
    assert.deepEqual(payments(), ["src/app.ts"]);
    analysis.setText("src/app.ts", CALM);
    assert.deepEqual(payments(), []);
    analysis.readDisk([""]);
    assert.deepEqual(payments(), [], "a look at the whole folder keeps what is being typed");
    analysis.readDisk(["src/app.ts"]);
    assert.deepEqual(payments(), ["src/app.ts"]);
  });

  test("files and folders that come, go and move are followed", () => {
    put("src/late/second.ts", UNPAID.replace("/pay", "/second"));
    analysis.readDisk(["src/late"]);
    assert.deepEqual(payments().sort(), ["src/app.ts", "src/late/second.ts"]);
    renameSync(join(root, "src/late"), join(root, "src/early"));
    analysis.readDisk(["src/late", "src/early"]);
    assert.deepEqual(payments().sort(), ["src/app.ts", "src/early/second.ts"]);
    rmSync(join(root, "src/early"), { recursive: true });
    analysis.readDisk(["src/early"]);
    assert.deepEqual(payments(), ["src/app.ts"]);
  });

  test("a file that version control ignores is left out, also while it is typed in", () => {
    put(".gitignore", "scratch/\n");
    analysis.readDisk([".gitignore"]);
    put("scratch/try.ts", UNPAID);
    analysis.readDisk(["scratch/try.ts"]);
    analysis.setText("scratch/try.ts", UNPAID.replace("/pay", "/try"));
    assert.deepEqual(payments(), ["src/app.ts"]);
  });

  test("a fix has the editor's positions, in files with any line ends", () => {
    put("src/app.ts", UNPAID.replaceAll("\n", "\r\n"));
    analysis.readDisk(["src/app.ts"]);
    const finding = analysis.shown().find(({ ruleId }) => ruleId === RULE)!;
    assert.equal(finding.range.start.line, 5);
    assert.ok(finding.fixes.length > 0, "no fix");
    const edits = analysis.edits(finding.id, 0)!;
    for (const edit of edits)
      if (edit.kind === "replace")
        assert.ok(edit.range.start.line >= 4 && edit.range.start.line <= 7, JSON.stringify(edit));
    assert.equal(analysis.edits("gone", 0), undefined);
  });

  test("an id survives edits above the finding", () => {
    const [before] = analysis.shown().filter(({ ruleId }) => ruleId === RULE);
    analysis.setText("src/app.ts", `// one line more\n${UNPAID}`);
    const [now] = analysis.shown().filter(({ ruleId }) => ruleId === RULE);
    assert.equal(now!.id, before!.id);
    assert.equal(now!.range.start.line, before!.range.start.line + 1);
  });
});
