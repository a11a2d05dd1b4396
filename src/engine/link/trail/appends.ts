/** Recognises lists that are read from a row, made one longer in the code and written whole: `{ tags: [...post.tags, tag] }`. */
import type { EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { containsTerm } from "../terms/terms.ts";

/** The update becomes an append where a column is its own list with more. `rows` are what the path has read. */
export function asAppend(event: EffectEvent, rows: ReadonlyMap<Term, EffectEvent>): EffectEvent {
  const { data, operation, category, target } = event;
  if (operation !== "set" || category !== "database" || data?.kind !== "object" || target === undefined) return event;
  const isOwn = (list: Term): boolean =>
    [...rows].some(([row, read]) => read.target === target && containsTerm(list, row));
  const appends = data.fields.some(({ key, value }) => {
    const list = key === undefined ? undefined : lengthened(value, key);
    return list !== undefined && isOwn(list);
  });
  return appends ? { ...event, operation: "append" } : event;
}

/** The list that the value is made of, where it has more than that: `[...list, one]`, `list.concat(one)`, `list.push(one)`. */
function lengthened(value: Term, column: string): Term | undefined {
  if (value.kind === "array" && value.items.length > 1)
    return value.items.find((item) => isColumn(item.kind === "element" ? item.of : item, column));
  const added = value.kind === "operation" && /^(?:push|unshift)$/.test(value.operator) ? value.parts[0] : undefined;
  if (added) return isColumn(added, column) ? added : undefined;
  const joined = value.kind === "external" && value.path.at(-1) === "concat()" ? value.base : undefined;
  return joined && isColumn(joined, column) ? joined : undefined;
}

/** The column of a row, or a list where there is none yet: `post.tags ?? []`. */
function isColumn(term: Term, column: string): boolean {
  if (term.kind === "member") return term.name === column;
  if (term.kind === "external") return !term.arguments && term.path.at(-1) === column;
  const [first] = term.kind === "operation" && /^(?:\?\?|\|\|)$/.test(term.operator) ? term.parts : [];
  return first !== undefined && isColumn(first, column);
}
