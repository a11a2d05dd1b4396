// https://loopback.io/doc/en/lb4/Repository.html · https://loopback.io/doc/en/lb4/apidocs.repository.defaultcrudrepository.html · https://loopback.io/doc/en/lb4/HasMany-relation.html
import type { Operation } from "../model/effect.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { tableName } from "./reading/chain.ts";
import { literalText } from "./reading/terms.ts";

const NAMES = (
  "DefaultCrud DefaultTransactional EntityCrud Crud SequelizeCrud DefaultKeyValue KeyValue " +
  "SoftCrud DefaultTransactionSoftCrud SequelizeSoftCrud DefaultSoftCrud DefaultUserModifyCrud SequelizeUserModifyCrud " +
  "DefaultTransactionalUserModify"
).split(" ");

export default defineSystem({
  title: "LoopBack repositories",
  system: (call) => (isKeyValue(call) ? "redis" : "database"),
  category: "database",
  packages: ["@loopback/repository", "@loopback/sequelize", "loopback4-soft-delete", "@sourceloop/core"],
  clients: NAMES.map((name) => `new ${name}Repository()`),
  calls: {
    "create|createAll": (call) => ({ ...doing(call, "insert"), data: "$0" }),
    "save|update|set|expire": (call) => doing(call, "set"),
    "updateById|replaceById": (call) => ({ ...doing(call, "set"), data: "$1", where: "$0" }),
    updateAll: (call) => ({ ...doing(call, "set"), data: "$0", where: "$1" }),
    "delete|deleteById|deleteAll|deleteByIdHard|deleteAllHard|deleteHard": (call) => ({
      ...doing(call, "delete"),
      where: "$0",
    }),
    "find|findOne|findById|findAll|findOneIncludeSoftDelete|findByIdIncludeSoftDelete|count|countAll|exists|get|keys|ttl":
      (call) => ({ ...doing(call, "read"), where: "$0.where|$0" }),
    execute: (call) => ({ ...doing(call, "call"), access: "write" }),
    // `this.orders(userId).create(…)`: the factory of a relation works on rows of the other model.
    "*.create": (call) => related(call, "insert", "$0"),
    "*.find|get": (call) => related(call, "read"),
    "*.patch": (call) => related(call, "set", "$0"),
    "*.delete": (call) => related(call, "delete"),
  },
});

function doing(call: CallView, operation: Operation): CallDefinition {
  return {
    access: operation === "read" ? "read" : "write",
    operation,
    ...tableName(call.name(call.handedUp(0)) ?? repositoryOf(call)),
    ...(isKeyValue(call) && { category: "cache" }),
  };
}

function related(call: CallView, operation: Operation, data?: "$0"): CallDefinition | undefined {
  const factory = call.path.find((segment) => /^create\w+RepositoryFactoryFor/.test(segment));
  if (factory === undefined) return undefined;
  const relation = literalText(call.earlier(factory.replace(/\(\)\(\)$/, ""), 0));
  return {
    access: operation === "read" ? "read" : "write",
    operation,
    ...(relation === undefined ? {} : { target: `=${relation}` }),
    ...(data && { data }),
  };
}

/** `OrderRepository` holds orders, where its constructor cannot be read. */
function repositoryOf(call: CallView): string | undefined {
  return call.name(call.client)?.replace(/Repository$/, "");
}

function isKeyValue(call: CallView): boolean {
  // Whatever the repository inherits tells which class it extends.
  const inherited = call.own("kvModelClass") ?? call.client;
  return inherited.kind === "external" && /KeyValueRepository/.test(inherited.path[0] ?? "");
}
