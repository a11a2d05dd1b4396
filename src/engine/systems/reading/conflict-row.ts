import type { Term, TermField } from "../../model/term.ts";
import type { CallDefinition, TermMaker } from "../define-system.ts";
import { field } from "./terms.ts";

/**
 * The row that an insert with a conflict clause changes where it is there already: the one that has what is inserted in the
 * columns of the clause. Nothing where a column is not given, or where many rows are inserted at once.
 */
export function rowInConflict(
  terms: TermMaker,
  data: Term | undefined,
  columns: readonly string[],
  /** What else the clause asks of the row. */
  conditions: readonly TermField[] = [],
): Pick<CallDefinition, "where"> {
  if (data?.kind !== "object" || columns.length === 0) return {};
  const found = columns.flatMap((key) => {
    const value = field(data, key);
    return value ? [{ key, value }] : [];
  });
  return found.length === columns.length ? { where: terms.object([...found, ...conditions]) } : {};
}
