/** No output of the command shows a secret's value. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { folderWith } from "../node/temporary-folder.ts";
import { hardpath } from "./run-cli.ts";

test("every format names the finding and none shows the value", (context) => {
  const token = ["sk", "live", "9f3KxQ27".repeat(3)].join("_");
  const root = folderWith(context, {
    "src/pay.ts": `export const key = "${token}";\nexport const again = { stripeKey: "${token}" };\n`,
    ".env": `STRIPE_SECRET_KEY=${token}\n`,
  });
  for (const format of ["text", "json", "sarif", "markdown", "github"]) {
    const result = hardpath(["check", root, "--format", format]);
    assert.match(result.out, /secrets\/provider-token/, format);
    assert.ok(!result.out.includes(token) && !result.out.includes(token.slice(0, 16)), format);
  }
});
