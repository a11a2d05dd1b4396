// https://mikro-orm.io/docs/entity-manager · https://mikro-orm.io/docs/transactions
import type { Operation } from "../model/effect.ts";
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { tableName } from "./reading/chain.ts";
import { savedRow } from "./reading/saved-row.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { argumentOf, field, itemsOf, literalText, made } from "./reading/terms.ts";

const MANAGERS = [
  "new EntityManager()",
  "new SqlEntityManager()",
  "new MongoEntityManager()",
  "MikroORM.init().em",
  "MikroORM.initSync().em",
  "new MikroORM().em",
];
const REPOSITORIES = [
  "new EntityRepository()",
  "new SqlEntityRepository()",
  "new MongoEntityRepository()",
  ...MANAGERS.flatMap((manager) => [`${manager}.fork().getRepository()`, `${manager}.getRepository()`]),
];
const PACKAGES = "core knex sql postgresql mysql mariadb sqlite better-sqlite libsql mssql mongodb nestjs".split(" ");

export default defineSystem({
  title: "MikroORM",
  system: (call) => databaseOf(call.client),
  category: "database",
  packages: PACKAGES.map((name) => `@mikro-orm/${name}`),
  clients: [...REPOSITORIES, ...MANAGERS],
  decorators: { InjectRepository: "new EntityRepository()", InjectEntityManager: "new EntityManager()" },
  same: ["fork", "getEntityManager", "em"],
  calls: {
    "insert|insertMany": (call) => written(call, "insert", 0),
    "upsert|upsertMany": (call) => ({
      ...written(call, "upsert", 0),
      conflict: itemsOf(field(argument(call, 1), "onConflictFields")).flatMap((column) => literalText(column) ?? []),
    }),
    nativeUpdate: (call) => ({ ...written(call, "set", 1), ...condition(argument(call, 0)) }),
    nativeDelete: (call) => ({ access: "write", operation: "delete", ...table(call), ...condition(argument(call, 0)) }),
    "persist|persistAndFlush": persist,
    "remove|removeAndFlush": (call) => ({
      access: "write",
      operation: "delete",
      ...entityTable(call),
      ...handed(call, call.arguments[0]),
    }),
    // https://mikro-orm.io/docs/unit-of-work: it writes whatever was made or changed since.
    flush,
    "find|findOne|findOneOrFail|findAll|findAndCount|count|findByCursor|stream": (call) => ({
      access: "read",
      ...table(call),
      ...condition(argument(call, 0)),
    }),
    execute: (call) => sqlEffects(call, call.arguments[0], call.arguments[1]),
    begin: { access: "call", transaction: "begin" },
    "commit|rollback": { access: "call", transaction: "end" },
  },
  // https://mikro-orm.io/docs/entity-helper
  unitOfWork: { makes: "create()", wraps: "wrap()" },
  transactions: { transactional: { callback: 0, client: 0 } },
});

/** A manager is told the entity first; a repository has it. */
function isRepository(call: CallView): boolean {
  return call.client.kind === "external" && /Repository\(\)$/.test(call.client.path.at(-1) ?? "");
}

function argument(call: CallView, index: number): Term | undefined {
  return call.arguments[isRepository(call) ? index : index + 1];
}

function table(call: CallView): { readonly target?: string } {
  const given =
    call.earlier("getRepository", 0) ?? call.earlier("EntityRepository", 0) ?? call.earlier("SqlEntityRepository", 0);
  return tableName(call.name(isRepository(call) ? given : call.arguments[0]));
}

function condition(where: Term | undefined): Pick<CallDefinition, "where"> {
  return where ? { where } : {};
}

function written(call: CallView, operation: Operation, index: number): CallDefinition {
  const data = argument(call, index);
  return { access: "write", operation, ...table(call), ...(data && { data }) };
}

/** A new entity is inserted at the next flush; a loaded one is set. */
function persist(call: CallView): CallDefinition {
  const [entity] = call.arguments;
  if (!entity) return { access: "write", operation: "set", ...entityTable(call) };
  const { operation, row } = savedRow(entity);
  return {
    access: "write",
    operation: operation === "upsert" ? "insert" : operation,
    ...entityTable(call),
    data: row,
    ...(operation === "set" && handed(call, entity)),
  };
}

/**
 * The row that is handed over: the one that was found, or the one of this id: `em.getReference(Order, id)`.
 * https://mikro-orm.io/docs/entity-references
 */
function handed(call: CallView, entity: Term | undefined): Pick<CallDefinition, "where"> {
  const row = entity && unchanged(entity);
  const made = row && madeBy(row);
  if (made?.name !== "getReference") return condition(row);
  const id = made.arguments.at(made.isRepository ? 0 : 1);
  return condition(id && call.terms.object([{ key: "id", value: id }]));
}

/** The loaded row below what was assigned to it: `{ ...row, name }`. */
function unchanged(entity: Term): Term {
  if (entity.kind !== "object") return entity;
  const spread = entity.fields.find(({ key }) => key === undefined)?.value;
  return spread ? unchanged(spread) : entity;
}

function madeBy(
  row: Term,
): { readonly name: string; readonly arguments: readonly Term[]; readonly isRepository: boolean } | undefined {
  const found = made(row);
  return found && { ...found, isRepository: found.arguments[0]?.kind !== "class" };
}

function flush(call: CallView): readonly CallDefinition[] {
  const rows = call.pending();
  if (rows.length === 0) return [{ access: "write", operation: "call" }];
  return rows.map((entity) => {
    const { operation } = savedRow(entity);
    const data = operation === "insert" ? (made(entity)?.arguments.at(-1) ?? entity) : entity;
    return {
      access: "write",
      operation: operation === "upsert" ? "insert" : operation,
      ...tableOf(call, entity),
      data,
    };
  });
}

/** `em.create(Order, …)`, `em.findOne(Order, …)`, `repository.findOne(…)`. */
function tableOf(call: CallView, entity: Term): { readonly target?: string } {
  const repository = ["getRepository", "EntityRepository", "SqlEntityRepository"]
    .map((name) => argumentOf(entity, name, 0))
    .find((given) => given !== undefined);
  return tableName(call.name(repository ?? made(entity)?.arguments[0]));
}

function entityTable(call: CallView): { readonly target?: string } {
  const entity = call.arguments[0];
  const one = entity?.kind === "array" ? itemsOf(entity)[0] : entity;
  const row = one && unchanged(one);
  if (row && made(row)) return tableOf(call, row);
  const named = one?.kind === "object" ? call.name(one) : undefined;
  if (named !== undefined) return tableName(named);
  return one?.kind === "instance" || one?.kind === "external"
    ? tableName(call.name(one))
    : isRepository(call)
      ? table(call)
      : {};
}

function databaseOf(client: Term): string {
  const name = client.kind === "external" ? client.package : "";
  if (/postgresql/.test(name)) return "postgres";
  if (/mysql|mariadb/.test(name)) return "mysql";
  if (/sqlite|libsql/.test(name)) return "sqlite";
  if (/mongodb/.test(name)) return "mongodb";
  return /mssql/.test(name) ? "sqlserver" : "database";
}
