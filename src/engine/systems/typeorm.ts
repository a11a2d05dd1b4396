// https://typeorm.io/docs/working-with-entity-manager/repository-api/ · https://typeorm.io/docs/query-builder/insert-query-builder
import type { Operation } from "../model/effect.ts";
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { type ChainCall, chainOf, named, tableName } from "./reading/chain.ts";
import { savedRow } from "./reading/saved-row.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { sqlDatabase } from "./reading/sql-database.ts";
import { addsToItself as addsTo, mergesObject } from "./reading/sql-expression.ts";
import { argumentOf, field, itemsOf, keysOf, literalText, textWithHoles } from "./reading/terms.ts";
import { withOperators } from "./reading/typeorm-operators.ts";

const SOURCES = ["new DataSource()", "getConnection()", "createConnection()", "new Connection()", "new default()"];
const RUNNERS = ["new QueryRunner()", ...SOURCES.map((source) => `${source}.createQueryRunner()`)];
const MANAGERS = [
  "new EntityManager()",
  "new AbstractRepository().manager",
  "getManager()",
  "getMongoManager()",
  ...[...SOURCES, ...RUNNERS].flatMap((source) => [`${source}.manager`, `${source}.createEntityManager()`]),
];
const REPOSITORIES = [
  "new Repository()",
  "new TreeRepository()",
  "new MongoRepository()",
  "new AbstractRepository().repository",
  "getRepository()",
  "getTreeRepository()",
  "getMongoRepository()",
  ...[...SOURCES, ...MANAGERS].flatMap((source) => [
    `${source}.getRepository()`,
    `${source}.getTreeRepository()`,
    `${source}.getCustomRepository()`,
    `${source}.withRepository()`,
  ]),
  // Active record: class Order extends BaseEntity
  "BaseEntity",
  "new BaseEntity()",
];

export default defineSystem({
  title: "TypeORM",
  system: (call) => sqlDatabase(call.at("$DataSource().0.type|$createConnection().0.type")),
  category: "database",
  packages: ["typeorm", "@nestjs/typeorm"],
  traits: { dropsUndefined: true },
  // https://typeorm.io/docs/working-with-entity-manager/repository-api
  lookUps: /^(?:findOne|findOneBy|exists|existsBy)(?:OrFail)?$/,
  clients: [
    ...REPOSITORIES,
    ...REPOSITORIES.map((repository) => `${repository}.manager`),
    ...MANAGERS,
    ...RUNNERS,
    ...SOURCES,
  ],
  decorators: {
    InjectRepository: "new Repository()",
    InjectEntityManager: "new EntityManager()",
    InjectDataSource: "new DataSource()",
    InjectConnection: "new DataSource()",
  },
  same: ["extend"],
  // https://typeorm.io/docs/data-source/data-source-api
  itself: {
    ...Object.fromEntries(
      SOURCES.flatMap((source) => [
        [`${source}.initialize()`, 1],
        [`${source}.connect()`, 1],
        [`${source}.manager.connection`, 2],
        [`${source}.manager.dataSource`, 2],
      ]),
    ),
    // A repository may be asked for by the name that the entity's schema was given.
    "new EntitySchema().options.name": 2,
  },
  // https://typeorm.io/docs/working-with-entity-manager/custom-repository
  lends: { adds: "extend()", takes: "withRepository()", makes: "getCustomRepository()" },
  builders: ["createQueryBuilder"],
  changesInPlace: true,
  calls: {
    save,
    insert: (call) => written(call, "insert", 0),
    update: (call) => {
      const data = argument(call, 1);
      return {
        ...written(call, addsToItself(call, data) ? "increment" : "set", 1),
        ...condition(call, argument(call, 0)),
      };
    },
    updateAll: (call) => written(call, "set", 0),
    upsert: (call) => ({ ...written(call, "upsert", 0), conflict: conflictPaths(argument(call, 1)) }),
    "increment|decrement": (call) => ({ ...counted(call), ...condition(call, argument(call, 0)) }),
    "delete|softDelete|remove|softRemove|clear|deleteAll": (call) => ({
      access: "write",
      operation: "delete",
      ...table(call),
      ...condition(call, argument(call, 0)),
    }),
    "restore|recover": (call) => ({
      access: "write",
      operation: "set",
      ...table(call),
      ...condition(call, argument(call, 0)),
    }),
    "find|findOne|findAndCount|findOneOrFail|count|exists|exist": (call) => ({
      access: "read",
      ...table(call),
      ...condition(call, found(call)),
      ...(/^pessimistic_(?:write|read|partial)/.test(literalText(call.at("$0.lock.mode|$1.lock.mode")) ?? "") && {
        lock: true,
      }),
    }),
    "findBy|findOneBy|findOneByOrFail|findAndCountBy|countBy|existsBy|existBy|findByIds|findOneById|sum|average|minimum|maximum|findTrees|findRoots|findDescendants":
      (call) => ({ access: "read", ...table(call), ...condition(call, argument(call, 0)) }),
    query: (call) => sqlEffects(call, call.arguments[0], call.arguments[1]),
    startTransaction: { access: "call", transaction: "begin" },
    "commitTransaction|rollbackTransaction": { access: "call", transaction: "end" },
    "createQueryBuilder().**": builder,
    // Active record on what was found: (await Order.findOneBy(…)).save()
    "create().save": (call) => ({ ...table(call), access: "write", operation: "insert", data: "$create().0" }),
    "**.save": (call) => ({ access: "write", operation: "set", ...table(call) }),
    "**.remove|softRemove": (call) => ({ access: "write", operation: "delete", ...table(call) }),
  },
  transactions: { transaction: { callback: 0, client: 0, as: "new EntityManager()" } },
});

/** A manager is told the entity first; a repository has it. */
function isManager(call: CallView): boolean {
  const last = call.client.kind === "external" ? (call.client.path.at(-1) ?? "") : "";
  return /^(?:manager|new EntityManager\(\)|getManager\(\)|createEntityManager\(\))$/.test(last);
}

/** Argument by its position on a repository. */
function argument(call: CallView, index: number): Term | undefined {
  return call.arguments[isManager(call) ? index + 1 : index];
}

/** Made for an entity, which they are given. */
const MADE_FOR_ENTITY = [
  "getRepository",
  "getTreeRepository",
  "getMongoRepository",
  "Repository",
  "MongoRepository",
  "TreeRepository",
];

function table(call: CallView): { readonly target?: string } {
  const given = MADE_FOR_ENTITY.map((name) => call.earlier(name, 0)).find((entity) => entity !== undefined);
  const of = isManager(call) ? call.arguments[0] : (given ?? call.client);
  return tableName(nameOf(call, of));
}

/** `new EntitySchema({ name: "folder", tableName: "folders" })`, or a class. */
function nameOf(call: CallView, entity: Term | undefined): string | undefined {
  const schema = argumentOf(entity, "EntitySchema", 0);
  return literalText(field(schema, "tableName")) ?? literalText(field(schema, "name")) ?? call.name(entity);
}

/** `find({ where: { id } })`; before version 0.3 also `findOne({ id })` and `findOne(id)`. */
function found(call: CallView): Term | undefined {
  const given = argument(call, 0);
  if (given?.kind !== "object")
    return given && given.kind !== "undefined" ? call.terms.object([{ key: "id", value: given }]) : undefined;
  const isOptions = given.fields.length === 0 || given.fields.some(({ key }) => key === undefined || OPTIONS.has(key));
  return isOptions ? field(given, "where") : given;
}

const OPTIONS = new Set([
  "where",
  "select",
  "relations",
  "order",
  "join",
  "cache",
  "lock",
  "skip",
  "take",
  "withDeleted",
  "loadEagerRelations",
  "loadRelationIds",
  "relationLoadStrategy",
  "comment",
  "transaction",
]);

function condition(call: CallView, where: Term | undefined): Pick<CallDefinition, "where"> {
  return where ? { where: withOperators(call, where) } : {};
}

function written(call: CallView, operation: Operation, index: number): CallDefinition {
  const data = argument(call, index);
  return { access: "write", operation, ...table(call), ...(data && { data }) };
}

/** `increment({ id }, "stock", 1)` */
function counted(call: CallView): CallDefinition {
  const key = literalText(argument(call, 1));
  const value = argument(call, 2);
  const data = key !== undefined && value ? { data: call.terms.object([{ key, value }]) } : {};
  return { access: "write", operation: "increment", ...table(call), ...data };
}

/** What an entity manager found or made bears the class it was asked for: `manager.findOne(Order, …)`, `getRepository(Order).create(…)`. */
function foundBy(call: CallView, row: Term | undefined): string | undefined {
  const finders = ["findOne", "findOneBy", "findOneOrFail", "findOneByOrFail", "find", "findBy", "create", "preload"];
  const entity = [...finders, ...MADE_FOR_ENTITY]
    .map((name) => argumentOf(row, name, 0))
    .find((found) => found?.kind === "class");
  return call.name(entity);
}

/** `save(entity)`, `manager.save(entity)`, `manager.save(Order, entity)`, and `order.save()` of an active record. */
function save(call: CallView): CallDefinition {
  const written = isManager(call) && call.arguments[1] ? call.arguments[1] : call.arguments[0];
  const given = written && (mapped(call, written) ?? written);
  const isEntity = given !== undefined && (given.kind !== "object" || call.path.length > 1 || !isActiveRecord(call));
  if (!given || !isEntity) return { access: "write", operation: "insert", ...table(call) };
  const one = given.kind === "array" ? itemsOf(given)[0] : given;
  const isBare = isManager(call) && written === call.arguments[0];
  const target = isBare ? tableName(foundBy(call, one) ?? nameOf(call, one)) : table(call);
  const { operation, row, id } = savedRow(given);
  const where = id ? { where: call.terms.object([{ key: "id", value: id }]), conflict: ["id"] } : {};
  return { access: "write", operation, ...target, data: row, ...where };
}

/** `save(users.map((user) => notes.create({ user })))`: one of the rows that the function makes. */
function mapped(call: CallView, list: Term): Term | undefined {
  const [make] = list.kind === "external" && list.path.at(-1) === "map()" ? (list.arguments ?? []) : [];
  return make?.kind === "function" ? call.returned(make, [call.terms.unknown([list])]) : undefined;
}

/** A class of the workspace that extends `BaseEntity`, and none that extends `Repository`. */
function isActiveRecord({ client, clientName }: CallView): boolean {
  return client.kind === "instance" && !clientName.includes("Repository");
}

/** `upsert(data, ["id"])`, `upsert(data, { conflictPaths: ["id"] })`. */
function conflictPaths(given: Term | undefined): readonly string[] {
  const paths = field(given, "conflictPaths") ?? given;
  if (paths?.kind === "object") return keysOf(paths);
  return (paths?.kind === "array" ? itemsOf(paths) : paths ? [paths] : []).flatMap((path) => literalText(path) ?? []);
}

/** `{ stock: () => "stock + 1" }`: what the function gives is SQL. */
function addsToItself(call: CallView, data: Term | undefined): boolean {
  return (
    data?.kind === "object" &&
    data.fields.some(({ key, value }) => {
      if (value.kind !== "function") return false;
      const sql = call.returned(value, []);
      if (mergesObject(sql)) return false;
      // `now()`, a fixed value: the same again.
      return literalText(sql) === undefined ? true : addsTo(sql, key);
    })
  );
}

function builder(call: CallView): CallDefinition | undefined {
  const steps = chainOf(call);
  // A function of the row that was found is the code's own: `order.toPublic()`.
  if (steps.slice(0, -1).some(({ name }) => ENDS.test(name))) return undefined;
  const start = named(steps, "insert", "update", "delete", "softDelete", "restore")[0];
  const entity = named(steps, "into", "from", "createQueryBuilder").find((step) => step.arguments[0])?.arguments[0];
  const isTable = start?.name === "update" && start.arguments[0] ? start.arguments[0] : entity;
  // A repository has its table, and is told under which name the chain speaks of it.
  const own = isTable && literalText(isTable) !== undefined ? table(call) : {};
  const byEntity = isTable && literalText(isTable)?.length !== 1 ? tableName(nameOf(call, isTable)) : table(call);
  const target = own.target === undefined ? byEntity : own;
  const where = conditions(call, steps);
  const data = named(steps, "values", "set")[0]?.arguments[0];
  const common = { ...target, ...(data && { data }) };
  // https://typeorm.io/docs/query-builder/relational-query-builder/
  const relation = named(steps, "relation")[0];
  if (relation && named(steps, "add", "remove", "set", "addAndRemove").length > 0)
    return { access: "write", operation: "set", ...tableName(call.name(relation.arguments[0])) };
  switch (start?.name) {
    case "insert": {
      const update = named(steps, "orUpdate", "onConflict")[0];
      if (!update && named(steps, "orIgnore").length === 0) return { access: "write", operation: "insert", ...common };
      return { access: "write", operation: "upsert", ...common, conflict: conflictPaths(update?.arguments[1]) };
    }
    case "update":
    case "restore":
      return { access: "write", operation: addsToItself(call, data) ? "increment" : "set", ...common, ...where };
    case "delete":
    case "softDelete":
      return { access: "write", operation: "delete", ...target, ...where };
    default:
      return { access: "read", ...target, ...where, ...(named(steps, "setLock").length > 0 && { lock: true }) };
  }
}

/** https://typeorm.io/docs/query-builder/select-query-builder#getting-values-using-querybuilder */
const ENDS = /^(?:get(?:One|OneOrFail|Many|RawOne|RawMany|RawAndEntities|ManyAndCount|Count|Exists)|execute|stream)$/;

/** `where("order.id = :id AND order.owner = :owner", { id, owner })` and `where({ id })`. */
function conditions(call: CallView, steps: readonly ChainCall[]): Pick<CallDefinition, "where"> {
  // Another `where` takes the place of the one before. https://typeorm.io/docs/query-builder/select-query-builder#adding-where-expression
  const last = steps.findLastIndex(({ name }) => name === "where");
  const fields = named(steps.slice(Math.max(last, 0)), "where", "andWhere").flatMap(
    ({ arguments: [text, parameters] }) => {
      if (text?.kind === "object") return text.fields;
      const sql = textWithHoles(text, "?");
      if (!sql || /\bor\b/i.test(sql.text))
        return [{ value: call.terms.unknown([...(text ? [text] : []), ...(parameters ? [parameters] : [])]) }];
      const missing = [...sql.text.matchAll(/([\w.]+)"?\s+is\s+null/gi)].map((match) => ({
        key: match[1]?.split(".").at(-1) ?? "",
        value: call.terms.literal(null),
      }));
      const compared = [...sql.text.matchAll(/([\w.]+)"?\s*(=|!=|<>|>=?|<=?|in|like)\s*\(?\s*:(?:\.\.\.)?(\w+)/gi)].map(
        (match) => {
          const value = field(parameters, match[3] ?? "") ?? call.terms.unknown(parameters ? [parameters] : []);
          const key = match[1]?.split(".").at(-1) ?? "";
          return {
            key,
            value: match[2] === "=" ? value : call.terms.operation(match[2] ?? "?", [call.terms.unknown([]), value]),
          };
        },
      );
      return [...compared, ...missing];
    },
  );
  return fields.length > 0 ? { where: call.terms.object(fields) } : {};
}
