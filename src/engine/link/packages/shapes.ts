/** What a schema lets through: the fields of zod, valibot, yup and Joi objects. https://zod.dev/api#objects · https://joi.dev/api · https://github.com/jquense/yup#object · https://valibot.dev/api/object/ */
import type { Term } from "../../model/term.ts";

/** By field: whether it is always there. */
export type Shape = ReadonlyMap<string, "always" | "maybe">;

const PACKAGES = /^(?:zod|valibot|yup|joi|@hapi\/joi|superstruct|@hono\/zod-openapi|drizzle-orm\/zod|myzod)(?:\/|$)/;
/** Of these packages a field is left out unless it is asked for. */
const OPTIONAL_UNLESS_REQUIRED = /^(?:yup|joi|@hapi\/joi)$/;

/** The type of what a schema reads, which is no instance of a class: `z.infer<typeof User>`, `Static<typeof User>`. */
export function isReadBySchema(type: string): boolean {
  return TYPES.test(type);
}

/** https://zod.dev/basics#inferring-types · https://github.com/sinclairzx81/typebox */
const TYPES = /\.(?:infer|input|output|Infer\w*)$|^(?:Infer\w+|Static|TypeOf)$/;

/** What parsing with a schema gave: `schema.parse(body)`, `schema.safeParse(body).data`, `v.parse(schema, body)`. */
export function parsedShape(term: Term): Shape | undefined {
  if (term.kind === "member") return /^(?:data|value|output)$/.test(term.name) ? parsedShape(term.of) : undefined;
  if (term.kind !== "external" || !PACKAGES.test(term.package)) return undefined;
  const last = nameOf(term);
  if (!term.arguments) return /^(?:data|value|output)$/.test(last) && term.base ? parsedShape(term.base) : undefined;
  if (!/^(?:safe)?(?:parse|validate|attempt|cast|create|mask|assert)(?:Async|Sync)?$/i.test(last)) return undefined;
  const inner = term.base && shapeOf(term.base);
  return inner ?? term.arguments.map(shapeOf).find((shape) => shape !== undefined);
}

/** Undefined where the schema cannot be read, or lets through what it does not know. */
export function shapeOf(schema: Term): Shape | undefined {
  if (schema.kind !== "external" || !PACKAGES.test(schema.package)) return undefined;
  const own = schema.arguments?.[0];
  const base = (): Shape | undefined => schema.base && shapeOf(schema.base);
  switch (nameOf(schema)) {
    case "object":
    case "strictObject":
    case "interface":
      return own ? fieldsOf(own) : new Map();
    case "keys":
    case "shape":
      return own ? fieldsOf(own) : base();
    case "extend":
    case "safeExtend":
    case "merge":
    case "augment":
    case "and":
    case "concat":
      return both(base(), own && (shapeOf(own) ?? fieldsOf(own)));
    case "intersection":
      return both(own && shapeOf(own), schema.arguments?.[1] && shapeOf(schema.arguments[1]));
    case "pick":
      return filtered(base(), own, "kept");
    case "omit":
      return filtered(base(), own, "left out");
    case "partial":
    case "deepPartial":
      return mapped(base(), "maybe");
    case "required":
      return mapped(base(), "always");
    case "looseObject":
    case "passthrough":
    case "loose":
    case "catchall":
    case "unknown":
    case "transform":
    case "pipe":
    case "or":
      return undefined;
    default:
      return base();
  }
}

/** What `z.object({ body: z.object({ … }), params: … })` says of one part of a request. */
export function partOf(schema: Term, part: "body"): Shape | undefined {
  // Fastify's `{ schema: { body: z.object({ … }) } }`.
  const own = schema.kind === "object" ? schema.fields.findLast(({ key }) => key === part)?.value : undefined;
  if (own) return shapeOf(own);
  for (let current: Term | undefined = schema; current?.kind === "external"; current = current.base) {
    const fields = nameOf(current) === "object" ? current.arguments?.[0] : undefined;
    if (fields?.kind !== "object" || !PACKAGES.test(current.package)) continue;
    const value = fields.fields.findLast(({ key }) => key === part)?.value;
    return value && shapeOf(value);
  }
  return undefined;
}

/** It lets through what it does not know, or asks nothing at all: `z.record(z.any())`, `z.object({ … }).passthrough()`. */
export function isOpenSchema(schema: Term): boolean {
  if (schema.kind !== "external" || !PACKAGES.test(schema.package)) return false;
  if (schema.arguments !== undefined && OPEN.test(nameOf(schema))) return true;
  const { base } = schema;
  // `schema.parse(body)`, `schema.optional()`; after `.pick(…)` or `.strip()` it is closed again.
  return base !== undefined && !/^(?:pick|strip|strict)$/.test(nameOf(schema)) && isOpenSchema(base);
}

const OPEN = /^(?:record|any|unknown|passthrough|loose|looseObject|catchall)$/;

function nameOf(term: Term & { readonly kind: "external" }): string {
  return (term.path.at(-1) ?? "").replace(/\(\)$/, "");
}

function fieldsOf(fields: Term): Shape | undefined {
  if (fields.kind !== "object") return undefined;
  const shape = new Map<string, "always" | "maybe">();
  for (const { key, value } of fields.fields) {
    if (key !== undefined) {
      shape.set(key, isAlways(value) ? "always" : "maybe");
      continue;
    }
    // `...base.shape`
    const of = value.kind === "external" && !value.arguments && nameOf(value) === "shape" ? value.base : value;
    const spread = of && (shapeOf(of) ?? fieldsOf(of));
    if (!spread) return undefined;
    for (const [name, there] of spread) shape.set(name, there);
  }
  return shape;
}

function isAlways(value: Term): boolean {
  const names: string[] = [];
  let package_ = "";
  for (let current: Term | undefined = value; current?.kind === "external"; current = current.base) {
    names.push(nameOf(current));
    package_ = current.package;
  }
  if (names.some((name) => /^(?:optional|nullish|nullable|default|catch|exactOptional|notRequired)$/.test(name)))
    return false;
  return !OPTIONAL_UNLESS_REQUIRED.test(package_) || names.includes("required");
}

function both(first: Shape | undefined, second: Shape | undefined): Shape | undefined {
  return first && second && new Map([...first, ...second]);
}

function filtered(shape: Shape | undefined, names: Term | undefined, are: "kept" | "left out"): Shape | undefined {
  if (!shape || names?.kind !== "object" || names.fields.some(({ key }) => key === undefined)) return undefined;
  const listed = new Set(names.fields.map(({ key }) => key));
  return new Map([...shape].filter(([name]) => listed.has(name) === (are === "kept")));
}

function mapped(shape: Shape | undefined, there: "always" | "maybe"): Shape | undefined {
  return shape && new Map([...shape.keys()].map((name) => [name, there]));
}
