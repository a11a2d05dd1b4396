// https://zod.dev/basics · https://joi.dev/api · https://github.com/jquense/yup · https://valibot.dev/guides/parse-data/ · https://ajv.js.org/guide/getting-started.html
import { defineSystem } from "./define-system.ts";

const throws = { kind: "validation", how: "throws" } as const;
const returns = { kind: "validation", how: "returns" } as const;

export default defineSystem({
  title: "Schema validation",
  category: "observability",
  packages: [
    "zod",
    "joi",
    "@hapi/joi",
    "yup",
    "valibot",
    "ajv",
    "superstruct",
    "class-validator",
    "@sinclair/typebox",
    "@sinclair/typebox/value",
    "typebox",
    "arktype",
    "io-ts",
    "runtypes",
    "myzod",
    "@effect/schema",
    "zod-form-data",
    "sveltekit-superforms",
    "sveltekit-superforms/server",
    "sveltekit-superforms/adapters",
    "@conform-to/zod",
    "@conform-to/yup",
    "@conform-to/valibot",
    // https://www.rvf-js.io/guides/quick-start · https://www.npmjs.com/package/@remix-validated-form/with-zod
    "@remix-validated-form/with-zod",
    "@remix-validated-form/with-yup",
    "remix-validated-form",
    "@rvf/zod",
    "@rvf/yup",
    "@rvf/core",
    // https://docs.meteor.com/api/check.html
    "meteor/check",
  ],
  clients: [],
  calls: {},
  guards: {
    "**.parse()|parseAsync()|validateAsync()|attempt()|assert()|validateOrReject()|Parse()|Decode()|Assert()|create()|mask()|check()":
      throws,
    "**.safeParse()|safeParseAsync()|validate()|validateSync()|Check()|Errors()|isValid()|isValidSync()|decode()|guard()":
      returns,
    // new Ajv().compile(schema)(data), type({ … })(data)
    "new default()|new Ajv().compile()()": returns,
    "type()()": returns,
    // https://superforms.rocks/api#supervalidate · https://conform.guide/api/zod/parseWithZod
    "superValidate()|parseWithZod()|parseWithYup()|parseWithValibot()": returns,
  },
});
