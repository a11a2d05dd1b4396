// https://feathersjs.com/api/databases/common · https://feathersjs.com/api/databases/knex · https://feathersjs.com/api/databases/mongodb
import type { Operation } from "../model/effect.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { tableName } from "./reading/chain.ts";
import { field, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Feathers database adapters",
  system: ({ client }) => (client.kind === "external" && /mongo/.test(client.package) ? "mongodb" : "database"),
  category: "database",
  packages: [
    "@feathersjs/knex",
    "@feathersjs/mongodb",
    "feathers-knex",
    "feathers-mongodb",
    "feathers-mongoose",
    "feathers-sequelize",
    "feathers-objection",
  ],
  clients: ["KnexService", "MongoDBService", "Service", "SequelizeService", "ObjectionService", "MongooseService"]
    .map((name) => `new ${name}()`)
    .concat("default()", "service()"),
  calls: {
    "find|get|_find|_get": (call) => doing(call, "read"),
    "create|_create": (call) => ({ ...doing(call, "insert"), data: "$0" }),
    "update|patch|_update|_patch": (call) => ({ ...doing(call, "set"), data: "$1", where: "$0" }),
    "remove|_remove": (call) => ({ ...doing(call, "delete"), where: "$0" }),
  },
});

function doing(call: CallView, operation: Operation): CallDefinition {
  const options = "KnexService MongoDBService Service SequelizeService default service".split(" ");
  const given = call.at(options.map((one) => `$${one}().0.name`).join("|"));
  const name = literalText(given ?? field(call.handedUp(0), "name"));
  return { access: operation === "read" ? "read" : "write", operation, ...tableName(name) };
}
