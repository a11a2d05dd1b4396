// https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries#filter-a-list-of-relations
import type { Term } from "../../model/term.ts";
import type { CallDefinition, CallView } from "../define-system.ts";
import { relatedModel } from "./prisma-nested.ts";
import { field } from "./terms.ts";

/**
 * Rows of relations that one look-up loads with its row and limits by a condition of their own: `team.findUnique({ where: {
 * id }, include: { users: { where: { userId } } } })` asks whether the user is one of them.
 */
export function loadedRelations(call: CallView, model: string): readonly CallDefinition[] {
  const where = call.at("$0.where");
  return where ? below(call, call.at("$0"), model, [], { key: model, value: where }) : [];
}

function below(
  call: CallView,
  options: Term | undefined,
  model: string,
  path: readonly string[],
  found: { readonly key: string; readonly value: Term },
): readonly CallDefinition[] {
  if (path.length > MAXIMUM_LEVELS) return [];
  const loaded = ["include", "select"].map((name) => field(options, name));
  return loaded.flatMap((fields) => {
    if (fields?.kind !== "object") return [];
    return fields.fields.flatMap(({ key, value }): readonly CallDefinition[] => {
      if (key === undefined || value.kind !== "object") return [];
      const part = [...path, key];
      const related = relatedModel(call, model, key) ?? key;
      const condition = field(value, "where");
      const isLimited = condition?.kind === "object" && condition.fields.some((one) => one.value.kind !== "literal");
      const where = isLimited ? call.terms.object([...condition.fields, found]) : undefined;
      return [
        ...(where ? [{ access: "read", target: `=${related}`, where, part, within: true } as const] : []),
        ...below(call, value, related, part, found),
      ];
    });
  });
}

const MAXIMUM_LEVELS = 3;
