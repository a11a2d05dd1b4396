/** A handler that is made for several routes: each is told, and allowed, where it is registered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace } from "../../../src/engine/index.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const FILES = {
  "package.json": `{ "dependencies": { "express": "5.0.0", "mongoose": "8.0.0" } }`,
  "src/factory.ts": "export const createOne = (Model) => async (req, res) => res.json(await Model.create(req.body));\n",
  "src/models.ts": [
    `import mongoose from "mongoose";`,
    `export const Meal = mongoose.model("Meal", new mongoose.Schema({ name: String }));`,
    `export const Plan = mongoose.model("Plan", new mongoose.Schema({ name: String }));`,
  ].join("\n"),
  "src/app.ts": [
    `import express from "express";`,
    `import { createOne } from "./factory";`,
    `import { Meal, Plan } from "./models";`,
    "const app = express();",
    "app.use(express.json());",
    `app.post("/meals", createOne(Meal));`,
    "// hardpath-allow idempotency/unguarded-create: the form of the staff is sent once",
    `app.post("/plans", createOne(Plan));`,
  ].join("\n"),
};

test("told at the registration, and allowed there", () => {
  const workspace = createWorkspace({ typescript: NEWEST.load, rules: (id) => id === "idempotency/unguarded-create" });
  for (const [path, text] of Object.entries(FILES)) workspace.setFile(path, text);
  const told = workspace
    .findings()
    .map(({ entryPoint, place, suppressed }) => `${entryPoint} ${place.file} ${suppressed?.reason ?? "open"}`);
  assert.deepEqual(told, ["POST /meals src/app.ts open", "POST /plans src/app.ts the form of the staff is sent once"]);
});
