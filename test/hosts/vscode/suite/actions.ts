/** The light bulb as the editor asks for it, and the commands. */
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findingOf, ours, ruleOf, type SuiteCase } from "./support.ts";

/** Findings whose mending is a person's decision. */
const WITHOUT_FIX: ReadonlySet<string> = new Set([
  // Which payment of a subscription is meant is told by a due date that the job does not read.
  "idempotency/payment-without-key in jobs/renewals.ts",
  // A job is queued, a payment made, between the two writes: they cannot be rolled back with them.
  "data-flow/writes-without-transaction in routes/checkout.ts",
  "data-flow/writes-without-transaction in routes/webhooks.ts",
]);

export const actionsSuite: readonly SuiteCase[] = [
  {
    name: "every command of the manifest is there",
    async run() {
      const manifest = vscode.extensions.getExtension("hardpath.hardpath")!.packageJSON;
      const there = new Set(await vscode.commands.getCommands(true));
      for (const { command } of manifest.contributes.commands)
        assert.ok(there.has(command), `${command} is not registered`);
    },
  },
  {
    name: "every finding offers a fix, an allowance and its page; fixes are offered once",
    async run() {
      await findingOf("idempotency/payment-without-key", "/checkout.ts");
      const all = vscode.languages
        .getDiagnostics()
        .flatMap(([uri, list]) =>
          list
            .filter(({ source, severity }) => source === "hardpath" && severity <= vscode.DiagnosticSeverity.Warning)
            .map((diagnostic) => ({ uri, diagnostic })),
        );
      const bare: string[] = [];
      for (const { uri, diagnostic } of all) {
        const titles = (await actionsAt(uri, diagnostic)).map(({ title }) => title);
        assert.deepEqual(titles, [...new Set(titles)], `offered twice at ${uri.path}`);
        const rule = ruleOf(diagnostic)!;
        assert.ok(
          titles.some((title) => title.startsWith(`Allow ${rule}`)),
          `${rule} cannot be allowed: ${titles}`,
        );
        assert.ok(
          titles.some((title) => title === `Explain ${rule}`),
          `${rule} has no page: ${titles}`,
        );
        const fixes = titles.filter((title) => !/^(?:Allow|Explain) /.test(title));
        if (fixes.length === 0) bare.push(`${rule} in ${uri.path.split("/src/")[1]}`);
      }
      assert.deepEqual(
        bare.filter((found) => !WITHOUT_FIX.has(found)),
        [],
        "findings without a fix",
      );
    },
  },
  {
    name: "a fix changes the file, ends its finding and can be undone",
    async run() {
      const { uri, diagnostic } = await findingOf("idempotency/payment-without-key", "/checkout.ts");
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const before = document.getText();
      const count = () => ours(uri).filter((other) => ruleOf(other) === "idempotency/payment-without-key").length;
      const found = count();
      const action = (await actionsAt(uri, diagnostic)).find(({ edit }) => edit !== undefined);
      assert.ok(action?.edit, "no fix with an edit");
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      assert.notEqual(document.getText(), before);
      await eventually("one finding less", count, (now) => now === found - 1);
      await vscode.commands.executeCommand("undo");
      assert.equal(document.getText(), before);
      await eventually("the finding again", count, (now) => now === found);
    },
  },
  {
    name: "fix all is a source action",
    async run() {
      const { uri } = await findingOf(/./);
      const document = await vscode.workspace.openTextDocument(uri);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        uri,
        whole,
        "source.fixAll.hardpath",
        5,
      );
      for (const { kind } of actions) assert.equal(kind?.value, "source.fixAll.hardpath");
    },
  },
];

/** Actions of ours at a diagnostic, with their edits. */
async function actionsAt(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  await vscode.workspace.openTextDocument(uri);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  return actions.filter(({ edit, command }) => edit !== undefined || command?.command.startsWith("hardpath."));
}
