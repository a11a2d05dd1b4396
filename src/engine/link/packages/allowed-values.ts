/** Which texts a schema lets a field have: `z.enum(["buyer", "seller"])`, `Joi.valid("buyer")`, `@IsIn(["buyer"])`. */
import type { Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";

/** By the name of the field. */
export type AllowedValues = ReadonlyMap<string, readonly string[]>;

/** The texts that the schemas on the path leave for a field of this name; undefined where none lists them. */
export function allowedValues(path: Path, field: string): readonly string[] | undefined {
  for (const event of path.events) {
    if (event.kind !== "guard" || event.guard !== "validation") continue;
    const found =
      event.allows?.get(field) ??
      [event.call.callee, ...event.call.arguments].map((term) => listedIn(term).get(field)).find((one) => one);
    if (found) return found;
  }
  return undefined;
}

const known = new WeakMap<Term, AllowedValues>();
const MAXIMUM_DEPTH = 8;

/** What a schema lists, for each of its fields, wherever in it the field stands. */
export function listedIn(schema: Term): AllowedValues {
  let found = known.get(schema);
  if (!found) {
    const lists = new Map<string, readonly string[]>();
    gather(schema, lists, 0);
    known.set(schema, lists);
    found = lists;
  }
  return found;
}

function gather(schema: Term, into: Map<string, readonly string[]>, depth: number): void {
  if (depth > MAXIMUM_DEPTH) return;
  if (schema.kind === "object") {
    for (const { key, value } of schema.fields) {
      const list = key === undefined || into.has(key) ? undefined : listOf(value);
      if (key !== undefined && list) into.set(key, list);
      else gather(value, into, depth + 1);
    }
  }
  if (schema.kind !== "external") return;
  for (const part of schema.arguments ?? []) gather(part, into, depth + 1);
  if (schema.base) gather(schema.base, into, depth + 1);
}

/** The texts of one field's schema: of a list, a literal, or a choice between such. */
function listOf(schema: Term): readonly string[] | undefined {
  // JSON Schema, as Fastify reads it.
  if (schema.kind === "object") {
    const list = schema.fields.find(({ key }) => key === "enum")?.value;
    return list && textsOf(list);
  }
  for (let current: Term | undefined = schema; current?.kind === "external"; current = current.base) {
    const name = (current.path.at(-1) ?? "").replace(/\(\)$/, "");
    const given = current.arguments ?? [];
    if (/^(?:optional|nullable|nullish|Optional)$/.test(name) && given[0]) return listOf(given[0]);
    if (/^(?:enum|nativeEnum|oneOf|picklist|enums|enum_|IsIn|IsEnum|Enum)$/.test(name))
      return given[0] && textsOf(given[0]);
    if (/^(?:valid|equal|literal|Literal)$/.test(name)) return joined(given.map(textsOf));
    if (/^(?:union|Union|or|oneOfType)$/.test(name)) {
      const [list] = given;
      return joined((list?.kind === "array" ? list.items : given).map(listOf));
    }
  }
  return undefined;
}

/** A list of texts, or an enumeration that is written out. */
export function textsOf(term: Term): readonly string[] | undefined {
  if (term.kind === "literal") return [String(term.value)];
  if (term.kind === "array") return joined(term.items.map(textsOf));
  if (term.kind === "object") return joined(term.fields.map(({ value }) => textsOf(value)));
  return undefined;
}

/** All of them together, where all are known. */
function joined(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const known = lists.flatMap((list) => (list ? [list] : []));
  return known.length > 0 && known.length === lists.length ? known.flat() : undefined;
}
