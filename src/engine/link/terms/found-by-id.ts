/** Rows that are found by their id. */
import type { EffectEvent } from "../../model/path.ts";
import type { TermField } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";

type Sought = Pick<EffectEvent, "where">;

/** The id is asked for, perhaps among other things: `{ id, ownerId }`. */
export function isFoundById(sought: Sought): boolean {
  return idsAsked(sought).length > 0;
}

/** Nothing but the id is asked for. */
export function isFoundByIdAlone(sought: Sought): boolean {
  return sought.where?.kind === "object" && sought.where.fields.length === 1 && isFoundById(sought);
}

/** What the condition names the id by. */
export function idsAsked({ where }: Sought): readonly TermField[] {
  return where?.kind === "object" ? where.fields.filter(({ key }) => isIdColumn(key)) : [];
}
