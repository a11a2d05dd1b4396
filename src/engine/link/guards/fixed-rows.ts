/** The one row that the code itself names: `tenants.findByPk(DEFAULT_TENANT)` is the same whoever calls and whatever is asked for. */
import type { Term } from "../../model/term.ts";
import { containsTerm } from "../terms/terms.ts";
import type { IdentityView } from "./identity.ts";

/** It is made of such rows and of nothing that is sent: to belong to it says nothing of any other row. */
export function isOfFixedRow(term: Term, view: IdentityView): boolean {
  if (view.isClientData(term)) return false;
  const rows = view.effects.filter(({ access, result }) => access === "read" && containsTerm(term, result));
  return (
    rows.length > 0 && rows.every(({ where }) => where?.kind === "object" && where.fields.length > 0 && isFixed(where))
  );
}

function isFixed(term: Term): boolean {
  if (term.kind === "object") return term.fields.every(({ key, value }) => key !== undefined && isFixed(value));
  return term.kind === "literal";
}
