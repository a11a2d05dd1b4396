/** Marks and codes that are kept under a key of their own, and in no row: `redis.get("sent:" + id)`, `redis.set("sent:" + id, "1")`. */
import type { CheckEvent, EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { wantedIn } from "../terms/wanted.ts";
import { hasSameValue } from "./columns-of-row.ts";

/** What it is found by: a condition, or the key of what is kept. */
export function soughtBy({ category, where, call }: EffectEvent): Term | undefined {
  return where ?? (category === "cache" ? call.arguments[0] : undefined);
}

/** What is kept under another key is another thing, whatever both keys begin with. */
export function isOfOtherKey(write: EffectEvent, read: EffectEvent): boolean {
  return read.category === "cache" && soughtKey(write) !== soughtKey(read);
}

/** A claim says its key as a condition, a look-up as the argument. */
function soughtKey({ call }: EffectEvent): Term | undefined {
  return call.arguments[0];
}

/** A lock is taken away again when the work is done: the next request takes it anew. */
export function isReleased(read: EffectEvent, later: readonly EffectEvent[]): boolean {
  return read.category === "cache" && later.some(({ operation }) => operation === "delete");
}

/** `if (mark === "used") return …`, and `"used"` is what is kept from then on. */
export function isMarkedSo(check: CheckEvent, read: EffectEvent, later: readonly EffectEvent[]): boolean {
  if (read.category !== "cache") return false;
  return wantedIn(check.test, !check.stopsWhen).some(({ term, holds }) => {
    const other = comparedWith(term, read.result);
    if (!other || holds === (term.kind === "operation" && term.operator === "===")) return false;
    return later.some(({ operation, data }) => operation === "set" && data !== undefined && hasSameValue(data, other));
  });
}

/** `if (code !== body.code) return …`: without it nothing goes on. */
export function isNeeded(check: CheckEvent, read: EffectEvent): boolean {
  if (read.category !== "cache") return false;
  return wantedIn(check.test, !check.stopsWhen).some(({ term, holds }) => {
    const other = comparedWith(term, read.result);
    return (
      other !== undefined &&
      other.kind !== "literal" &&
      other.kind !== "undefined" &&
      holds === (term.kind === "operation" && term.operator === "===")
    );
  });
}

/** The other side of `kept === other`. */
function comparedWith(term: Term, kept: Term): Term | undefined {
  if (term.kind !== "operation" || (term.operator !== "===" && term.operator !== "!==")) return undefined;
  const [left, right] = term.parts;
  if (left === kept) return right;
  return right === kept ? left : undefined;
}
