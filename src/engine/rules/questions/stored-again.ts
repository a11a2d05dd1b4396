/** What becomes of a row that was read: it is changed or removed later on the same path. */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { asSent } from "./as-sent.ts";
import { oncePerEntry } from "./once.ts";
import { ownerScoped } from "./ownership.ts";

/**
 * How the row that is read is changed or removed afterwards: under the same condition, by the id that was read, or handed
 * over itself: `repository.remove(row)`.
 */
export function storedAgain(entry: EntryPoint, read: Effect): Effect | undefined {
  return changesOf(entry)
    .get(read.target)
    ?.find(
      (other) =>
        other.where !== undefined &&
        (other.where === read.where || isRow(other.where, read.result) || isByIdOf(other.where, read.result)) &&
        !ownerScoped(entry, other),
    );
}

/** Rows that are changed or removed, by their table. */
const changesOf = oncePerEntry((entry) => {
  const found = new Map<string | undefined, Effect[]>();
  for (const effect of entry.effects) {
    if (effect.operation !== "set" && effect.operation !== "delete" && effect.operation !== "upsert") continue;
    const known = found.get(effect.target);
    if (known) known.push(effect);
    else found.set(effect.target, [effect]);
  }
  return found;
});

/** `{ id: row.id }`: the row that was read, and no other of it. */
function isByIdOf(where: Term, row: Term): boolean {
  if (where.kind !== "object") return false;
  return where.fields.some(({ key, value }) => key !== undefined && /^_?id$|Id$|_id$/.test(key) && isIdOf(value, row));
}

function isIdOf(value: Term, row: Term): boolean {
  if (asSent(value) !== value) return isIdOf(asSent(value), row);
  if (value.kind === "member") return /^_?id$|Id$|_id$/.test(value.name) && isRow(value.of, row);
  if (value.kind !== "external" || value.arguments !== undefined || value.base === undefined) return false;
  return /^_?id$|Id$|_id$/.test(value.path.at(-1) ?? "") && isRow(value.base, row);
}

/** The row, or the one of the rows that were found: `rows[0]`. */
function isRow(term: Term, row: Term): boolean {
  if (term === row) return true;
  if (term.kind === "element") return isRow(term.of, row);
  return term.kind === "external" && term.base !== undefined && isRow(term.base, row);
}
