/**
 * Conditions on rows that are joined: `{ where: { bookingId }, include: [{ model: Booking, where: { userId } }] }` finds only
 * what stands below such a booking. https://sequelize.org/docs/v6/advanced-association-concepts/eager-loading
 */
import type { Term, TermField } from "../../model/term.ts";
import type { CallView } from "../define-system.ts";
import { field, isLiteral, itemsOf, literalText } from "./terms.ts";

/** The condition of the options, and those of what they include. */
export function conditionWithIncludes(call: CallView, options: Term | undefined): Term | undefined {
  const where = field(options, "where");
  if (where !== undefined && where.kind !== "object") return where;
  const joined = conditionsOf(call, options, 0);
  return joined.length > 0 ? call.terms.object([...(where?.fields ?? []), ...joined]) : where;
}

function conditionsOf(call: CallView, options: Term | undefined, depth: number): readonly TermField[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const include = field(options, "include");
  return (include?.kind === "object" ? [include] : itemsOf(include)).flatMap((one) => {
    // Rows without such a neighbour are found as well.
    if (isLiteral(field(one, "required"), false)) return [];
    const where = field(one, "where");
    const name = literalText(field(one, "as")) ?? literalText(field(one, "association")) ?? "include";
    return [...(where ? [{ key: name, value: where }] : []), ...conditionsOf(call, one, depth + 1)];
  });
}

const MAXIMUM_DEPTH = 3;
