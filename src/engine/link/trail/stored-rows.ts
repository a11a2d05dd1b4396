/** By what a row is found that is stored or removed: `const order = await find(id); await order.save()`. */
import type { EffectEvent, PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { asAppend } from "./appends.ts";
import { withToggles } from "./toggles.ts";
import { withTurnedLists } from "./turned-lists.ts";

/** A row that is stored or removed is the one that was found: `where` is what it was found by. */
export function withConditions(events: readonly PathEvent[]): PathEvent[] {
  const found = new Map<Term, EffectEvent>();
  return withTurnedLists(withToggles(events)).map((event) => {
    if (event.kind !== "effect") return event;
    if (event.access === "read") {
      if (event.where !== undefined) found.set(event.result, event);
      return event;
    }
    const written = asAppend(event, found);
    if (written.where !== undefined) return written;
    const row = rowsOf(written)
      .map((one) => foundBehind(one, found))
      .find((read) => read?.target === written.target);
    return row === undefined ? written : { ...written, where: row.where };
  });
}

/** The look-up that gave the row, also where more calls stand behind it: `findById(id).populate("lines").exec()`. */
function foundBehind(row: Term, found: ReadonlyMap<Term, EffectEvent>): EffectEvent | undefined {
  for (let current: Term | undefined = row; current?.kind === "external"; current = current.base) {
    const read = found.get(current);
    if (read || current.arguments === undefined) return read;
  }
  return undefined;
}

/** What the call is made on, or is given: `order.save()`, `orders.save(order)`, `orders.save({ ...order, status })`. */
function rowsOf(event: EffectEvent): readonly Term[] {
  const rows: Term[] = [];
  if (event.result.kind === "external" && event.result.base) rows.push(event.result.base);
  if (event.data?.kind === "external") rows.push(event.data);
  if (event.data?.kind === "object")
    rows.push(...event.data.fields.filter((field) => field.key === undefined).map((field) => field.value));
  rows.push(...event.call.arguments.filter((argument) => argument.kind === "external"));
  return rows;
}
