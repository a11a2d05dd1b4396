// https://github.com/apache/couchdb-nano#document-functions · https://pouchdb.com/api.html
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field } from "./reading/terms.ts";

const target = "$use().0|$scope().0|$default().0";

export default defineSystem({
  title: "CouchDB",
  category: "database",
  packages: ["nano", "pouchdb", "pouchdb-node"],
  traits: { readsNoSql: true },
  clients: [
    "default().db.use()",
    "default().db.scope()",
    "default().use()",
    "default().scope()",
    "new DocumentScope()",
    "new default()",
    "default()",
  ],
  calls: {
    // What is stored under an id that is there already is refused, but for the one who has read it.
    insert: (call) => stored(call, field(call.arguments[0], "_id") ?? call.arguments[1]),
    put: (call) => stored(call, field(call.arguments[0], "_id") ?? call.arguments[0]),
    "post|bulk|bulkDocs": { access: "write", operation: "insert", target, data: "$0" },
    "destroy|remove": { access: "write", operation: "delete", target },
    "get|head|fetch|list|find|view|allDocs|query|bulkGet|search|partitionedFind": { access: "read", target },
  },
});

function stored(call: CallView, id: CallView["arguments"][number] | undefined): CallDefinition {
  const revision = field(call.arguments[0], "_rev");
  if (id === undefined) return { access: "write", operation: "insert", target, data: "$0" };
  const where = call.terms.object([{ key: "_id", value: id }]);
  return revision
    ? { access: "write", operation: "set", target, data: "$0", where }
    : { access: "write", operation: "upsert", target, data: "$0", where, conflict: ["_id"] };
}
