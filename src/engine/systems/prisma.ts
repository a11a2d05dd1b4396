// https://www.prisma.io/docs/orm/reference/prisma-client-reference
import type { Term, TermField } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field, isLiteral, keysOf } from "./reading/terms.ts";

export default defineSystem({
  title: "Prisma",
  system: (call) => call.database ?? "database",
  category: "database",
  // https://nestjs-prisma.dev/docs/prisma-service: its service is the client, handed out by Nest.
  packages: ["@prisma/client", "nestjs-prisma"],
  // https://www.prisma.io/docs/orm/reference/prisma-client-reference
  lookUps: /^(?:findUnique|findFirst)(?:OrThrow)?$/,
  generated: ["PrismaClient", "Prisma"],
  // https://www.prisma.io/docs/orm/prisma-schema/overview/generators
  generatedBy: /^(?:@prisma\/client|\.{1,2})\/runtime\//,
  // https://www.prisma.io/docs/orm/prisma-schema/data-model/models#defining-enums
  enums: /^(?!Prisma)[A-Z]\w*$/,
  generatedIn: /prisma(?:\/|$)/i,
  clients: [
    "new PrismaClient()",
    "Prisma.new TransactionClient()",
    "new PrismaService()",
    "new CustomPrismaService().client",
  ],
  same: ["$extends", "$primary", "$replica"],
  calls: {
    "$queryRaw|$executeRaw": (call) => sqlEffects(call.terms, call.arguments[0]),
    "$queryRawUnsafe|$executeRawUnsafe": (call) =>
      sqlEffects(call.terms, call.arguments[0], call.terms.array(call.arguments.slice(1))),
    "*.create": { access: "write", operation: "insert", target: "$*", data: "$0.data" },
    "*.createMany|createManyAndReturn": (call) => ({
      access: "write",
      ...(isLiteral(call.at("$0.skipDuplicates"), true)
        ? { operation: "upsert", conflict: [] }
        : { operation: "insert" }),
      target: "$*",
      data: "$0.data",
    }),
    "*.upsert": (call) => ({
      access: "write",
      ...(changeOf(call.at("$0.update")) === "increment"
        ? { operation: "increment", data: "$0.update" }
        : { operation: "upsert", data: "$0.create" }),
      target: "$*",
      ...whereOf(call),
      conflict: keysOf(uniqueWhere(call, call.at("$0.where"))),
    }),
    // It throws where no row fits: one that it takes out of the state that it asks for. See `delete`.
    "*.update": (call) => ({
      access: "write",
      operation: changeOf(call.at("$0.data")),
      target: "$*",
      data: "$0.data",
      ...(leaves(call.at("$0.where"), call.at("$0.data")) && { refuses: true }),
      ...whereOf(call),
    }),
    "*.updateMany|updateManyAndReturn": (call) => ({
      access: "write",
      operation: changeOf(call.at("$0.data")),
      target: "$*",
      data: "$0.data",
      ...whereOf(call),
    }),
    // It throws where the row is gone. https://www.prisma.io/docs/orm/reference/error-reference#p2025
    "*.delete": (call) => ({ access: "write", operation: "delete", target: "$*", refuses: true, ...whereOf(call) }),
    "*.deleteMany": (call) => ({ access: "write", operation: "delete", target: "$*", ...whereOf(call) }),
    "*.findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow|findMany|count|aggregate|groupBy|findRaw|aggregateRaw": (
      call,
    ) => ({ access: "read", target: "$*", ...whereOf(call) }),
  },
  transactions: { $transaction: { callback: 0, client: 0 } },
});

/** A column that must have a fixed value gets another one: `{ where: { id, usedAt: null }, data: { usedAt: new Date() } }`. */
function leaves(where: Term | undefined, data: Term | undefined): boolean {
  if (where?.kind !== "object" || data?.kind !== "object") return false;
  return where.fields.some(({ key, value }) => {
    const set = key === undefined ? undefined : field(data, key);
    if (value.kind !== "literal" || set === undefined) return false;
    return set.kind === "literal" ? set.value !== value.value : set.kind === "unstable";
  });
}

function whereOf(call: CallView): Pick<CallDefinition, "where"> {
  const where = uniqueWhere(call, call.at("$0.where"));
  return where ? { where } : {};
}

const OPERATORS = new Set(
  "equals not in notIn lt lte gt gte contains startsWith endsWith mode search some every none is isNot has hasEvery hasSome isEmpty path array_contains string_contains AND OR NOT".split(
    " ",
  ),
);

/** `{ userId_teamId: { userId, teamId } }`, a compound unique key, as `{ userId, teamId }`. */
function uniqueWhere(call: CallView, where: Term | undefined): Term | undefined {
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

/** What an update does when it runs twice, from its data. */
function changeOf(data: Term | undefined): "set" | "increment" | "append" {
  if (data?.kind !== "object") return "set";
  let change: "set" | "increment" | "append" = "set";
  for (const { value } of data.fields) {
    if (["increment", "decrement", "multiply", "divide"].some((operator) => field(value, operator))) return "increment";
    // Rows that take the place of all that were there.
    if (field(value, "deleteMany")) continue;
    if (["push", "create", "createMany"].some((operator) => field(value, operator))) change = "append";
  }
  return change;
}
