/**
 * Checks that stand where the request has a field: `if ("teamId" in input) await checkMembership(input.teamId)`, in middleware
 * of many endpoints. What they prove is about that field. An endpoint that works with it cannot do without it, and to one
 * that does not, whoever calls need not send it.
 */
import type { Guard } from "../../model/guard.ts";
import type { Path, PathEvent, Scope } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { isSamePart } from "../terms/same-part.ts";
import { isSent } from "../terms/sent.ts";
import { someTerm } from "../terms/terms.ts";
import { inChain } from "../trail/chain.ts";

/** Guards as they hold for this endpoint: those that hang on a field alone hold where it is used, or nowhere. */
export function settledBySent(path: Path, guards: readonly Guard[]): readonly Guard[] {
  const { used, skipped } = fieldsAsked(path);
  if (used.size === 0 && skipped.size === 0) return guards;
  return guards
    .filter(({ kind, scopes }) => !OF_ROWS.has(kind) || !scopes.some((id) => skipped.has(id)))
    .map((guard) =>
      guard.scopes.some((id) => used.has(id))
        ? { ...guard, scopes: guard.scopes.filter((id) => !used.has(id)) }
        : guard,
    );
}

/** Ids of the scopes that whoever calls stays out of by leaving out a field that nothing else is done with. */
export function skippedScopes(path: Path): ReadonlySet<number> {
  return fieldsAsked(path).skipped;
}

const OF_ROWS: ReadonlySet<Guard["kind"]> = new Set(["ownership", "role"]);

interface FieldsAsked {
  readonly used: ReadonlySet<number>;
  readonly skipped: ReadonlySet<number>;
}

const known = new WeakMap<Path, FieldsAsked>();

function fieldsAsked(path: Path): FieldsAsked {
  let found = known.get(path);
  if (!found) {
    found = sorted(path);
    known.set(path, found);
  }
  return found;
}

function sorted({ events }: Path): FieldsAsked {
  const used = new Set<number>();
  const skipped = new Set<number>();
  for (const event of events) {
    if (!inChain(event)) continue;
    for (const scope of event.scopes) {
      if (used.has(scope.id) || skipped.has(scope.id)) continue;
      const field = fieldAsked(scope);
      if (field) (events.some((other) => usesBehind(other, field)) ? used : skipped).add(scope.id);
    }
  }
  return { used, skipped };
}

/** The part of the request that is there in the branch, and may be missing otherwise. */
function fieldAsked(scope: Scope): ((part: Term) => boolean) | undefined {
  if (scope.kind !== "branch" || !scope.when) return undefined;
  const { test } = scope;
  if (isSent(test) && test.path.length > 0) return (part) => isSamePart(part, test);
  if (test.kind !== "operation" || test.operator !== "in") return undefined;
  const [name, of] = test.parts;
  if (name?.kind !== "literal" || !of || !isSent(of)) return undefined;
  const path = [...of.path, String(name.value)];
  return (part) =>
    isSent(part) && part.source === of.source && path.every((segment, index) => part.path[index] === segment);
}

/** The handler, or what it calls, does something with the field, or with all that was sent. */
function usesBehind(event: PathEvent, isField: (part: Term) => boolean): boolean {
  if (inChain(event) || (event.kind !== "effect" && event.kind !== "opaque")) return false;
  const given = event.kind === "effect" ? [event.where, event.data, ...event.call.arguments] : event.call.arguments;
  return given.some((term) => term !== undefined && someTerm(term, (part) => isField(part) || isWhole(part)));
}

function isWhole(part: Term): boolean {
  return isSent(part) && part.path.length === 0;
}
