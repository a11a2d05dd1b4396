/** How a schema is written in the libraries that projects have. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { WantedImport } from "./add-import.ts";
import type { InputField, InputType } from "./input-fields.ts";

export interface SchemaLibrary {
  readonly title: string;
  readonly import: WantedImport;
  /** What checks, where it stands in a module of its own. */
  readonly checker?: WantedImport;
  /** The schema as an expression; fields that it does not name are dropped. */
  schema(local: string, fields: readonly InputField[]): string;
  /** Parses `input` without throwing. */
  parse(local: string, names: { readonly schema: string; readonly input: string }): string;
  /** What the schema gives back for `input`; throws where it does not fit. */
  demand(local: string, names: { readonly schema: string; readonly input: string }): string;
  /** True where the input did not fit. */
  failed(parsed: string, schema: string): string;
  /** What the schema gave back. */
  value(parsed: string): string;
}

/** The first of these that the application's package.json names. */
export function schemaLibrary(model: ServiceModel, { app }: EntryPoint): SchemaLibrary | undefined {
  const texts = [app === "" ? "package.json" : `${app}/package.json`, "package.json"].map(
    (path) => model.text(path) ?? "",
  );
  const name = Object.keys(LIBRARIES).find((one) => texts.some((text) => text.includes(`"${one}"`)));
  return name === undefined ? undefined : LIBRARIES[name];
}

function object(fields: readonly InputField[], type: (field: InputField) => string): string {
  return `{ ${fields.map((field) => `${field.name}: ${type(field)}`).join(", ")} }`;
}

const ZOD: Readonly<Record<InputType, string>> = {
  text: "string()",
  number: "number()",
  boolean: "boolean()",
  date: "coerce.date()",
  list: "array(z.any())",
  any: "any()",
};
const VALIBOT: Readonly<Record<InputType, (v: string) => string>> = {
  text: (v) => `${v}.string()`,
  number: (v) => `${v}.number()`,
  boolean: (v) => `${v}.boolean()`,
  date: (v) => `${v}.pipe(${v}.string(), ${v}.isoTimestamp())`,
  list: (v) => `${v}.array(${v}.any())`,
  any: (v) => `${v}.any()`,
};
const JOI: Readonly<Record<InputType, string>> = {
  text: "string()",
  number: "number()",
  boolean: "boolean()",
  date: "date()",
  list: "array()",
  any: "any()",
};

const TYPEBOX: Readonly<Record<InputType, string>> = {
  text: "String()",
  number: "Number()",
  boolean: "Boolean()",
  date: "String()",
  list: "Array(Type.Any())",
  any: "Any()",
};
const YUP: Readonly<Record<InputType, string>> = {
  text: "string()",
  number: "number()",
  boolean: "boolean()",
  date: "date()",
  list: "array()",
  any: "mixed()",
};

const LIBRARIES: Readonly<Record<string, SchemaLibrary>> = {
  // https://zod.dev/basics
  zod: {
    title: "zod",
    import: { module: "zod", name: "z" },
    schema: (z, fields) =>
      `${z}.object(${object(fields, (field) => `${z}.${ZOD[field.type].replaceAll("z.", `${z}.`)}${field.nullable ? ".nullish()" : field.optional ? ".optional()" : ""}`)})`,
    parse: (_, { schema, input }) => `${schema}.safeParse(${input})`,
    demand: (_, { schema, input }) => `${schema}.parse(${input})`,
    failed: (parsed) => `!${parsed}.success`,
    value: (parsed) => `${parsed}.data`,
  },
  // https://valibot.dev/guides/parse-data/
  valibot: {
    title: "valibot",
    import: { module: "valibot", name: "*", as: "v" },
    schema: (v, fields) =>
      `${v}.object(${object(fields, (field) => {
        const type = VALIBOT[field.type](v);
        return field.optional ? `${v}.${field.nullable ? "nullish" : "optional"}(${type})` : type;
      })})`,
    parse: (v, { schema, input }) => `${v}.safeParse(${schema}, ${input})`,
    demand: (v, { schema, input }) => `${v}.parse(${schema}, ${input})`,
    failed: (parsed) => `!${parsed}.success`,
    value: (parsed) => `${parsed}.output`,
  },
  // https://joi.dev/api
  joi: {
    title: "joi",
    import: { module: "joi", name: "default", as: "Joi" },
    schema: (joi, fields) =>
      `${joi}.object(${object(fields, ({ type, optional, nullable }) => `${joi}.${JOI[type]}${nullable ? ".allow(null)" : optional ? "" : ".required()"}`)})`,
    parse: (_, { schema, input }) => `${schema}.validate(${input}, { stripUnknown: true })`,
    demand: (joi, { schema, input }) => `${joi}.attempt(${input}, ${schema}, { stripUnknown: true })`,
    failed: (parsed) => `${parsed}.error`,
    value: (parsed) => `${parsed}.value`,
  },
  // https://github.com/sinclairzx81/typebox#values
  "@sinclair/typebox": {
    title: "TypeBox",
    import: { module: "@sinclair/typebox", name: "Type" },
    checker: { module: "@sinclair/typebox/value", name: "Value" },
    schema: (type, fields) =>
      `${type}.Object(${object(fields, (field) => {
        const bare = `${type}.${TYPEBOX[field.type].replace("Type.", `${type}.`)}`;
        const wide = field.nullable ? `${type}.Union([${bare}, ${type}.Null()])` : bare;
        return field.optional ? `${type}.Optional(${wide})` : wide;
      })})`,
    parse: (_, { schema, input }) => `Value.Clean(${schema}, ${input})`,
    demand: (_, { schema, input }) => `Value.Parse(${schema}, ${input})`,
    failed: (parsed, schema) => `!Value.Check(${schema}, ${parsed})`,
    value: (parsed) => parsed,
  },
  // https://github.com/jquense/yup#api
  yup: {
    title: "yup",
    import: { module: "yup", name: "*", as: "yup" },
    schema: (yup, fields) =>
      `${yup}.object(${object(fields, ({ type, optional, nullable }) => `${yup}.${YUP[type]}${nullable ? ".nullable()" : ""}${optional ? "" : ".required()"}`)})`,
    parse: (_, { schema, input }) =>
      `${schema}.isValidSync(${input}) ? ${schema}.cast(${input}, { stripUnknown: true }) : undefined`,
    demand: (_, { schema, input }) => `${schema}.validateSync(${input}, { stripUnknown: true })`,
    failed: (parsed) => `${parsed} === undefined`,
    value: (parsed) => parsed,
  },
};
