/** Whether a condition was read to its end. */
import { alternatives, isSomething } from "../../link/evaluate/members.ts";
import type { Term } from "../../model/term.ts";

/** Part of the condition could not be read: it may well be the owner. */
export function isUnreadCondition(where: Term | undefined): boolean {
  // `repository.update(id, …)`: the id alone.
  if (where?.kind === "input") return where.path.length === 0;
  if (where?.kind === "operation" && where.operator === "?:") return where.parts.slice(1).some(isUnreadCondition);
  if (where?.kind === "choice") return where.options.some(isUnreadCondition);
  if (where?.kind !== "object") return true;
  return where.fields.some(({ key, value }) => {
    if (key === undefined) return isUnreadSpread(value);
    return value.kind === "unknown" || value.kind === "result" || value.kind === "function" || isUnreadInside(value);
  });
}

/** `...(status && { status })`, `...(from ? { date: { gte: from } } : {})`: each way of it was read, or is nothing. */
function isUnreadSpread(value: Term): boolean {
  return alternatives(value)
    .filter((one) => isSomething(one) && one.kind !== "literal")
    .some((one) => one.kind !== "object" || isUnreadCondition(one));
}

/** `{ OR: [{ ownerId: ? }, …] }`, `{ workspace: { ownerId: ? } }`. */
function isUnreadInside(value: Term): boolean {
  if (value.kind === "array") return value.items.some(isUnreadInside);
  if (value.kind === "member") return isUnreadInside(value.of);
  if (value.kind === "object") return value.fields.some((field) => isUnreadInside(field.value));
  return value.kind === "unknown" && value.parts.length === 0;
}
