/** The map of the sample service is what a reader of its code would draw. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { createWorkspace } from "../../src/engine/index.ts";
import { mapText } from "./map-text.ts";

const folder = fileURLToPath(new URL("./shopfront/", import.meta.url));

test("the sample's map", () => {
  const workspace = createWorkspace({ typescript: () => ts, log: (message) => assert.fail(message) });
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:ts|sql|json)$|\.env/.test(path) || path.includes("node_modules")) continue;
    workspace.setFile(path.replace(/\\/g, "/"), readFileSync(join(folder, path), "utf8"));
  }
  const expected = readFileSync(new URL("./shopfront.map.txt", import.meta.url), "utf8");
  assert.equal(mapText(workspace.serviceMap()), expected);
});
