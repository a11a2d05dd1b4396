// https://sequelize.org/docs/v6/core-concepts/model-querying-basics/ · https://sequelize.org/docs/v6/core-concepts/assocs/ · https://sequelize.org/docs/v6/other-topics/transactions/
import type { Operation } from "../model/effect.ts";
import type { TermField } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { conditionWithIncludes } from "./reading/sequelize-includes.ts";
import { mixin, tableAlong } from "./reading/sequelize-mixins.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { sqlDatabase } from "./reading/sql-database.ts";
import { appends, increments, turns } from "./reading/sql-expression.ts";
import { calls, field, isLiteral, itemsOf, keysOf, literalText, textWithHoles } from "./reading/terms.ts";

const SOURCES = ["new default()", "new Sequelize()"];

export default defineSystem({
  title: "Sequelize",
  system: databaseOf,
  category: "database",
  packages: ["sequelize", "sequelize/types", "sequelize-typescript", "@sequelize/core", "@nestjs/sequelize"],
  // https://sequelize.org/docs/v6/core-concepts/model-querying-finders/
  lookUps: /^(?:findOne|findByPk)$/,
  clients: [
    "Model.sequelize",
    "Model",
    "new Model()",
    ...SOURCES.flatMap((source) => [
      `${source}.define().sequelize`,
      `${source}.define()`,
      `${source}.model()`,
      // Every model that was defined, by its name: https://sequelize.org/api/v6/class/src/sequelize.js~sequelize#instance-member-models
      `${source}.models.*`,
    ]),
    ...SOURCES,
    "new Transaction()",
  ],
  // https://sequelize.org/docs/v6/core-concepts/model-basics/#extending-model
  registered: {
    in: SOURCES.map((source) => `${source}.models`),
    extends: "Model",
    by: "init",
    options: 1,
    name: "modelName",
  },
  decorators: { InjectConnection: "new Sequelize()" },
  same: ["scope", "unscoped"],
  operators: "Op",
  calls: {
    create: (call) => write(call, "insert"),
    bulkCreate: (call) => {
      const update = call.at("$1.updateOnDuplicate");
      if (!update && !isLiteral(call.at("$1.ignoreDuplicates"), true)) return write(call, "insert");
      const conflict = itemsOf(call.at("$1.conflictAttributes")).flatMap((column) => literalText(column) ?? []);
      return { ...write(call, "upsert"), conflict };
    },
    // What it does not find it makes, and does not store.
    findOrBuild: (call) => ({ access: "read", ...table(call), where: "$0.where" }),
    "findOrCreate|findCreateFind": (call) => ({
      access: "write",
      operation: "upsert",
      ...table(call),
      where: "$0.where",
      data: "$0.defaults",
      conflict: keysOf(call.at("$0.where")),
    }),
    upsert: (call) => ({
      ...write(call, "upsert"),
      conflict: itemsOf(call.at("$1.conflictFields")).flatMap((column) => literalText(column) ?? []),
    }),
    update: (call) => ({ ...write(call, changeOf(call)), where: "$1.where" }),
    "increment|decrement": (call) => ({ ...counted(call), where: "$1.where" }),
    "destroy|truncate|drop": (call) => ({ access: "write", operation: "delete", ...table(call), where: "$0.where" }),
    restore: (call) => ({ access: "write", operation: "set", ...table(call), where: "$0.where" }),
    findByPk: (call) => ({
      access: "read",
      ...table(call),
      where: call.terms.object([{ key: "id", value: call.arguments[0] ?? call.terms.unknown([]) }, ...scoped(call)]),
      ...lock(call, "$1"),
    }),
    "find|findOne|findAll|findAndCountAll|count|max|min|sum|aggregate": (call) => ({
      access: "read",
      ...table(call),
      where: conditionWithIncludes(call, call.arguments[0]) ?? "$0.where",
      ...lock(call, "$0"),
    }),
    query: (call) => sqlEffects(call, call.arguments[0], call.at("$1.replacements|$1.bind")),
    "transaction().commit|rollback": { access: "call", transaction: "end" },
    "commit|rollback": { access: "call", transaction: "end" },
    "**.reload": (call) => ({ access: "read", ...table(call) }),
    // A row: new Order(…).save(), Order.build(…).save(), (await Order.findByPk(id)).update(…)
    "**.save": save,
    save,
    "**.update": (call) => write(call, changeOf(call)),
    "**.increment|decrement": counted,
    "**.create*|get*|add*|set*|remove*|has*|count*|$*": (call) => mixin(call, modelOf(call)),
    "**.destroy": (call) => ({ access: "write", operation: "delete", ...table(call) }),
  },
  transactions: { transaction: { callback: 0 } },
});

function table(call: CallView): { readonly target?: string } {
  const name = modelOf(call);
  return name ? { target: `=${name}` } : {};
}

/** The model of the rows that the call is made on, behind associations, too. */
function modelOf(call: CallView): string | undefined {
  const [of, model] = call.client.kind === "external" ? call.client.path.slice(-2) : [];
  return tableAlong(call, of === "models" ? model : call.name(call.client), call.path.slice(0, -1));
}

function write(call: CallView, operation: Operation): CallDefinition {
  return { access: "write", operation, ...table(call), data: "$0" };
}

/** `increment("stock", { by: 2 })`, `increment(["seats", "sold"])`, `increment({ stock: 2 })`. */
function counted(call: CallView): CallDefinition {
  const [what] = call.arguments;
  const names = what?.kind === "array" ? what.items.map(literalText) : [literalText(what)];
  const by = call.at("$1.by") ?? call.terms.literal(1);
  const columns = names.flatMap((key) => (key === undefined ? [] : [{ key, value: by }]));
  const data = what?.kind === "object" ? what : columns.length > 0 ? call.terms.object(columns) : undefined;
  return { access: "write", operation: "increment", ...table(call), ...(data && { data }) };
}

/** `{ stock: literal("stock + 1") }`, `{ open: sequelize.literal("NOT open") }`, `{ until: fn("DATE_ADD", col("until"), …) }`. */
function changeOf(call: CallView): Operation {
  const [data] = call.arguments;
  if (increments(data)) return "increment";
  return turns(data) ? "toggle" : appends(data) ? "append" : "set";
}

function save(call: CallView): CallDefinition {
  const stored = call.path.slice(0, -1).some((segment) => /^(?:find|create\(|upsert\()/.test(segment));
  const data = calls(call.path, "build") ? call.earlier("build", 0) : undefined;
  return { access: "write", operation: stored ? "set" : "insert", ...table(call), ...(data && { data }) };
}

/** Of a scope that is given values, these are conditions: `Order.scope({ method: ["visibleTo", userId] }).findByPk(id)`. */
function scoped(call: CallView): readonly TermField[] {
  const [, ...given] = itemsOf(call.at("$scope().0.method"));
  return given.map((value) => ({ key: "scope", value }));
}

function lock(call: CallView, options: string): { readonly lock?: true } {
  const given = call.at(`${options}.lock`);
  return given && !isLiteral(given, false) ? { lock: true } : {};
}

/** `new Sequelize(url, { dialect })`, `new Sequelize({ dialect })`, `new Sequelize(name, user, password, { dialect })`. */
function databaseOf(call: CallView): string {
  for (const maker of ["Sequelize", "default"]) {
    for (const index of [0, 1, 3]) {
      const dialect = field(call.earlier(maker, index), "dialect");
      if (dialect) return sqlDatabase(dialect);
    }
    // `new Sequelize("postgres://user:password@host/shop")`
    const scheme = /^(\w+):/.exec(textWithHoles(call.earlier(maker, 0), "?")?.text ?? "")?.[1];
    if (scheme !== undefined && !scheme.includes("?")) return sqlDatabase(call.terms.literal(scheme));
  }
  return "database";
}
