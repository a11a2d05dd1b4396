/** Which row of another table leads to the rows that are changed: `update({ where: { slotId: slot.id } })`. */

import { containsTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { ownerScoped } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";

/** The read of another table whose row the change goes on from, where the request alone says which row that is. */
export function foundBy(entry: EntryPoint, effect: Effect): Effect | undefined {
  const { access, operation, where, order, target } = effect;
  if (access !== "write" || (operation !== "set" && operation !== "delete") || where === undefined) return undefined;
  if (requestIds(entry, effect).length > 0) return undefined;
  return entry.effects.find(
    (read) =>
      read.access === "read" &&
      read.order < order &&
      read.target !== target &&
      isFoundByReference(read) &&
      requestIds(entry, read).length > 0 &&
      !ownerScoped(entry, read) &&
      leadsTo(read, where),
  );
}

function isFoundByReference({ where }: Effect): boolean {
  return where?.kind === "object" && where.fields.some(({ key }) => ID.test(key ?? ""));
}

/** The change is about what stands below the row (`slotId: slot.id`), or about what the row stands below (`id: event.seriesId`). */
function leadsTo({ result }: Effect, where: Term): boolean {
  if (where.kind !== "object") return false;
  return where.fields.some(({ key, value }) => {
    if (!ID.test(key ?? "") || !containsTerm(value, result)) return false;
    const column = value.kind === "member" ? value.name : value.kind === "external" ? value.path.at(-1) : undefined;
    return isIdColumn(column) || (isIdColumn(key) && ID.test(column ?? ""));
  });
}

const ID = /^_?(?:id|uuid)$|(?:Id|_id|Uuid|_uuid)$/;
