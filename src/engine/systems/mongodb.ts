// https://www.mongodb.com/docs/drivers/node/current/crud/
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { bulkWrite, givesAfter, MONGO_OPERATORS, matchedBy, mongoUpdate } from "./reading/mongo-update.ts";
import { unlimited } from "./reading/unlimited.ts";

const target = "$collection().0";

export default defineSystem({
  title: "MongoDB driver",
  system: "mongodb",
  category: "database",
  // https://mongoosejs.com/docs/api/connection.html#Connection.prototype.collection(): Mongoose hands the driver out.
  packages: ["mongodb", "mongoose"],
  traits: { readsNoSql: true, operators: MONGO_OPERATORS },
  clients: [
    "new MongoClient().db().collection()",
    "new MongoClient().connect().db().collection()",
    "MongoClient.connect().db().collection()",
    // Before version 3 the connection was the database.
    "MongoClient.connect().collection()",
    "new Db().collection()",
    "new Collection()",
    "new MongoClient().startSession()",
    "new ClientSession()",
    "new MongoClient()",
    "connection.collection()",
    "connection.db.collection()",
    "connection.getClient().db().collection()",
    "new Connection().collection()",
    "new Connection().db.collection()",
    "createConnection().collection()",
  ],
  calls: {
    // The names without One and Many are of drivers before version 4.
    "insertOne|insertMany|insert": { access: "write", operation: "insert", target, data: "$0" },
    "updateOne|replaceOne|findOneAndUpdate|findOneAndReplace|update": update,
    updateMany: (call) => ({ ...update(call), ...unlimited(call.arguments[0]) }),
    "deleteOne|findOneAndDelete": { access: "write", operation: "delete", target, where: "$0" },
    "deleteMany|remove": (call) => ({
      access: "write",
      operation: "delete",
      target,
      where: "$0",
      ...unlimited(call.arguments[0]),
    }),
    "drop|dropIndexes": { access: "write", operation: "delete", target },
    "find|findOne|countDocuments|count|distinct": { access: "read", target, where: "$0" },
    aggregate: (call) => ({ access: "read", target, ...matchedBy(call.terms, call.arguments[0]) }),
    "estimatedDocumentCount|watch|listIndexes": { access: "read", target },
    bulkWrite: (call) => ({ ...bulkWrite(call.terms, call.arguments[0]), target }),
    // `initializeOrderedBulkOp()`: what is queued here runs with `execute()`.
    "*.find().update|updateOne|replaceOne": (call) => ({
      ...mongoUpdate(call.terms, call.earlier("find", 0), call.arguments[0], { upsert: undefined }),
      target,
    }),
    "*.find().delete|deleteOne|remove": { access: "write", operation: "delete", target, where: "$find().0" },
    startTransaction: { access: "call", transaction: "begin" },
    "commitTransaction|abortTransaction": { access: "call", transaction: "end" },
  },
  transactions: { withTransaction: { callback: 0 } },
});

function update(call: CallView): CallDefinition {
  const options = { upsert: call.at("$2.upsert"), after: givesAfter(call.arguments[2]) };
  return { ...mongoUpdate(call.terms, call.arguments[0], call.arguments[1], options), target };
}
