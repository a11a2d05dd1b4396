/** The tables of a schema by name, however code and migrations write that. */
import type { Schema, Table } from "../model/service-model.ts";

/** What an effect is about, or a column points to; undefined where the schema has no table of that name. */
export function tableNamed(name: string | undefined, schema: Schema): Table | undefined {
  return name === undefined ? undefined : schema.tables.get(name.toLowerCase());
}
