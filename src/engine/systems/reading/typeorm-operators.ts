/** TypeORM's conditions as others write them. https://typeorm.io/docs/working-with-entity-manager/find-options/#advanced-options */
import type { Term } from "../../model/term.ts";
import type { CallView } from "../define-system.ts";

const COMPARISONS: Readonly<Record<string, string>> = {
  "Not()": "not",
  "LessThan()": "lt",
  "LessThanOrEqual()": "lte",
  "MoreThan()": "gt",
  "MoreThanOrEqual()": "gte",
  "In()": "in",
};

/** `{ sentAt: IsNull(), due: LessThan(now) }` as `{ sentAt: null, due: { lt: now } }`, at every level. */
export function withOperators(call: CallView, where: Term): Term {
  const { terms } = call;
  if (where.kind === "array") return terms.array(where.items.map((item) => withOperators(call, item)));
  if (where.kind === "object")
    return terms.object(where.fields.map((one) => ({ ...one, value: withOperators(call, one.value) })));
  if (where.kind !== "external" || where.package !== "typeorm") return where;
  const name = where.path.at(-1) ?? "";
  if (name === "IsNull()") return terms.literal(null);
  const [given] = where.arguments ?? [];
  if (!given) return where;
  if (name === "Equal()") return given;
  const comparison = COMPARISONS[name];
  return comparison ? terms.object([{ key: comparison, value: withOperators(call, given) }]) : where;
}
