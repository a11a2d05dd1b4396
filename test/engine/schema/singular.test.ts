import assert from "node:assert/strict";
import { test } from "node:test";
import { singular } from "../../../src/engine/schema/singular.ts";

const WORDS: Readonly<Record<string, string>> = {
  orders: "order",
  categories: "category",
  branches: "branch",
  classes: "class",
  statuses: "status",
  bonuses: "bonus",
  houses: "house",
  status: "status",
  address: "address",
  analysis: "analysis",
  order: "order",
};

for (const [many, one] of Object.entries(WORDS)) test(`${many}: ${one}`, () => assert.equal(singular(many), one));
