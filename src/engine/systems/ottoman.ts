// https://ottomanjs.com/docs/api/functions/model · https://ottomanjs.com/docs/basic/query-builder
import { defineSystem, type SystemDefinition } from "./define-system.ts";
import mongoose from "./mongoose.ts";

/** The same call of Mongoose, under another name. */
const as = (name: string): SystemDefinition["calls"][string] => mongoose.calls[name] ?? { access: "call" };

/** Documents of Couchbase, with models as in Mongoose. */
export default defineSystem({
  ...mongoose,
  title: "Ottoman",
  system: "couchbase",
  packages: ["ottoman"],
  traits: {},
  clients: [
    ...["model()", "getModel()", "new Ottoman().model()", "new Ottoman().getModel()"],
    ...["connect().model()", "new Ottoman().connect().model()", "new Model()", "Model"],
  ],
  madeBefore: [],
  decorators: {},
  calls: {
    ...mongoose.calls,
    createMany: as("create|insertMany|insertOne"),
    "updateById|replaceById": as("findByIdAndUpdate"),
    removeById: as("findByIdAndDelete|findByIdAndRemove"),
    removeMany: as("deleteMany|remove"),
  },
});
