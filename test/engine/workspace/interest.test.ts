/**
 * Files of no interest are not run, to save time. This must never lose anything: every fixture of several files, and the
 * sample service, say the same when each of their files is made interesting.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import ts from "typescript";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { analyse, type Files } from "../../harness/analyse.ts";
import { findCases } from "../../harness/cases.ts";

const CODE = /\.[cm]?[jt]sx?$/;

/** The same files, each using a framework, at its end and for nothing: every place stays where it is. */
function allInteresting(files: Files): Files {
  return new Map(
    [...files].map(([path, text]) => {
      if (!CODE.test(path) || /\.d\.[cm]?ts$/.test(path)) return [path, text];
      const isModule = /^\s*(?:import\b(?!\()|export\b)/m.test(text);
      return [path, `${text}\n${isModule ? 'import "node-cron";' : 'require("node-cron");'}\n`];
    }),
  );
}

/** Everything that is shown, without what names the added line. */
function said(files: Files): string[] {
  const { findings, map } = analyse(files, ts);
  return [
    ...findings.map(
      ({ finding, file, line, column }) =>
        `${file}:${line}:${column} ${finding.severity} ${finding.ruleId} ${finding.message}`,
    ),
    // Files that are run register ahead of what is reached through them.
    ...map.entryPoints
      .map(({ label, handler, guards, effects, config }) => JSON.stringify({ label, handler, guards, effects, config }))
      .sort(),
  ];
}

function filesBelow(folder: string): Files {
  const paths = readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/node_modules/.test(entry.parentPath))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  return new Map(paths.map((path) => [path.slice(fromRoot(folder).length + 1), readFileSync(path, "utf8")]));
}

const services = [
  ...findCases()
    .filter(({ files }) => files.filter(({ path }) => CODE.test(path)).length > 1)
    .map(({ name, files }) => ({ name, files: new Map(files.map(({ path, text }) => [path, text])) })),
  { name: "test/apps/shopfront", files: filesBelow("test/apps/shopfront") },
];

test("there are services of several files to look at", () => {
  assert.ok(services.length > 10, String(services.length));
});

for (const { name, files } of services) {
  test(name, () => assert.deepEqual(said(allInteresting(files)), said(files)));
}
