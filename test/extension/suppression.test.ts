import assert from "node:assert/strict";
import { test } from "node:test";
import { suppressionLine } from "../../src/extension/fixes/suppression.ts";

const RULE = "access/missing-role";

test("the comment has the indentation of its line and the language's own form", () => {
  const line = (file: string, text: string) => suppressionLine(file, text, RULE, "the gateway checks it", "\n");
  assert.equal(line("src/a.ts", "\t\tpay();"), `\t\t// hardpath-allow ${RULE}: the gateway checks it\n`);
  assert.equal(line("schema.prisma", "  id Int"), `  // hardpath-allow ${RULE}: the gateway checks it\n`);
  assert.equal(line("db/001.sql", "CREATE TABLE a ();"), `-- hardpath-allow ${RULE}: the gateway checks it\n`);
  for (const file of [".env", "ci.yml", "Dockerfile", "deploy.sh", "main.tf"]) {
    assert.equal(line(file, "A=1"), `# hardpath-allow ${RULE}: the gateway checks it\n`);
  }
});

test("a file without comments gets none", () => {
  assert.equal(suppressionLine("config.json", "{", RULE, "why", "\n"), undefined);
});

test("a reason of several lines becomes one", () => {
  assert.equal(suppressionLine("a.ts", "x", RULE, " one\n two  ", "\r\n"), `// hardpath-allow ${RULE}: one two\r\n`);
});
