// https://mongoosejs.com/docs/api/model.html · https://mongoosejs.com/docs/transactions.html · https://typegoose.github.io/typegoose/docs/api/functions/getModelForClass/
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { bulkWrite, givesAfter, MONGO_OPERATORS, matchedBy, mongoUpdate } from "./reading/mongo-update.ts";
import { calls, field } from "./reading/terms.ts";
import { unlimited } from "./reading/unlimited.ts";

const FINDS = "find|findOne|findById|where";

export default defineSystem({
  title: "Mongoose",
  system: "mongodb",
  category: "database",
  packages: [
    "mongoose",
    "@nestjs/mongoose",
    "@typegoose/typegoose",
    "typegoose",
    "nestjs-typegoose",
    "@m8a/nestjs-typegoose",
  ],
  traits: {
    readsNoSql: true,
    // https://mongoosejs.com/docs/api/mongoose.html#Mongoose.prototype.set()
    operators: { ...MONGO_OPERATORS, offBy: "sanitizeFilter" },
  },
  // https://mongoosejs.com/docs/queries.html
  lookUps: /^(?:findOne|findById|exists)$/,
  clients: [
    "model()",
    "connection.model()",
    "model().db",
    "createConnection().model()",
    "model().discriminator()",
    // Typegoose: a model of a class; before version 6 a method of the class.
    "getModelForClass()",
    "getDiscriminatorModelForClass()",
    "new Typegoose().getModelForClass()",
    "new ReturnModelType()",
    "new Connection().model()",
    "new Model()",
    "Model",
    "startSession()",
    "connection.startSession()",
    "new Connection().startSession()",
    "new ClientSession()",
    "connection",
    "createConnection()",
    "new Connection()",
  ],
  madeBefore: ["models.*", "default.models.*", "connection.models.*"],
  // https://mongoosejs.com/docs/guide.html#methods
  methods: {
    model: "model()",
    schema: 1,
    rows: "methods",
    models: "statics",
    // https://mongoosejs.com/docs/guide.html#query-helpers · https://mongoosejs.com/docs/advanced_schemas.html
    calls: { rows: ["method", "query"], models: ["static"], class: "loadClass" },
  },
  decorators: { InjectModel: "model()", InjectConnection: "new Connection()" },
  calls: {
    "create|insertMany|insertOne": (call) => ({ access: "write", operation: "insert", ...table(call), data: "$0" }),
    "updateOne|replaceOne|findOneAndUpdate|findOneAndReplace": (call) => update(call, call.arguments[0]),
    updateMany: (call) => ({ ...update(call, call.arguments[0]), ...unlimited(call.arguments[0]) }),
    findByIdAndUpdate: (call) => update(call, byId(call)),
    "deleteOne|findOneAndDelete|findOneAndRemove": deletes,
    // https://mongoosejs.com/docs/api/model.html#Model.deleteMany()
    "deleteMany|remove": (call) => ({ ...deletes(call), ...unlimited(call.arguments[0]) }),
    "findByIdAndDelete|findByIdAndRemove": (call) => ({
      access: "write",
      operation: "delete",
      ...table(call),
      where: byId(call),
    }),
    "find|findOne|countDocuments|count|exists": (call) => ({
      access: "read",
      ...table(call),
      ...(call.arguments[0] && { where: call.arguments[0] }),
    }),
    findById: (call) => ({ access: "read", ...table(call), where: byId(call) }),
    // https://mongoosejs.com/docs/api/query.html#Query.prototype.find(): what a query is asked for besides, also by statements.
    "**.find": (call) =>
      calls(call.path.slice(0, -1), "find") && /^(?:object|input)$/.test(call.arguments[0]?.kind ?? "")
        ? { access: "read", ...table(call), within: true, where: call.arguments[0] as Term }
        : undefined,
    aggregate: (call) => ({ access: "read", ...table(call), ...matchedBy(call.terms, call.arguments[0]) }),
    distinct: (call) => ({ access: "read", ...table(call), ...(call.arguments[1] && { where: call.arguments[1] }) }),
    "estimatedDocumentCount|watch": (call) => ({ access: "read", ...table(call) }),
    bulkWrite: (call) => ({ ...bulkWrite(call.terms, call.arguments[0]), ...table(call) }),
    // `Order.collection.initializeOrderedBulkOp()` of the driver; what is queued here runs with `execute()`.
    "collection.*.find().update|updateOne|replaceOne": (call) => ({
      ...mongoUpdate(call.terms, call.earlier("find", 0), call.arguments[0], { upsert: undefined }),
      ...table(call),
    }),
    "collection.*.find().delete|deleteOne|remove": (call) => ({
      access: "write",
      operation: "delete",
      ...table(call),
      ...(call.earlier("find", 0) && { where: call.earlier("find", 0) as Term }),
    }),
    "collection.*.insert": (call) => ({ access: "write", operation: "insert", ...table(call), data: "$0" }),
    // https://mongoosejs.com/docs/api/model.html#Model.collection: the driver's collection.
    "collection.insertOne|insertMany": (call) => ({ access: "write", operation: "insert", ...table(call), data: "$0" }),
    "collection.updateOne|updateMany|replaceOne|findOneAndUpdate": (call) => update(call, call.arguments[0]),
    "collection.deleteOne|findOneAndDelete": deletes,
    "collection.deleteMany|drop": (call) => ({ ...deletes(call), ...unlimited(call.arguments[0]) }),
    bulkSave: (call) => ({ access: "write", operation: "call", ...table(call), data: "$0" }),
    startTransaction: { access: "call", transaction: "begin" },
    "commitTransaction|abortTransaction": { access: "call", transaction: "end" },
    // A document: new Order(…).save(), (await Order.findById(id)).save()
    "**.save": save,
    save,
    "**.deleteOne|remove": (call) => ({ access: "write", operation: "delete", ...table(call) }),
    "**.updateOne": (call) => ({
      ...mongoUpdate(call.terms, undefined, call.arguments[0], { upsert: undefined }),
      ...table(call),
    }),
    // Of queries: `Order.find({ open: true }).updateMany({ open: false })`.
    "**.updateMany|findOneAndUpdate|replaceOne": (call) => ({
      ...mongoUpdate(call.terms, queried(call), call.arguments.at(-1), { upsert: undefined }),
      ...table(call),
    }),
    "**.deleteMany|findOneAndDelete": (call) => ({
      access: "write",
      operation: "delete",
      ...table(call),
      ...(queried(call) && { where: queried(call) as Term }),
    }),
  },
  transactions: { withTransaction: { callback: 0 }, transaction: { callback: 0 } },
});

/** A new document is inserted, a found one is set to what it now holds. */
function save(call: CallView): CallDefinition {
  const found =
    FINDS.split("|").some((name) => calls(call.path.slice(0, -1), name)) ||
    call.path.some((segment) => /^findOneAnd/.test(segment));
  if (found) return { access: "write", operation: "set", ...table(call) };
  const data = call.earlier("new", 0) ?? call.earlier("create", 0);
  return { access: "write", operation: "insert", ...table(call), ...(data && { data }) };
}

function deletes(call: CallView): CallDefinition {
  const where = call.arguments[0];
  return { access: "write", operation: "delete", ...table(call), ...(where && { where }) };
}

function update(call: CallView, filter: Term | undefined): CallDefinition {
  const options = { upsert: field(call.arguments[2], "upsert"), after: givesAfter(call.arguments[2]) };
  return { ...mongoUpdate(call.terms, filter, call.arguments[1], options), ...table(call) };
}

/** What a query was asked for: `Order.find(filter)`, `Order.where(filter)`. */
function queried(call: CallView): Term | undefined {
  return call.earlier("find", 0) ?? call.earlier("findOne", 0) ?? call.earlier("where", 0);
}

function byId(call: CallView): Term {
  return call.terms.object([{ key: "_id", value: call.arguments[0] ?? call.terms.unknown([]) }]);
}

/** The model's name: `model("Order")`, `@InjectModel(Order.name)`, `Model<OrderDocument>`. */
function table(call: CallView): { readonly target?: string } {
  const given =
    call.earlier("discriminator", 0) ??
    call.earlier("model", 0) ??
    call.earlier("Model", 0) ??
    call.earlier("getModelForClass", 0) ??
    call.earlier("getDiscriminatorModelForClass", 1) ??
    call.earlier("ReturnModelType", 0);
  const of = given?.kind === "member" && given.name === "name" ? given.of : given;
  const name = call.name(of) ?? call.name(call.client);
  return name ? { target: `=${name.replace(/(?<=\w)(?:Hydrated)?(?:Document|Doc)$/, "")}` } : {};
}
