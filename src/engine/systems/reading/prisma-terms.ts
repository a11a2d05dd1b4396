/** What Prisma's `where` and `data` say: https://www.prisma.io/docs/orm/reference/prisma-client-reference */
import type { Term, TermField } from "../../model/term.ts";
import type { CallView } from "../define-system.ts";
import { choicesOf, field } from "./terms.ts";

const OPERATORS = new Set(
  "equals not in notIn lt lte gt gte contains startsWith endsWith mode search some every none is isNot has hasEvery hasSome isEmpty path array_contains string_contains AND OR NOT".split(
    " ",
  ),
);

/** `{ userId_teamId: { userId, teamId } }`, a compound unique key, as `{ userId, teamId }`. */
export function uniqueWhere(call: CallView, where: Term | undefined): Term | undefined {
  if (where?.kind !== "object") return where;
  const fields = where.fields.flatMap((one): readonly TermField[] => {
    const inside = one.value.kind === "object" ? one.value.fields : [];
    const compound = inside.length > 1 && inside.every(({ key }) => key !== undefined && !OPERATORS.has(key));
    // A relation's own condition (`team: { id, ownerId }`) stays as it is: it is named after no columns.
    return compound && one.key === inside.map(({ key }) => key).join("_") ? inside : [one];
  });
  return fields.length === where.fields.length && fields.every((one, index) => one === where.fields[index])
    ? where
    : call.terms.object(fields);
}

/** `{ push: true }` is a setting of a JSON column. */
function isOperand(given: Term | undefined): boolean {
  return given !== undefined && !(given.kind === "literal" && typeof given.value === "boolean");
}

/** What an update does when it runs twice, from its data. Fields that are told apart (`isRelation`) are effects of their own. */
export function changeOf(data: Term | undefined, isRelation: (key: string) => boolean): "set" | "increment" | "append" {
  if (data?.kind !== "object") return "set";
  let change: "set" | "increment" | "append" = "set";
  for (const { key, value } of data.fields) {
    if (key !== undefined && value.kind === "object" && isRelation(key)) continue;
    // `{ stock: isTaken ? { decrement: 1 } : { increment: 1 } }`
    const options = choicesOf(value);
    const has = (...operators: readonly string[]): boolean =>
      options.some((option) => operators.some((operator) => isOperand(field(option, operator))));
    if (has("increment", "decrement", "multiply", "divide")) return "increment";
    // Rows that take the place of all that were there.
    if (has("deleteMany")) continue;
    if (has("push", "create", "createMany")) change = "append";
  }
  return change;
}
