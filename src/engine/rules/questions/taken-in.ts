/** Somebody whom the request names is taken in: a member, a guest, an assignee. */

import { isFoundById } from "../../link/terms/found-by-id.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { keepsPassword } from "./columns.ts";

/**
 * An account is looked up, and its id is stored in a row that is added: that others are told of it, by mail or by a webhook,
 * shows the account to nobody who asked. Whether the row may be added at all is asked of that row.
 */
export function isTakenIn(entry: EntryPoint, read: Effect, model: ServiceModel): boolean {
  // Whoever is looked up by what they sign in with asks for themselves.
  if (read.access !== "read" || !isFoundById(read) || !keepsPassword(read, model)) return false;
  return entry.effects.some(
    ({ operation, order, data, target }) =>
      operation === "insert" &&
      order > read.order &&
      target !== read.target &&
      data?.kind === "object" &&
      data.fields.some(({ value }) => isIdOf(value, read.result)),
  );
}

function isIdOf(value: Term, row: Term): boolean {
  if (value.kind === "member") return value.of === row && isIdColumn(value.name);
  return value.kind === "external" && value.base === row && isIdColumn(value.path.at(-1));
}
