// https://github.com/paralect/node-mongo/blob/v2.2.0/README.md · https://github.com/paralect/ship
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { mongoUpdate } from "./reading/mongo-update.ts";
import { calls } from "./reading/terms.ts";

const SERVICES = ["createService", "setServiceMethod", "createQueryService"];

export default defineSystem({
  title: "Paralect node-mongo",
  system: "mongodb",
  category: "database",
  packages: ["@paralect/node-mongo", "@paralect/mongo-node8"],
  clients: [
    ...["connect()", "default.connect()", "new Database()"].flatMap((database) =>
      SERVICES.map((name) => `${database}.${name}()`),
    ),
    "new Service()",
  ],
  calls: {
    "create|insertOne|insertMany": (call) => ({ access: "write", operation: "insert", ...table(call), data: "$0" }),
    "createOrUpdate|findOneAndUpdate|update|updateOne|updateMany": change,
    "atomic.*": change,
    "remove|deleteOne|deleteMany|deleteSoft|removeSoft": (call) => ({
      access: "write",
      operation: "delete",
      ...table(call),
      ...where(call),
    }),
    "find|findOne|count|countDocuments|exists|distinct|aggregate|generateId": (call) =>
      calls(call.path, "generateId") ? undefined : { access: "read", ...table(call), ...where(call) },
  },
});

/** `updateOne({ _id }, (user) => ({ … }))`, or with operators of MongoDB. */
function change(call: CallView): CallDefinition {
  const [filter, given] = call.arguments;
  if (call.path[0] === "atomic" && !/update/i.test(call.path[1] ?? "")) return { access: "read", ...table(call) };
  const changes = given?.kind === "function" ? call.returned(given, [call.terms.unknown([])]) : given;
  return { ...mongoUpdate(call.terms, filter, changes, { upsert: undefined }), ...table(call) };
}

function where(call: CallView): Pick<CallDefinition, "where"> {
  const [filter] = call.arguments;
  return filter ? { where: filter } : {};
}

function table(call: CallView): { readonly target?: string } {
  const name = call.name(call.earlier("createService", 0) ?? call.earlier("createQueryService", 0));
  return name ? { target: `=${name}` } : {};
}
