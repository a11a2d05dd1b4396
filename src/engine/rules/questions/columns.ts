/** What the columns of a table tell of its rows. */
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { tableOf } from "./tables.ts";

export function columnsOf(effect: Effect, model: ServiceModel): readonly string[] {
  return tableOf(effect, model)?.columns.map((column) => column.name) ?? [];
}

/** Rows with passwords are accounts, whatever the table is called. */
export function keepsPassword(effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  return table !== undefined && hasPassword(table);
}
