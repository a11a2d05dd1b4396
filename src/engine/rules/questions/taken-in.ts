/** Somebody whom the request names is taken in: a member, a guest, an assignee. */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { keepsPassword } from "./columns.ts";

/**
 * An account is looked up, and its id is stored in a row that is added: that others are told of it, by mail or by a webhook,
 * shows the account to nobody who asked. Whether the row may be added at all is asked of that row.
 */
export function isTakenIn(entry: EntryPoint, read: Effect, model: ServiceModel): boolean {
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

/** Whoever is looked up by what they sign in with asks for themselves. */
function isFoundById({ where }: Effect): boolean {
  return where?.kind === "object" && where.fields.some(({ key }) => key !== undefined && OF_ID.test(key));
}

function isIdOf(value: Term, row: Term): boolean {
  if (value.kind === "member") return value.of === row && OF_ID.test(value.name);
  return value.kind === "external" && value.base === row && OF_ID.test(value.path.at(-1) ?? "");
}

const OF_ID = /^_?id$/;
