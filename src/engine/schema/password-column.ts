/** Which column of a table keeps what an account signs in with. */
import type { Table } from "../model/service-model.ts";
import { isPasswordColumn } from "../vocabulary/password.ts";

export function passwordColumn({ columns }: Table): string | undefined {
  return columns.find(({ name }) => isPasswordColumn(name))?.name;
}

/** Rows with passwords are accounts, whatever the table is called. */
export function hasPassword(table: Table): boolean {
  return passwordColumn(table) !== undefined;
}
