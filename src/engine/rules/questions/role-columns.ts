/** Columns that say what an account may do, whatever they are called: the service's own guards compare them. */

import { literalsOf } from "../../link/guards/test-parts.ts";
import { lastName } from "../../link/terms/last-name.ts";
import { HOLDS_COMPARISON, holds } from "../../link/terms/marks.ts";
import { partsOf, termsWithin } from "../../link/terms/terms.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { oncePerModel } from "./once.ts";

/** In lower case. */
export const roleColumns = oncePerModel(gather);

function gather(model: ServiceModel): ReadonlySet<string> {
  const columns = new Set<string>();
  const seen = new Set<Term>();
  for (const entry of model.entryPoints) {
    for (const guard of entry.guards) {
      // What a branch compares on its way refuses nobody.
      if (guard.kind !== "role" || guard.taken) continue;
      for (const test of guard.proves) {
        if (seen.has(test)) continue;
        seen.add(test);
        for (const part of partsAsked(test)) {
          const name = columnOfCaller(part);
          if (name !== undefined && !NO_RIGHT.test(name)) columns.add(name.toLowerCase());
        }
      }
    }
  }
  return columns;
}

/**
 * Fields, in lower case and without underscores, that the service compares with an administrator's name: `user.type ===
 * "admin"`. Of a row, of the caller, or of what was sent.
 */
export const typesOfStaff = oncePerModel((model): ReadonlySet<string> => {
  const found = new Set<string>();
  const seen = new Set<Term>();
  for (const entry of model.entryPoints) {
    for (const event of entry.trail.events) {
      const tests = event.scopes.flatMap((scope) => (scope.kind === "branch" ? [scope.test] : []));
      if (event.kind === "check") tests.push(event.test);
      for (const test of tests) {
        if (seen.has(test)) continue;
        seen.add(test);
        if (!holds(test, HOLDS_COMPARISON)) continue;
        for (const part of termsWithin(test)) {
          if (part.kind !== "operation" || !/^(?:[!=]==|includes)$/.test(part.operator)) continue;
          if (!part.parts.some((side) => literalsOf(side).some((text) => ADMIN.test(text)))) continue;
          for (const side of part.parts) {
            const name = lastName(side);
            if (name !== "" && !name.endsWith("()")) found.add(name.replaceAll("_", "").toLowerCase());
          }
        }
      }
    }
  }
  return found;
});

/** The name of an administrator's role. */
export const ADMIN = /^(?:role_?)?(?:super_?|system_?)?admin/i;

/** What the test is made of, without what packages were given on the way: `titles.find({ region: user.region })` asks no region. */
function partsAsked(test: Term): ReadonlySet<Term> {
  const found = new Set<Term>();
  const stack = [test];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const isGiven = next.kind === "object" || (next.kind === "external" && lastName(next) !== "includes()");
    if (!isGiven) stack.push(...partsOf(next));
  }
  return found;
}

function columnOfCaller(part: Term): string | undefined {
  if (part.kind !== "input" || (part.source !== "identity" && part.source !== "session")) return undefined;
  return part.path.at(-1);
}

/** What a guard tests beside the role: that the account is there, is confirmed, has paid, has something left. */
const NO_RIGHT =
  /^(?:_?id|user|account|member|sub|data|payload|claims)$|[a-z]Ids?$|_ids?$|plan|tier|subscription|quota|limit|credit|balance|status|state|verified|active|enabled|disabled|banned|provider|attributes|settings|preferences|metadata|locale|lang|country|email|phone|name|token|secret|key|exp|iat|length/i;
