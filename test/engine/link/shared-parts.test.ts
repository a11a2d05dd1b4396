/** One thing may stand in a test, or in a block, on more ways than anybody could go: it is asked once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decide, UNDECIDED, valueGiven } from "../../../src/engine/link/evaluate/decide.ts";
import type { Block, Step } from "../../../src/engine/link/evaluate/steps.ts";
import { presenceWhere } from "../../../src/engine/link/terms/presence.ts";
import { createTerms } from "../../../src/engine/link/terms/terms.ts";
import { isLeftForSure } from "../../../src/engine/link/values/left-for-sure.ts";
import type { Term } from "../../../src/engine/model/term.ts";

const LEVELS = 22;
const MAXIMUM_ASKED = 200;

/** `x ? y : z` of which each part holds the one below twice. */
function nested(): Term {
  const terms = createTerms();
  let made: Term = terms.input("body", ["name"], "express");
  for (let level = 0; level < LEVELS; level++)
    made = terms.operation("?:", [terms.operation("!", [made]), made, terms.operation("!", [made])]);
  return made;
}

test("what a test says", () => {
  let asked = 0;
  const known = (): undefined => {
    asked++;
  };
  assert.equal(decide(nested(), known), undefined);
  assert.ok(asked < MAXIMUM_ASKED, `${asked} parts were asked`);
});

test("what a value is", () => {
  let asked = 0;
  valueGiven(nested(), () => {
    asked++;
    return UNDECIDED;
  });
  assert.ok(asked < MAXIMUM_ASKED, `${asked} parts were asked`);
});

test("whose presence a test asks for", () => {
  let asked = 0;
  const presence = presenceWhere(nested(), (part) => {
    asked++;
    return part.kind === "input";
  });
  assert.ok(asked < MAXIMUM_ASKED, `${asked} parts were asked`);
  assert.ok(presence.length <= 2, `${presence.length} answers`);
});

test("whether something is left on every way", () => {
  const place = { file: "src/auth.ts", at: [0, 0] } as const;
  const left = { kind: "attach", on: "body", name: "owner", value: createTerms().undefined, place } as const;
  let followed = 0;
  const counting = (steps: readonly Step[]): Block => ({
    ends: "falls",
    get steps() {
      followed++;
      return steps;
    },
  });
  const goesOn: Step = { kind: "next", failing: false, of: "chain", place };
  let block = counting([left, goesOn]);
  for (let level = 0; level < LEVELS; level++)
    block = counting([{ kind: "branch", test: left.value, then: block, otherwise: block, place }]);
  assert.equal(isLeftForSure(block, left), true);
  assert.ok(followed < MAXIMUM_ASKED, `${followed} blocks were followed`);
});
