/** `hardpath.config.json`: its mistakes are told, and what it says counts at once. */
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, file, findingOf, ours, ruleOf, type SuiteCase } from "./support.ts";

const CONFIG = "hardpath.config.json";

export const configurationSuite: readonly SuiteCase[] = [
  {
    name: "a broken configuration is told in the file, and nothing else is lost",
    async run() {
      await findingOf("idempotency/payment-without-key", "/checkout.ts");
      const uri = file(CONFIG);
      await vscode.workspace.fs.writeFile(uri, Buffer.from('{ "rules": { '));
      const [problem] = await eventually(
        "a problem in the configuration",
        () => ours(uri),
        (list) => list.length > 0,
      );
      assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
      await findingOf("idempotency/payment-without-key", "/checkout.ts");
      await vscode.workspace.fs.delete(uri);
      await eventually(
        "no problem left",
        () => ours(uri),
        (list) => list.length === 0,
      );
    },
  },
  {
    name: "a rule that is switched off is silent, and comes back",
    async run() {
      const { uri } = await findingOf("idempotency/payment-without-key", "/checkout.ts");
      await vscode.window.showTextDocument(uri);
      const count = () =>
        ours(uri).filter((diagnostic) => ruleOf(diagnostic) === "idempotency/payment-without-key").length;
      await vscode.workspace.fs.writeFile(
        file(CONFIG),
        Buffer.from('{ "rules": { "idempotency/payment-without-key": "off" } }\n'),
      );
      await eventually("silence", count, (now) => now === 0);
      await vscode.workspace.fs.delete(file(CONFIG));
      await eventually("the finding again", count, (now) => now > 0);
    },
  },
];
