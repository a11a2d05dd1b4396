/** Rows that the address of a request names (`/:projectId/…`): what stands in them is the same for whoever calls. */
import type { Term } from "../../model/term.ts";
import { termsWithin } from "../terms/terms.ts";
import type { IdentityView } from "./identity.ts";

/** Found by parts of the path alone, none of which is a secret that tells who may come in. */
export function addressedRows(view: IdentityView): ReadonlySet<Term> {
  return new Set(
    view.effects.flatMap(({ access, category, where, result }) =>
      access === "read" && category === "database" && where !== undefined && isNamedByPath(where) ? [result] : [],
    ),
  );
}

/** The row, a column of it, or what a package made of it. */
export function isOfRow(part: Term, rows: ReadonlySet<Term>): boolean {
  let current: Term | undefined = part;
  while (current) {
    if (rows.has(current)) return true;
    current = current.kind === "external" ? current.base : current.kind === "member" ? current.of : undefined;
  }
  return false;
}

function isNamedByPath(where: Term): boolean {
  if (where.kind !== "object" || where.fields.some(({ key }) => key === undefined || SECRET.test(key))) return false;
  const parts = [...termsWithin(where)];
  const sent = parts.filter((part) => part.kind === "input");
  return (
    sent.length > 0 &&
    sent.every(({ source }) => source === "params") &&
    parts.every(({ kind }) => kind !== "result" && kind !== "unknown")
  );
}

const SECRET = /token|secret|key|code|hash|pass|sign|otp|invit|nonce/i;
