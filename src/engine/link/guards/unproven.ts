/** Ways in that ask for no proof: whoever names an account sets its password. */

import type { Guard } from "../../model/guard.ts";
import type { EffectEvent, Path, PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { isPasswordField } from "../../vocabulary/password.ts";
import { isGiven, isSent } from "../terms/sent.ts";
import { someTerm } from "../terms/terms.ts";

export const ADDRESS = /^(?:e_?mail|phone|mobile|phone_?number|user_?name)(?:_?address)?$/i;

/**
 * The password of an account that the request only names is set to what the request says: no token, no old password, no
 * code that was compared with a stored one.
 */
export function setsAnyPassword(path: Path, guards: readonly Guard[]): boolean {
  const set = path.events.find(
    (event) =>
      event.kind === "effect" &&
      (event.operation === "set" || event.operation === "upsert") &&
      event.data?.kind === "object" &&
      event.data.fields.some(({ key, value }) => isPasswordField(key ?? "") && someTerm(value, isGiven)),
  );
  if (set?.kind !== "effect") return false;
  const reads = path.events.filter((event): event is EffectEvent => event.kind === "effect" && event.access === "read");
  if (!isNamedAlone(conditionsOf(set.where), reads)) return false;
  const found = reads.map(({ result }) => result);
  return (
    !guards.some((guard) => PROOFS.has(guard.kind) && guard.order < set.order) &&
    path.events.every((event) => event.order > set.order || !mayProve(event, found))
  );
}

type Condition = { readonly key?: string | undefined; readonly value: Term };

/** What all must hold, also below `$and`. */
export function conditionsOf(where: Term | undefined): readonly Condition[] {
  if (where?.kind !== "object") return [];
  return where.fields.flatMap(({ key, value }) =>
    /^\$?and$/i.test(key ?? "") && value.kind === "array" ? value.items.flatMap(conditionsOf) : [{ key, value }],
  );
}

/** By an address or an id that the request gives and by nothing else of it, or by the id of a row that was found so. */
export function isNamedAlone(conditions: readonly Condition[], reads: readonly EffectEvent[]): boolean {
  const given = conditions.filter(({ value }) => someTerm(value, isSent));
  const [only] = given;
  if (only && given.length === 1) return ADDRESS.test(only.key ?? "") || ID.test(only.key ?? "");
  if (given.length > 0) return false;
  const row = conditions.find(({ key }) => ID.test(key ?? ""))?.value;
  const read = row && reads.find(({ result }) => someTerm(row, (part) => part === result));
  return read !== undefined && isNamedAlone(conditionsOf(read.where), []);
}

export const ID = /^(?:user)?_?id$/i;

export const PROOFS: ReadonlySet<Guard["kind"]> = new Set(["authentication", "role", "ownership", "signature"]);

/** A test of more than whether the account is there and the input is well formed, or something that cannot be read. */
function mayProve(event: PathEvent, found: readonly Term[]): boolean {
  if (event.kind === "opaque") return event.call.arguments.some((argument) => someTerm(argument, isSent));
  if (event.kind === "guard") return event.guard !== "validation" && event.guard !== "rateLimit";
  if (event.kind === "effect") return event.category === "cache" || event.category === "auth";
  if (event.kind !== "check") return false;
  return someTerm(
    event.test,
    (part) =>
      (part.kind === "member" && found.includes(part.of)) ||
      (part.kind === "external" &&
        part.arguments === undefined &&
        part.base !== undefined &&
        found.includes(part.base)),
  );
}
