/** What a program does before it registers its routes hides none of them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace } from "../../../src/engine/index.ts";
import { NEWEST } from "../../harness/typescripts.ts";

/** More functions than one entry point may run. */
const STEPS = 8_000;

test("a start-up that runs thousands of functions ahead of its routes", () => {
  const steps = Array.from(
    { length: STEPS },
    (_, index) => `const step${index} = (state) => prepare(state, ${index});`,
  );
  const workspace = createWorkspace({ typescript: NEWEST.load });
  workspace.setFile("package.json", `{ "dependencies": { "express": "5.0.0" } }`);
  workspace.setFile(
    "src/server.ts",
    `import express from "express";
import { prepare } from "storage";
${steps.join("\n")}
export function start(options) {
${steps.map((_, index) => `  step${index}(options);`).join("\n")}
  const app = express();
  mount(app);
  return app;
}
function mount(app) {
  app.get("/orders", (req, res) => res.json([]));
}
`,
  );
  assert.deepEqual(
    workspace.serviceMap().entryPoints.map(({ method, path }) => `${method} ${path}`),
    ["GET /orders"],
  );
});
