import assert from "node:assert/strict";
import { test } from "node:test";
import { readYaml } from "../../../src/engine/release/yaml.ts";

test("a byte order mark ahead of an indented document is no content", () => {
  const [document] = readYaml("\ufeff  name: shop\n  jobs: [build]\n");
  assert.equal(document?.text("name"), "shop");
  assert.equal(document?.line("jobs"), 2);
});
