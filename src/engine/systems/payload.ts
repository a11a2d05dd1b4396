// https://payloadcms.com/docs/local-api/overview · https://payloadcms.com/docs/local-api/access-control · https://payloadcms.com/docs/authentication/operations
import type { Operation } from "../model/effect.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { tableName } from "./reading/chain.ts";
import { field, literalText } from "./reading/terms.ts";

/** The Local API passes by the access control of collections, unless it is told not to. */
export default defineSystem({
  title: "Payload (Local API)",
  category: "database",
  system: "database",
  packages: ["payload"],
  clients: ["getPayload()", "getPayloadHMR()", "default"],
  calls: {
    "find|findByID|count|findGlobal|findVersions|findVersionByID": (call) => onCollection(call, "read"),
    create: (call) => onCollection(call, "insert"),
    "update|updateGlobal|restoreVersion": (call) => onCollection(call, "set"),
    delete: (call) => onCollection(call, "delete"),
    "login|forgotPassword|resetPassword|verifyEmail|unlock": { access: "call" },
  },
  guards: { "**.auth()": { kind: "authentication", how: "returns" } },
});

function onCollection(call: CallView, operation: Operation): CallDefinition {
  const [options] = call.arguments;
  const id = field(options, "id");
  const where = id ? call.terms.object([{ key: "id", value: id }]) : field(options, "where");
  const data = field(options, "data");
  return {
    access: operation === "read" ? "read" : "write",
    operation,
    ...tableName(literalText(field(options, "collection") ?? field(options, "slug"))),
    ...(where && { where }),
    ...(data && { data }),
  };
}
