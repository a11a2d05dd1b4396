// https://docs.meteor.com/api/collections.html
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { MONGO_OPERATORS, mongoUpdate } from "./reading/mongo-update.ts";

export default defineSystem({
  title: "Meteor collections",
  system: "mongodb",
  category: "database",
  packages: ["meteor/mongo", "meteor/meteor"],
  traits: { readsNoSql: true, operators: MONGO_OPERATORS },
  clients: ["Mongo.new Collection()", "new Collection()", "Meteor.users"],
  calls: {
    "insert|insertAsync": (call) => ({ access: "write", operation: "insert", ...target(call), data: "$0" }),
    "update|updateAsync": (call) => changed(call, call.at("$2.upsert")),
    "upsert|upsertAsync": (call) => changed(call, call.terms.literal(true)),
    "remove|removeAsync": (call) => ({ access: "write", operation: "delete", ...target(call), where: "$0" }),
    "find|findOne|findOneAsync|countDocuments|estimatedDocumentCount": (call) => ({
      access: "read",
      ...target(call),
      where: "$0",
    }),
  },
});

function changed(call: CallView, upsert: CallView["arguments"][number] | undefined): CallDefinition {
  return { ...mongoUpdate(call.terms, call.arguments[0], call.arguments[1], { upsert }), ...target(call) };
}

/** The accounts stand in a collection of their own. */
function target({ client }: CallView): { readonly target: string } {
  const isUsers = client.kind === "external" && client.path.join(".") === "Meteor.users";
  return { target: isUsers ? "=users" : "$Collection().0" };
}
