/** The plugin says what the command line says, word for word and place for place, of the sample service. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { hardpath } from "../cli/run-cli.ts";
import { createProject } from "./project.ts";
import { type Diagnostic, ours, startTsserver, VERSIONS } from "./tsserver.ts";

const SHOPFRONT = fileURLToPath(new URL("../../apps/shopfront", import.meta.url));

/** A finding as both can tell it. */
interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
  readonly trace: readonly string[];
}

for (const version of VERSIONS) {
  test(`${version}: the sample service`, async () => {
    using project = createProject({ copyOf: SHOPFRONT });
    const expected = fromCommandLine(project.root);
    const files = readdirSync(project.root, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
      .sort();
    const withFindings = files.filter((file) => expected.some(({ place }) => place.startsWith(`${file}:`)));
    assert.ok(withFindings.length >= 8, "the sample service has findings in many files");

    const server = await startTsserver({ root: project.root, version, editor: "vscode" });
    try {
      await server.request("configurePlugin", {
        pluginName: "hardpath-typescript-plugin",
        configuration: { fixes: "extension" },
      });
      for (const file of files) server.open(file);
      const first = withFindings[0]!;
      await server.until(first, (all) => ours(all).length > 0);
      const found: Told[] = [];
      for (const file of files) {
        const diagnostics = ours(await server.until(file, () => true));
        found.push(...diagnostics.map((diagnostic) => fromServer(file, diagnostic, project.root)));
      }
      assert.deepEqual(sorted(found), sorted(expected));
    } finally {
      await server.close();
    }
  });
}

function fromCommandLine(root: string): readonly Told[] {
  const result = hardpath(["check", root, "--format", "json"]);
  assert.notEqual(result.code, 2, result.err);
  const { findings } = JSON.parse(result.out) as {
    // biome-ignore lint/suspicious/noExplicitAny: the contract has its own tests
    findings: any[];
  };
  return findings
    .filter(({ file, suppressed }) => /\.[cm]?[jt]sx?$/.test(file) && !suppressed)
    .map(({ ruleId, severity, file, line, column, message, trace }) => ({
      rule: ruleId,
      severity,
      place: `${file}:${line}:${column}`,
      message,
      trace: trace.map((step: { file: string; line: number; message: string }) =>
        told(step.file, step.line, step.message),
      ),
    }));
}

function fromServer(file: string, diagnostic: Diagnostic, root: string): Told {
  return {
    rule: String(diagnostic.code),
    severity: diagnostic.category === "suggestion" ? "hint" : diagnostic.category,
    place: `${file}:${diagnostic.start.line}:${diagnostic.start.offset}`,
    message: diagnostic.text,
    trace: (diagnostic.relatedInformation ?? []).map(({ span, message }) =>
      told(span.file.slice(root.length + 1), span.start.line, message),
    ),
  };
}

function told(file: string, line: number, message: string): string {
  return `${file}:${line} ${message}`;
}

function sorted(all: readonly Told[]): readonly string[] {
  return all
    .map(({ place, rule, severity, message, trace }) => [place, rule, severity, message, ...trace].join("\n"))
    .sort();
}
