/** Findings in the editor: everywhere, as one types, and each one once. */
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, file, findingOf, ours, pause, ruleOf, type SuiteCase } from "./support.ts";

export const findingsSuite: readonly SuiteCase[] = [
  {
    name: "files that nobody opened have findings",
    async run() {
      const { uri, diagnostic } = await findingOf(/./);
      assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()));
      assert.match(ruleOf(diagnostic)!, /^[a-z-]+\/[a-z-]+$/);
    },
  },
  {
    name: "a finding tells the way that leads to it",
    async run() {
      const { diagnostic } = await findingOf("idempotency/payment-without-key", "/checkout.ts");
      const steps = diagnostic.relatedInformation ?? [];
      assert.ok(steps.length > 0, "no related information");
      for (const step of steps) assert.ok((await vscode.workspace.openTextDocument(step.location.uri)).lineCount > 0);
    },
  },
  {
    name: "nothing is shown twice while a file opens, is open and closes",
    async run() {
      const { uri } = await findingOf("idempotency/payment-without-key", "/checkout.ts");
      const before = rules(uri);
      await vscode.window.showTextDocument(uri);
      for (let turn = 0; turn < 80; turn++) {
        await pause(100);
        await assertOnce(uri);
      }
      assert.deepEqual(rules(uri), before, "opening a file changes what is found in it");
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await eventually(
        "findings of the closed file",
        () => rules(uri),
        (now) => now.join() === before.join(),
      );
      await assertOnce(uri);
    },
  },
  {
    name: "typing changes the findings before anything is saved",
    async run() {
      const { uri } = await findingOf("idempotency/payment-without-key", "/checkout.ts");
      const editor = await vscode.window.showTextDocument(uri);
      const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await editor.edit((edit) => edit.replace(whole, "export const nothing = 1;\n"));
      await eventually(
        "no findings in the empty file",
        () => ours(uri),
        (list) => list.length === 0,
      );
      await vscode.commands.executeCommand("undo");
      await eventually(
        "the findings again",
        () => ours(uri),
        (list) => list.some((diagnostic) => ruleOf(diagnostic) === "idempotency/payment-without-key"),
      );
      await assertOnce(uri);
    },
  },
  {
    name: "a file that appears and goes on disk is noticed",
    async run() {
      const key = ["sk", "live", `51Nq${"7Tz8Kd2RwX".repeat(3)}Vb`].join("_");
      const uri = file("src/lib/late.ts");
      await vscode.workspace.fs.writeFile(
        uri,
        Buffer.from(`import Stripe from "stripe";\nexport const late = new Stripe("${key}");\n`),
      );
      await eventually(
        "a secret in the new file",
        () => ours(uri),
        (list) => list.some((diagnostic) => ruleOf(diagnostic)?.startsWith("secrets/") === true),
      );
      await vscode.workspace.fs.delete(uri);
      await eventually(
        "nothing in the file that is gone",
        () => ours(uri),
        (list) => list.length === 0,
      );
    },
  },
  {
    name: "an allowance with a reason silences its line, and only that",
    async run() {
      const { uri, diagnostic } = await findingOf("idempotency/payment-without-key", "/checkout.ts");
      const editor = await vscode.window.showTextDocument(uri);
      const others = rules(uri).length;
      const line = diagnostic.range.start.line;
      await editor.edit((edit) =>
        edit.insert(
          new vscode.Position(line, 0),
          "// hardpath-allow idempotency/payment-without-key: the test says so\n",
        ),
      );
      await eventually(
        "one finding less",
        () => rules(uri),
        (list) => list.length === others - 1,
      );
      await vscode.commands.executeCommand("undo");
      await eventually(
        "it again",
        () => rules(uri),
        (list) => list.length === others,
      );
    },
  },
];

function rules(uri: vscode.Uri): string[] {
  return ours(uri)
    .map((diagnostic) => `${ruleOf(diagnostic)}:${diagnostic.range.start.line}`)
    .sort();
}

/**
 * VS Code tells of another extension's diagnostics 50 ms after they are there (`ExtHostDiagnostics` gathers its events),
 * so the worker's can be withdrawn only then. Longer than a moment nothing may stand twice.
 */
async function assertOnce(uri: vscode.Uri): Promise<void> {
  const isOnce = (seen: readonly string[]) => new Set(seen).size === seen.length;
  if (isOnce(rules(uri))) return;
  await pause(500);
  const seen = rules(uri);
  assert.deepEqual(seen, [...new Set(seen)], "shown twice");
}
