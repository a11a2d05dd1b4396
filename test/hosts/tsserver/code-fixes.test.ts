/** Fixes through tsserver, for editors without the extension. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { RULES } from "../../../src/engine/index.ts";
import { ruleNumber } from "../../../src/plugin/rule-number.ts";
import { createProject, PAY, PAY_RULE, type Project } from "./project.ts";
import { type Diagnostic, ours, startTsserver, type TextChange, type Tsserver, VERSIONS } from "./tsserver.ts";

const FILE = "src/pay.ts";
const CODE = ruleNumber(PAY_RULE);

interface Action {
  readonly description: string;
  readonly changes: readonly { readonly fileName: string; readonly textChanges: readonly TextChange[] }[];
  readonly fixId?: string;
  readonly fixAllDescription?: string;
}

test("no two rules share a number, none is one of TypeScript's, and they never change", () => {
  const numbers = RULES.map(({ id }) => ruleNumber(id));
  assert.equal(new Set(numbers).size, RULES.length);
  assert.ok(numbers.every((number) => number >= 100_000 && number < 1_000_000));
  assert.equal(CODE, 925_172);
});

for (const version of VERSIONS) {
  test(`${version}: a fix is offered, and applied it ends the finding`, async () => {
    using project = createProject(PAY);
    const server = await startTsserver({ root: project.root, version });
    try {
      const finding = await openAndFind(server);
      const { body: codes } = await server.request("getSupportedCodeFixes", undefined);
      assert.ok(codes.includes(String(CODE)));
      assert.ok(codes.includes("2322"), "TypeScript's own codes are still there");

      const actions = await actionsAt(server, project, finding);
      const fix = actions.find(({ description }) => /key/i.test(description));
      assert.ok(fix, actions.map(({ description }) => description).join("\n"));
      apply(server, project, fix);
      assert.match(server.text(FILE), /idempotencyKey/);
      await server.until(FILE, (all) => ours(all).length === 0);
    } finally {
      await server.close();
    }
  });
}

test("the comment that allows a finding counts once the reason stands in it", async () => {
  using project = createProject(PAY);
  const server = await startTsserver({ root: project.root });
  try {
    const actions = await actionsAt(server, project, await openAndFind(server));
    const allow = actions.find(({ description }) => description.startsWith(`Allow ${PAY_RULE}`));
    assert.ok(allow);
    apply(server, project, allow);
    const line = `  // hardpath-allow ${PAY_RULE}: `;
    assert.equal(server.text(FILE).split("\n")[5], line);
    const still = await server.until(FILE, (all) => ours(all).length === 1);
    assert.equal(ours(still)[0]?.start.line, 7);
    server.setText(FILE, server.text(FILE).replace(line, `${line}the gateway sends everything once`));
    await server.until(FILE, (all) => ours(all).length === 0);
  } finally {
    await server.close();
  }
});

test("all fixes of a rule in a file are one action", async () => {
  const twice = PAY[FILE]!.replace(
    "  res.json",
    `  await stripe.refunds.create({ charge: req.body.charge, metadata: { order: req.body.orderId } });\n  res.json`,
  );
  using project = createProject({ ...PAY, [FILE]: twice });
  const server = await startTsserver({ root: project.root });
  try {
    server.open(FILE);
    const found = ours(await server.until(FILE, (all) => ours(all).length > 1));
    const [first] = found.filter(({ code }) => code === CODE);
    const actions = await actionsAt(server, project, first!);
    const all = actions.find(({ fixId }) => fixId !== undefined);
    assert.match(all?.fixAllDescription ?? "", new RegExp(PAY_RULE));
    const { body } = await server.request("getCombinedCodeFix", {
      scope: { type: "file", args: { file: `${project.root}/${FILE}` } },
      fixId: all?.fixId,
    });
    apply(server, project, body);
    assert.equal(server.text(FILE).match(/idempotencyKey/g)?.length, 2);
    await server.until(FILE, (all) => ours(all).every(({ code }) => code !== CODE));
  } finally {
    await server.close();
  }
});

test("TypeScript's own fixes are not lost, and files that no program has are never touched", async () => {
  // The fix of a secret goes into `.env`, which is nothing tsserver could edit.
  const token = `${"sk_"}live_${"51H8xQ2eZvKYlo2C8rT6bNq9"}`;
  using project = createProject({
    ...PAY,
    [FILE]: PAY[FILE]!.replace("process.env.STRIPE_KEY", JSON.stringify(token)),
    "src/other.ts": "export const known = 1;\n",
  });
  const server = await startTsserver({ root: project.root });
  try {
    server.open(FILE);
    const found = await server.until(FILE, (all) =>
      ours(all).some(({ code }) => code === ruleNumber("secrets/provider-token")),
    );
    const secret = ours(found).find(({ code }) => code === ruleNumber("secrets/provider-token"))!;
    for (const { changes } of await actionsAt(server, project, secret))
      for (const { fileName } of changes) assert.match(fileName, /\.ts$/);

    server.setText(FILE, `${server.text(FILE)}\nexport const two = known + 1;\n`);
    const unknown = (await server.until(FILE, (all) => all.some(({ code }) => code === 2304 || code === 2552))).find(
      ({ code }) => code === 2304 || code === 2552,
    )!;
    const theirs = await actionsAt(server, project, unknown);
    assert.ok(
      theirs.some(({ description }) => /import/i.test(description)),
      theirs.map(({ description }) => description).join("\n"),
    );
  } finally {
    await server.close();
  }
});

test("where the extension supplies the fixes, rules have their names and tsserver has no fixes", async () => {
  using project = createProject(PAY);
  const server = await startTsserver({ root: project.root, editor: "vscode" });
  try {
    const finding = await openAndFind(server);
    const named = server.told(FILE, (all) => ours(all)[0]?.code === PAY_RULE);
    await server.request("configurePlugin", {
      pluginName: "hardpath-typescript-plugin",
      configuration: { fixes: "extension", hints: true },
    });
    await named;
    assert.deepEqual(await actionsAt(server, project, finding), []);
  } finally {
    await server.close();
  }
});

async function openAndFind(server: Tsserver): Promise<Diagnostic> {
  server.open(FILE);
  const [finding] = ours(await server.until(FILE, (all) => ours(all).length === 1));
  return finding!;
}

async function actionsAt(server: Tsserver, project: Project, { start, end, code }: Diagnostic): Promise<Action[]> {
  const answer = await server.request("getCodeFixes", {
    file: `${project.root}/${FILE}`,
    ...{ startLine: start.line, startOffset: start.offset, endLine: end.line, endOffset: end.offset },
    errorCodes: [code],
  });
  assert.equal(answer.success, true, answer.message);
  return answer.body;
}

/** Applies the changes to the open files as an editor would. */
function apply(server: Tsserver, project: Project, { changes }: Pick<Action, "changes">): void {
  for (const { fileName, textChanges } of changes) {
    const file = fileName.slice(project.root.length + 1);
    const lines = server.text(file).split("\n");
    const offsetOf = ({ line, offset }: TextChange["start"]) =>
      lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + offset - 1;
    let text = server.text(file);
    const sorted = [...textChanges].sort((a, b) => offsetOf(b.start) - offsetOf(a.start));
    for (const { start, end, newText } of sorted)
      text = text.slice(0, offsetOf(start)) + newText + text.slice(offsetOf(end));
    server.setText(file, text);
  }
}
