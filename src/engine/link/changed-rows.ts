/**
 * What code sets on a row before it stores the row: `order.status = "paid"; await order.save()`.
 *
 * The statement that stores it names neither the columns nor the row's id; both are known from what came before.
 */
import type { EffectEvent, PathEvent } from "../model/path.ts";
import type { Term, TermField } from "../model/term.ts";
import type { Activation, Linker } from "./linker.ts";
import type { Step } from "./steps.ts";

/** Notes `row.name = value`; without a name, `Object.assign(row, value)`. */
export function noteChange(activation: Activation, row: Term, key: string | undefined, value: Term): void {
  if (row.kind !== "external" || row.arguments === undefined) return;
  activation.changed ??= new Map();
  const fields = (activation.changed.get(row) ?? []).filter((field) => key === undefined || field.key !== key);
  activation.changed.set(row, [...fields, key === undefined ? { value } : { key, value }]);
}

const ADDING = new Set(["push", "unshift", "addToSet"]);

/** `row.items.push(item)`, `row.set({ … })` change the row. */
export function noteChangeByCall(
  linker: Linker,
  activation: Activation,
  object: Term | undefined,
  name: string | undefined,
  args: readonly Term[],
): void {
  const [first] = args;
  if (object?.kind !== "external" || !first || name === undefined) return;
  if (ADDING.has(name) && object.base) {
    const column = object.path.at(-1) ?? "";
    noteChange(activation, object.base, column, linker.terms.operation(name, [object, ...args]));
  } else if (name === "set" && first.kind === "object") noteChange(activation, object, undefined, first);
}

/** The effects of storing a row, with what was set on it. */
export function withChanges(linker: Linker, activation: Activation, steps: readonly Step[]): readonly Step[] {
  const { changed } = activation;
  if (!changed) return steps;
  return steps.map((step) => {
    if (step.kind !== "effect" || step.access !== "write" || step.operation === "delete") return step;
    const row = step.data ?? (step.result.kind === "external" ? step.result.base : undefined);
    const fields = row && changed.get(row);
    if (!fields) return step;
    const all: readonly TermField[] = step.data ? [{ value: step.data }, ...fields] : fields;
    return { ...step, data: linker.terms.object(all) };
  });
}

/** A row that is stored or removed is the one that was found: `where` is what it was found by. */
export function withConditions(events: readonly PathEvent[]): PathEvent[] {
  const found = new Map<Term, EffectEvent>();
  return events.map((event) => {
    if (event.kind !== "effect") return event;
    if (event.access === "read") {
      if (event.where !== undefined) found.set(event.result, event);
      return event;
    }
    if (event.where !== undefined) return event;
    const row = rowsOf(event).find((one) => found.get(one)?.target === event.target);
    return row === undefined ? event : { ...event, where: found.get(row)?.where };
  });
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
