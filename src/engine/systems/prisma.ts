// https://www.prisma.io/docs/orm/reference/prisma-client-reference
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { loadedRelations } from "./reading/prisma-loaded.ts";
import { isRelation, nestedWrites, writtenRow } from "./reading/prisma-nested.ts";
import { changeOf, uniqueWhere } from "./reading/prisma-terms.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field, isLiteral, keysOf } from "./reading/terms.ts";
import { unlimited } from "./reading/unlimited.ts";

export default defineSystem({
  title: "Prisma",
  system: (call) => call.database ?? "database",
  category: "database",
  // https://nestjs-prisma.dev/docs/prisma-service: its service is the client, handed out by Nest.
  packages: ["@prisma/client", "nestjs-prisma"],
  traits: {
    // https://www.prisma.io/docs/orm/prisma-client/special-fields-and-types/null-and-undefined
    dropsUndefined: true,
    // https://www.prisma.io/docs/orm/reference/error-reference#p2025
    throwsOnNone: /^(?:update|delete)$/,
    // https://www.prisma.io/docs/orm/reference/prisma-client-reference#filter-conditions-and-operators
    operators: {
      everyRow: '{ "not": "" }',
      lists: /^(?:findFirst|findFirstOrThrow|findMany|updateMany|deleteMany|count)$/,
    },
    // https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries#nested-reads
    // https://www.prisma.io/docs/orm/prisma-client/queries/excluding-fields
    loads: {
      under: ["include", "select"],
      picks: ["select", "omit"],
      leftOutBy: { option: "omit", call: "$extends()" },
    },
  },
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
    "$queryRaw|$executeRaw": (call) => sqlEffects(call, call.arguments[0]),
    "$queryRawUnsafe|$executeRawUnsafe": (call) =>
      sqlEffects(call, call.arguments[0], call.terms.array(call.arguments.slice(1))),
    "*.create": (call) => [
      { access: "write", operation: "insert", target: "$*", ...dataOf(call, "$0.data") },
      ...nestedWrites(call, { model: modelOf(call), data: call.at("$0.data") }),
    ],
    "*.createMany|createManyAndReturn": (call) => ({
      access: "write",
      ...(isLiteral(call.at("$0.skipDuplicates"), true)
        ? { operation: "upsert", conflict: [] }
        : { operation: "insert" }),
      target: "$*",
      data: "$0.data",
    }),
    "*.upsert": upsert,
    // It throws where no row fits: one that it takes out of the state that it asks for. See `delete`.
    "*.update": (call) => [
      {
        access: "write",
        operation: changed(call, "$0.data"),
        target: "$*",
        ...dataOf(call, "$0.data"),
        ...(leaves(call.at("$0.where"), call.at("$0.data")) && { refuses: true }),
        ...whereOf(call),
      },
      ...nestedWrites(call, { model: modelOf(call), data: call.at("$0.data"), ...whereOf(call) }),
    ],
    "*.updateMany|updateManyAndReturn": (call) => ({
      access: "write",
      operation: changed(call, "$0.data"),
      target: "$*",
      data: "$0.data",
      ...whereOf(call),
      ...limitOf(call),
    }),
    // It throws where the row is gone. https://www.prisma.io/docs/orm/reference/error-reference#p2025
    "*.delete": (call) => ({ access: "write", operation: "delete", target: "$*", refuses: true, ...whereOf(call) }),
    "*.deleteMany": (call) => ({
      access: "write",
      operation: "delete",
      target: "$*",
      ...whereOf(call),
      ...limitOf(call),
    }),
    "*.findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow": (call) => [
      { access: "read", target: "$*", ...whereOf(call) },
      ...loadedRelations(call, modelOf(call)),
    ],
    "*.findMany|count|aggregate|groupBy|findRaw|aggregateRaw": (call) => ({
      access: "read",
      target: "$*",
      ...whereOf(call),
    }),
  },
  transactions: { $transaction: { callback: 0, client: 0 } },
});

function upsert(call: CallView): readonly CallDefinition[] {
  const model = modelOf(call);
  const where = whereOf(call);
  return [
    {
      access: "write",
      ...(changed(call, "$0.update") === "increment"
        ? { operation: "increment", data: "$0.update" }
        : { operation: "upsert", ...dataOf(call, "$0.create") }),
      target: "$*",
      ...where,
      conflict: keysOf(where.where),
    },
    // What is made with the row happens once, like the row.
    ...nestedWrites(call, { model, data: call.at("$0.create") }).map((effect) => ({
      ...effect,
      follows: true as const,
    })),
    ...nestedWrites(call, { model, data: call.at("$0.update"), ...where }),
  ];
}

/** `order` of `prisma.order.create`. */
function modelOf(call: CallView): string {
  return call.path.at(-2) ?? "";
}

function changed(call: CallView, reference: string): "set" | "increment" | "append" {
  return changeOf(call.at(reference), (key) => isRelation(call, modelOf(call), key));
}

function dataOf(call: CallView, reference: string): Pick<CallDefinition, "data"> {
  const data = call.at(reference);
  return data ? { data: writtenRow(call, modelOf(call), data) } : {};
}

/** A column that must have a fixed value gets another one: `{ where: { id, usedAt: null }, data: { usedAt: new Date() } }`. */
function leaves(where: Term | undefined, data: Term | undefined): boolean {
  if (where?.kind !== "object" || data?.kind !== "object") return false;
  return where.fields.some(({ key, value }) => {
    const set = key === undefined ? undefined : field(data, key);
    if (value.kind !== "literal" || set === undefined) return false;
    return set.kind === "literal" ? set.value !== value.value : set.kind === "unstable";
  });
}

/** https://www.prisma.io/docs/orm/reference/prisma-client-reference#deletemany */
function limitOf(call: CallView): Pick<CallDefinition, "unlimited"> {
  const options = call.arguments[0];
  if (options?.kind === "object" && options.fields.some(({ key }) => key === undefined)) return {};
  return options === undefined || options.kind === "object" ? unlimited(field(options, "where")) : {};
}

function whereOf(call: CallView): { readonly where?: Term } {
  const where = uniqueWhere(call, call.at("$0.where"));
  return where ? { where } : {};
}
