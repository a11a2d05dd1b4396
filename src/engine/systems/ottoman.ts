// https://ottomanjs.com/docs/api/functions/model · https://ottomanjs.com/docs/basic/query-builder
import { defineSystem } from "./define-system.ts";
import mongoose from "./mongoose.ts";

const { calls } = mongoose;

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
    ...calls,
    createMany: calls["create|insertMany|insertOne"] ?? {},
    "updateById|replaceById": calls["findByIdAndUpdate"] ?? {},
    removeById: calls["findByIdAndDelete|findByIdAndRemove"] ?? {},
    removeMany: calls["deleteMany|remove"] ?? {},
  },
});
