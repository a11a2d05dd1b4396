/** Findings while somebody types, in every supported TypeScript. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleNumber } from "../../../src/plugin/rule-number.ts";
import { createProject, PAY, PAY_FIXED, PAY_RULE } from "./project.ts";
import { ours, startTsserver, VERSIONS } from "./tsserver.ts";

const FILE = "src/pay.ts";

for (const version of VERSIONS) {
  test(`${version}: findings come and go as one types`, async () => {
    using project = createProject(PAY);
    const server = await startTsserver({ root: project.root, version });
    try {
      server.open(FILE);
      const found = ours(await server.until(FILE, (all) => ours(all).length > 0));
      assert.equal(found.length, 1);
      const [finding] = found;
      assert.equal(finding?.code, ruleNumber(PAY_RULE));
      assert.equal(finding?.category, "error");
      assert.deepEqual(finding?.start, { line: 6, offset: 9 });
      assert.match(finding?.text ?? "", /charges again when POST \/pay runs again/);
      // From the entry point in another file to the place.
      const trace = finding?.relatedInformation ?? [];
      assert.deepEqual(
        trace.map(({ span }) => `${span.file.slice(project.root.length + 1)}:${span.start.line}`),
        ["src/server.ts:6", "src/pay.ts:6"],
      );
      assert.match(trace[0]?.message ?? "", /POST \/pay/);

      server.setText(FILE, PAY_FIXED);
      await server.until(FILE, (all) => ours(all).length === 0);

      server.setText(FILE, `// moved\n\n${PAY[FILE]}`);
      const moved = await server.until(FILE, (all) => ours(all).length === 1);
      assert.equal(ours(moved)[0]?.start.line, 8);

      // TypeScript's own stay, and ours stays while the code is broken elsewhere.
      server.setText(FILE, `${PAY[FILE]}\nconst wrong: number = "text";\nexport { wrong };\n`);
      const both = await server.until(FILE, (all) => ours(all).length === 1);
      assert.ok(both.some(({ code, source }) => code === 2322 && source === undefined));
    } finally {
      await server.close();
    }
  });
}

test("an edit above a finding moves it at once; the pause after it finds the rest", async () => {
  using project = createProject(PAY);
  const server = await startTsserver({
    root: project.root,
    editor: "vscode",
    arguments: ["--noGetErrOnBackgroundUpdate"],
  });
  try {
    server.open(FILE);
    await server.until(FILE, (all) => ours(all).length === 1);
    server.setText(FILE, `// one more line\n${PAY[FILE]}`);
    const first = server.told(FILE, () => true);
    server.ask(FILE);
    assert.deepEqual(
      ours(await first).map(({ start }) => start.line),
      [7],
    );
    const second = `${PAY[FILE]}export async function again(req: Request, res: Response) {\n  await stripe.refunds.create({ charge: req.body.id });\n  res.json({});\n}\n`;
    server.setText(FILE, second.replace("function pay(", "function old(").replace("function again(", "function pay("));
    const after = await server.until(FILE, (all) => ours(all).some(({ start }) => start.line === 10));
    assert.equal(ours(after).length, 1);
  } finally {
    await server.close();
  }
});

test("the editor is told of a change in another file, and of a new configuration, without being asked", async () => {
  using project = createProject(PAY);
  const server = await startTsserver({ root: project.root });
  try {
    server.open(FILE);
    server.open("src/server.ts");
    await server.until(FILE, (all) => ours(all).length === 1);
    server.setText("src/server.ts", PAY["src/server.ts"]!.replace('app.post("/pay", pay);', ""));
    const gone = server.told(FILE, (all) => ours(all).length === 0);
    server.ask("src/server.ts");
    await gone;
    server.setText("src/server.ts", PAY["src/server.ts"]!);
    const back = server.told(FILE, (all) => ours(all).length === 1);
    server.ask("src/server.ts");
    await back;
    const off = server.told(FILE, (all) => ours(all).length === 0);
    project.write(
      "hardpath.config.json",
      JSON.stringify({ rules: { [PAY_RULE]: "off", access: "off", validation: "off" } }),
    );
    await off;
  } finally {
    await server.close();
  }
});

test("loose JavaScript without a tsconfig.json has findings too", async () => {
  using project = createProject({
    "package.json": `{ "name": "loose", "dependencies": { "express": "5.0.0", "stripe": "20.0.0" } }`,
    "server.js": `const express = require("express");
const stripe = require("stripe")(process.env.STRIPE_KEY);
const app = express();
app.post("/pay", async (req, res) => {
  await stripe.paymentIntents.create({ amount: 500, currency: "eur", metadata: { order: req.body.orderId } });
  res.json({});
});
`,
  });
  const server = await startTsserver({ root: project.root });
  try {
    server.open("server.js");
    const found = ours(await server.until("server.js", (all) => ours(all).length > 0));
    assert.ok(found.some(({ code }) => code === ruleNumber(PAY_RULE)));
  } finally {
    await server.close();
  }
});

test("the part of a long file that is seen first has its findings with it", async () => {
  const long = `${PAY[FILE]}${"export const filler = () => ({ a: 1 });\n".replace("filler", "filler$").repeat(700)}`;
  let number = 0;
  const text = long.replace(/filler\$/g, () => `filler${number++}`);
  using project = createProject({ ...PAY, [FILE]: text });
  const server = await startTsserver({ root: project.root });
  try {
    server.open(FILE);
    await server.until(FILE, (all) => ours(all).length === 1);
    server.setText(FILE, `${text}\n`);
    const region = server.next(({ event, body }) => event === "regionSemanticDiag" && body.file.endsWith(FILE));
    server.ask(FILE, [{ startLine: 1, startOffset: 1, endLine: 20, endOffset: 1 }]);
    assert.equal(ours((await region).body.diagnostics).length, 1);
    const other = server.next(({ event, body }) => event === "regionSemanticDiag" && body.file.endsWith(FILE));
    server.setText(FILE, text);
    server.ask(FILE, [{ startLine: 600, startOffset: 1, endLine: 620, endOffset: 1 }]);
    assert.equal(ours((await other).body.diagnostics).length, 0);
  } finally {
    await server.close();
  }
});
