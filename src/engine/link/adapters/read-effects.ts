/** Turns what an adapter says of a call into effect steps. */
import type { Operation } from "../../model/effect.ts";
import type { SystemTraits } from "../../model/system-traits.ts";
import type { CallTerm, Term } from "../../model/term.ts";
import { CONFLICTING_TRANSACTIONS } from "../../systems/conflicting-transactions.ts";
import type { CallDefinition } from "../../systems/define-system.ts";
import type { Linker } from "../evaluate/linker.ts";
import { memberOf } from "../evaluate/members.ts";
import type { Step } from "../evaluate/steps.ts";
import { someTerm } from "../terms/terms.ts";
import { createCallView, type ExternalTerm, resolveReference } from "./call-view.ts";
import type { CallMatch } from "./match-path.ts";

const NO_TRAITS: SystemTraits = {};
const DEFAULT_OPERATION = { read: "read", write: "set", publish: "publish", call: "call" } as const;

/** `pending`: rows that were made or changed and not stored. */
export function readEffects(
  linker: Linker,
  match: CallMatch,
  call: CallTerm,
  result: ExternalTerm,
  pending?: () => readonly Term[],
): readonly Step[] {
  const { system } = match;
  const view = createCallView(linker, result, call.arguments, match.client, match.capture, pending);
  const entry = match.key === undefined ? undefined : system.calls[match.key];
  const definitions = typeof entry === "function" ? entry(view) : entry;
  if (!definitions) return [];
  const list: readonly CallDefinition[] = Array.isArray(definitions) ? definitions : [definitions as CallDefinition];
  const reached = typeof system.system === "function" ? system.system(view) : system.system;
  return list.flatMap((definition): readonly Step[] => {
    const resolve = (reference: string | Term | undefined): Term | undefined =>
      typeof reference === "string" ? resolveReference(linker, view, reference, match.capture) : reference;
    if (definition.transaction) return [{ kind: "boundary", edge: definition.transaction, place: call.place }];
    const target = resolve(definition.target);
    const operation: Operation = definition.operation ?? DEFAULT_OPERATION[definition.access];
    const id = definition.system ?? reached ?? system.id;
    return [
      {
        kind: "effect",
        system: id,
        category: definition.category ?? system.category,
        via: system.id,
        traits: system.traits ?? NO_TRAITS,
        ...(CONFLICTING_TRANSACTIONS.has(id) && { conflicts: true }),
        access: definition.access,
        operation,
        target: view.name(target),
        data: resolve(definition.data),
        where: resolve(definition.where),
        key: keyOf(definition.key, resolve(definition.key), call),
        conflict: definition.conflict,
        ...(definition.refuses && { refuses: definition.refuses }),
        ...(definition.givesAnyway && { givesAnyway: definition.givesAnyway }),
        ...(definition.follows && { follows: definition.follows }),
        ...(definition.within && { within: definition.within }),
        ...(definition.unlimited && { unlimited: definition.unlimited }),
        ...(definition.asCaller && { asCaller: definition.asCaller }),
        ...numbered(resolve(definition.attempts)),
        call,
        result: definition.part?.reduce<Term>((of, name) => memberOf(linker, of, name), result) ?? result,
        lock: definition.lock === true,
        awaited: false,
        place: call.place,
      },
    ];
  });
}

function numbered(attempts: Term | undefined): { readonly attempts?: number } {
  return attempts?.kind === "literal" && typeof attempts.value === "number" ? { attempts: attempts.value } : {};
}

/** A key that may stand in something unreadable is unknown, not absent. */
function keyOf(
  reference: string | Term | undefined,
  found: Term | undefined,
  call: CallTerm,
): Term | "absent" | "none" | "unknown" {
  if (reference === undefined) return "none";
  if (found && found.kind !== "undefined") {
    const unread =
      (found.kind === "member" || found.kind === "unknown") &&
      someTerm(found, (part) => part.kind === "unknown" || part.kind === "result");
    return unread && found.kind === "member" ? "unknown" : found;
  }
  if (typeof reference !== "string") return "absent";
  const positions = [...reference.matchAll(/\$(\d+)/g)].map((match) => Number(match[1]));
  const vague = positions.some((position) => {
    const argument = call.arguments[position];
    if (!argument) return false;
    if (argument.kind === "object")
      return argument.fields.some((field) => field.key === undefined && field.value.kind !== "undefined");
    return argument.kind !== "literal" && argument.kind !== "undefined";
  });
  return vague ? "unknown" : "absent";
}
