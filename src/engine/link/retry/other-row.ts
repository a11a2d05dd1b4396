/** Tells whether a write concerns another row than the one that was looked up. */

import type { EffectEvent } from "../../model/path.ts";
import type { Term, TermField } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import type { IdentityView } from "../guards/identity.ts";
import { isSamePart } from "../terms/same-part.ts";
import { termsWithin } from "../terms/terms.ts";

/**
 * Both are found by the same column, by other values: `find({ id: body.seller })`, `update({ id: body.buyer })`, or the
 * row of whoever calls is asked for, and the one that the request names is written.
 */
export function isOfOtherRow(write: EffectEvent, read: EffectEvent, view: IdentityView): boolean {
  if (write.operation === "insert" || write.where?.kind !== "object" || read.where?.kind !== "object") return false;
  if (termsWithin(write.where).has(read.result)) return false;
  const asked = read.where.fields;
  if (isCallersRow(asked, view) && isNamedBySent(write.where.fields, asked, view)) return true;
  return write.where.fields.some(({ key, value }) => {
    const other = key === undefined ? undefined : asked.find((field) => field.key === key)?.value;
    if (!other || isSamePart(value, other)) return false;
    return (value.kind === "input" && other.kind === "input") || isOfAnother(value, other, view);
  });
}

/** `members.find({ userId: user.id, role: "admin" })` */
function isCallersRow(asked: readonly TermField[], view: IdentityView): boolean {
  return asked.some(({ value }) => view.isIdentity(value));
}

/** `members.update({ id: body.memberId })`: an id alone, which the other was not asked for by. */
function isNamedBySent(named: readonly TermField[], asked: readonly TermField[], view: IdentityView): boolean {
  return (
    !isCallersRow(named, view) &&
    named.some(
      ({ key, value }) =>
        isIdColumn(key) &&
        value.kind === "input" &&
        view.isClientData(value) &&
        !asked.some((field) => isSamePart(field.value, value)),
    )
  );
}

/** One of the values tells who calls, the other is sent freely. */
function isOfAnother(a: Term, b: Term, view: IdentityView): boolean {
  const isSent = (term: Term): boolean => term.kind === "input" && view.isClientData(term) && !view.isIdentity(term);
  return (isSent(a) && view.isIdentity(b)) || (isSent(b) && view.isIdentity(a));
}
