/** Changes that count, and say nothing of what the request wants in the row. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { isOneMore } from "./one-more.ts";
import { resultsOf } from "./results.ts";

/** One more or one less, whatever the request says. */
export function onlyCounts(effect: Effect): boolean {
  const { data, entryPoint: entry } = effect;
  if (effect.operation === "increment") return !(data && holds(data, HOLDS_CLIENT_DATA));
  if (effect.operation !== "set" || data?.kind !== "object") return false;
  const set = data.fields.filter((field) => field.key !== undefined);
  return set.length > 0 && set.every(({ value }) => isOneMore(value) || isWorkedOut(entry, value));
}

/** A number made of other rows, such as the average of all ratings. */
function isWorkedOut(entry: EntryPoint, value: Term): boolean {
  const rows = resultsOf(entry);
  if (!someTerm(value, (part) => rows.has(part)) || isSentOutside(value, rows)) return false;
  return someTerm(value, (part) => (part.kind === "operation" && /^[/*+-]$/.test(part.operator)) || isLength(part));
}

function isLength(part: Term): boolean {
  if (part.kind === "member") return part.name === "length";
  return part.kind === "external" && /^(?:length|size|reduce\(\)|_avg|_sum|_count)$/.test(part.path.at(-1) ?? "");
}

function isSentOutside(value: Term, rows: ReadonlySet<Term>): boolean {
  return someTerm(value, (part) => part.kind === "input" && holds(part, HOLDS_CLIENT_DATA), rows);
}
