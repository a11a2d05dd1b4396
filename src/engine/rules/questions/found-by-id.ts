/** Rows that are found by their id. */
import type { Effect } from "../../model/effect.ts";

/** The id is asked for, perhaps among other things: `{ id, ownerId }`. */
export function isFoundById({ where }: Effect): boolean {
  return where?.kind === "object" && where.fields.some(({ key }) => isId(key));
}

/** Nothing but the id is asked for. */
export function isFoundByIdAlone({ where }: Effect): boolean {
  return where?.kind === "object" && where.fields.length === 1 && isId(where.fields[0]?.key);
}

function isId(key: string | undefined): boolean {
  return /^_?id$/i.test(key ?? "");
}
