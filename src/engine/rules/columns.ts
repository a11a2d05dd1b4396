/** What the columns of a table tell of its rows. */
import type { Effect } from "../model/effect.ts";
import type { ServiceModel } from "../model/service-model.ts";

export function columnsOf(effect: Effect, model: ServiceModel): readonly string[] {
  const table = effect.target === undefined ? undefined : model.schema.tables.get(effect.target.toLowerCase());
  return table?.columns.map((column) => column.name) ?? [];
}

const PASSWORD = /^(?:password|passwd|passphrase|hashed_?password|password_?hash|encrypted_?password)$/i;

/** Rows with passwords are accounts, whatever the table is called. */
export function keepsPassword(effect: Effect, model: ServiceModel): boolean {
  return columnsOf(effect, model).some((name) => PASSWORD.test(name));
}
