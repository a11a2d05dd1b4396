/** The one row that the code itself names: `tenants.findByPk(DEFAULT_TENANT)` is the same whoever calls and whatever is asked for. */
import type { EffectEvent } from "../../model/path.ts";
import type { Term, TermField } from "../../model/term.ts";
import { ROLE_FIELD } from "../../vocabulary/role-field.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { lastName } from "../terms/last-name.ts";
import { containsTerm } from "../terms/terms.ts";
import { methodIn } from "../terms/text-methods.ts";
import type { IdentityView } from "./identity.ts";

/** It is made of such rows and of nothing that is sent: to belong to it says nothing of any other row. */
export function isOfFixedRow(term: Term, view: IdentityView): boolean {
  if (view.isClientData(term)) return false;
  const rows = view.effects.filter(({ access, result }) => access === "read" && containsTerm(term, result));
  return rows.length > 0 && rows.every(isFoundByCode);
}

/** By what the code says, or there is only one such row: `Settings.findOne()`. */
function isFoundByCode({ where, call }: EffectEvent): boolean {
  if (where === undefined) return call.arguments.length === 0 && /^find(?:One|First)$/.test(methodIn(call.text));
  return where.kind === "object" && where.fields.length > 0 && isFixed(where);
}

/**
 * Texts by which the code finds the rows that the test goes by: the right in a table of rights, `permissions.findOne({ code:
 * "user.delete" })`, `rights.findOne({ code: "user.delete", role: user.role })`.
 */
export function namedInFixedRows(test: Term, view: IdentityView): readonly string[] {
  return view.effects.flatMap(({ access, where, result }) =>
    access === "read" && where?.kind === "object" && isOfRights(where.fields, view) && containsTerm(test, result)
      ? where.fields.flatMap(({ value }) =>
          value.kind === "literal" && typeof value.value === "string" ? [value.value] : [],
        )
      : [],
  );
}

/** Fixed, but for the caller's own role. */
function isOfRights(fields: readonly TermField[], view: IdentityView): boolean {
  return fields.every(
    ({ key, value }) =>
      key !== undefined &&
      (isFixed(value) || (view.isIdentity(value) && ROLE_FIELD.test(spelledApart(lastName(value))))),
  );
}

function isFixed(term: Term): boolean {
  if (term.kind === "object") return term.fields.every(({ key, value }) => key !== undefined && isFixed(value));
  return term.kind === "literal";
}
