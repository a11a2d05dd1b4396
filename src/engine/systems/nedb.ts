// https://github.com/seald/nedb#api · https://github.com/bajankristof/nedb-promises
import { type CallView, defineSystem } from "./define-system.ts";
import { MONGO_OPERATORS, mongoUpdate } from "./reading/mongo-update.ts";

const target = "$default().0.filename|$Datastore().0.filename|$create().0";

export default defineSystem({
  title: "NeDB",
  category: "database",
  packages: ["nedb", "@seald-io/nedb", "nedb-promises", "nedb-async"],
  traits: { readsNoSql: true, operators: MONGO_OPERATORS },
  clients: ["new default()", "new Datastore()", "create()", "Datastore.create()", "new AsyncNedb()"],
  calls: {
    "insert|insertAsync|asyncInsert|insertOne|insertMany": { access: "write", operation: "insert", target, data: "$0" },
    "update|updateAsync|asyncUpdate|updateOne|updateMany": (call: CallView) => ({
      ...mongoUpdate(call.terms, call.arguments[0], call.arguments[1], { upsert: call.at("$2.upsert") }),
      target,
    }),
    "remove|removeAsync|asyncRemove|deleteOne|deleteMany|removeOne|removeMany": {
      access: "write",
      operation: "delete",
      target,
      where: "$0",
    },
    "find|findOne|count|findAsync|findOneAsync|countAsync|asyncFind|asyncFindOne|asyncCount": {
      access: "read",
      target,
      where: "$0",
    },
  },
});
