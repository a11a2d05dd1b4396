/**
 * Whether middleware has left something in the request on every way that goes on: what only some ways put into a body may
 * as well have been sent.
 */
import type { Block, Step } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";

type Attach = Step & { readonly kind: "attach" };

/** `req.body.userId = token.id; next()`, and nowhere `next()` without it. */
export function isLeftForSure(block: Block, left: Attach): boolean {
  const found = followed(block, left, false, { with: new Map(), without: new Map() });
  return !found.leaks && (found.passes || found.has);
}

interface Followed {
  /** It is there where the block falls through. */
  readonly has: boolean;
  /** Some way goes on without it. */
  readonly leaks: boolean;
  readonly passes: boolean;
}

/** Blocks are shared by many calls: each is followed once with it and once without. */
interface Known {
  readonly with: Map<Block, Followed>;
  readonly without: Map<Block, Followed>;
}

function followed(block: Block, left: Attach, before: boolean, known: Known): Followed {
  const asked = before ? known.with : known.without;
  let found = asked.get(block);
  if (!found) {
    found = followedThrough(block, left, before, known);
    asked.set(block, found);
  }
  return found;
}

function followedThrough(block: Block, left: Attach, before: boolean, known: Known): Followed {
  let state: Followed = { has: before, leaks: false, passes: false };
  for (const step of block.steps) {
    if (step.kind === "attach" && isSame(step, left)) state = { ...state, has: true };
    else if (step.kind === "next" && !step.failing && step.of === "chain")
      state = { ...state, leaks: state.leaks || !state.has, passes: true };
    else {
      const ways = blocksIn(step).map((inner) => ({ inner, end: followed(inner, left, state.has, known) }));
      if (ways.length > 0) state = joined(step, state, ways);
    }
  }
  return state;
}

function joined(
  step: Step,
  before: Followed,
  ways: readonly { readonly inner: Block; readonly end: Followed }[],
): Followed {
  const isChoice = step.kind === "branch" || step.kind === "switch" || step.kind === "try";
  const falling = ways.filter(({ inner }) => inner.ends === "falls");
  const has = isChoice ? falling.every(({ end }) => end.has) : before.has || ways.some(({ end }) => end.has);
  return {
    has,
    leaks: before.leaks || ways.some(({ end }) => end.leaks),
    passes: before.passes || ways.some(({ end }) => end.passes),
  };
}

function isSame(step: Attach, left: Attach): boolean {
  return step.on === left.on && step.name === left.name && step.bag?.key === left.bag?.key;
}
