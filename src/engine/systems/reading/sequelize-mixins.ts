// https://sequelize.org/docs/v6/core-concepts/assocs/#special-methodsmixins-added-to-instances
/**
 * Methods that associations give to rows: `user.createOrder(…)`, `order.getItems()`, `team.addMembers(…)`,
 * sequelize-typescript's `team.$add("members", …)`.
 */

import type { Relation } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { singular } from "../../schema/singular.ts";
import type { CallDefinition, CallView } from "../define-system.ts";
import { literalText } from "./terms.ts";

/** The table whose row or rows a path from the model leads to: `findByPk().getOrders()` from `User` to `Order`. */
export function tableAlong(call: CallView, model: string | undefined, path: readonly string[]): string | undefined {
  return path.reduce<string | undefined>((table, segment) => {
    const [, word = "", rest = ""] = /^(get|create)([A-Z]\w*)\(\)$/.exec(segment) ?? [];
    const relation = word
      ? relationBy(call, table, rest)
      : segment.endsWith("()")
        ? undefined
        : relationBy(call, table, segment);
    return relation?.table ?? table;
  }, model);
}

/** What such a method does; nothing where no association gave it. */
export function mixin(call: CallView, model: string | undefined): readonly CallDefinition[] {
  const method = call.path.at(-1) ?? "";
  const [, word = "", rest = ""] = /^\$?(create|get|add|set|remove|has|count)(\w*)$/.exec(method) ?? [];
  const isNamed = method.startsWith("$");
  const name = isNamed ? literalText(call.arguments[0]) : rest;
  const relation = name === undefined || name === "" ? undefined : relationBy(call, model, name);
  if (!relation || model === undefined) return [];
  const row = call.receiver;
  const [given] = isNamed ? call.arguments.slice(1) : call.arguments;
  const where = call.terms.unknown(row ? [row] : []);
  const other = { target: `=${relation.table}` };
  const between = { target: `=${relation.through ?? relation.table}`, where };
  switch (word) {
    case "create": {
      const tied = given ?? call.terms.object([]);
      // What it is created below is the same row at the next run, unless this very run made it.
      const data = isMade(row) || tied.kind !== "object" ? tied : tie(call, relation, model, tied, where);
      const made: CallDefinition = { access: "write", operation: "insert", ...other, data };
      return relation.through ? [made, { access: "write", operation: "insert", ...between, within: true }] : [made];
    }
    case "get":
    case "has":
    case "count":
      return [{ access: "read", ...other, where }];
    // Rows that are there already are left out.
    case "add":
      return [{ access: "write", operation: relation.through ? "upsert" : "set", ...between, conflict: ["id"] }];
    case "remove":
      return [{ access: "write", operation: relation.through ? "delete" : "set", ...between }];
    default:
      return relation.columns.length > 0
        ? [{ access: "write", operation: "set", target: `=${model}`, where }]
        : [{ access: "write", operation: "set", ...between }];
  }
}

/** The new row with the column that names the row it was created below. */
function tie(
  call: CallView,
  relation: Relation,
  model: string,
  row: Term & { readonly kind: "object" },
  value: Term,
): Term {
  const back = call
    .table(relation.table)
    ?.relations?.find((one) => one.columns.length > 0 && one.table.toLowerCase() === model.toLowerCase());
  const [key] = back?.columns ?? [];
  return key === undefined ? row : call.terms.object([...row.fields, { key, value }]);
}

function isMade(row: Term | undefined): boolean {
  return row?.kind === "external" && row.path.some((segment) => /^(?:\$?create|build)\w*\(\)$/.test(segment));
}

function relationBy(call: CallView, model: string | undefined, name: string): Relation | undefined {
  if (model === undefined) return undefined;
  const wanted = singular(name.toLowerCase());
  return call.table(model)?.relations?.find((one) => singular(one.name.toLowerCase()) === wanted);
}
