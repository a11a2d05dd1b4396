/**
 * Runs every fixture of `test/rules`, `test/frameworks` and `test/systems` on the oldest and the newest TypeScript.
 * `CASE=express npm run test:unit` runs those whose name contains the text.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findCases } from "./harness/cases.ts";
import { runCase } from "./harness/run-case.ts";
import { BOTH } from "./harness/typescripts.ts";

const wanted = process.env["CASE"] ?? "";

for (const it of findCases().filter(({ name }) => name.includes(wanted))) {
  for (const { version, load } of BOTH) {
    test(`${it.name}, TypeScript ${version}`, () => {
      const differences = runCase(it, load());
      if (differences.length > 0) assert.fail(`${it.name}\n${differences.map((line) => `  ${line}`).join("\n")}`);
    });
  }
}
