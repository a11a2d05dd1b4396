/** Type aliases that name themselves, or each other, end. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../harness/analyse.ts";
import { NEWEST } from "../../harness/typescripts.ts";

test("aliases that lead back to themselves are read once", () => {
  const files = new Map([
    [
      "src/server.ts",
      `import express from "express";
type Tree = Partial<Branch> | string; type Branch = Readonly<Tree>; type Own = Own | number;
const app = express();
app.get("/trees", (req, res) => { const tree = req.body as Tree; const own: Own = load(); res.json([tree, own]); });
declare function load(): Own;`,
    ],
  ]);
  assert.deepEqual(
    analyse(files, NEWEST.load()).map.entryPoints.map(({ label }) => label),
    ["GET /trees"],
  );
});
