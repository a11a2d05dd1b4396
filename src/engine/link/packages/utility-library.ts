/**
 * Functions of libraries that do what the language's own do: lists and objects that are written out are run item by item,
 * compositions run their functions in order.
 * https://lodash.com/docs · https://github.com/lodash/lodash/wiki/FP-Guide · https://underscorejs.org · https://ramdajs.com/docs
 */
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { type Call, invoke } from "../evaluate/call.ts";
import { knownFields } from "../evaluate/known-fields.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { memberOf } from "../evaluate/members.ts";
import { binary } from "../evaluate/operators.ts";
import { asOfNow, isUnrolled, MAXIMUM_UNROLLED } from "../evaluate/unrolled.ts";

/** What the function gives; undefined where the package is none of these, or nothing is known of what it is given. */
export function callUtility(
  linker: Linker,
  activation: Activation,
  target: ExternalTerm,
  call: Call,
): Term | undefined {
  const made = REMEMBERED.test(`${target.package} ${target.path.join(".")}`) ? call.arguments[1] : undefined;
  if (made)
    return invoke(linker, activation, { ...call, object: undefined, name: undefined, target: made, arguments: [] });
  const named = nameIn(target);
  if (!named || call.expression.new) return undefined;
  const { name, dataLast } = named;
  const given = call.arguments;
  if (name === COMPOSED) return runComposed(linker, activation, call);
  if (COMPOSES.has(name)) return composition(linker, target, name, given);
  if (name === "partial" && given[0]) return linker.terms.bound(given[0], given.slice(1));
  const arity = ITERATES.has(name) ? 2 : FOLDS.has(name) ? 3 : (ARITIES[name] ?? 1);
  if (dataLast && given.length > 0 && given.length < arity) return linker.terms.bound(target, given);
  const context: Context = { linker, activation, call, dataLast };
  if (ITERATES.has(name) || FOLDS.has(name)) {
    const data = given[dataLast ? arity - 1 : 0];
    const callback = given[dataLast ? 0 : 1];
    const start = FOLDS.has(name) ? given[dataLast ? 1 : 2] : undefined;
    return data && callback && iterate(context, name, data, callback, start);
  }
  return combine(context, name, given);
}

interface Context {
  readonly linker: Linker;
  readonly activation: Activation;
  readonly call: Call;
  /** Functions first, what they work on last, and given one by one (lodash/fp, Ramda). */
  readonly dataLast: boolean;
}

/** `remember("prisma", () => new PrismaClient())` gives what the function made at first. https://github.com/epicweb-dev/remember */
const REMEMBERED = /^@epic-web\/remember (?:remember|default)$/;

const LIBRARY =
  /^(lodash|lodash-es|underscore|ramda|rambda)(\/fp(?:\.js)?)?(?:[./](?:src\/|es\/)?([a-zA-Z]+)(?:\.[cm]?js)?)?$/;
const COMPOSED = "(composed)";
/** Whether they run their functions from the last to the first. */
const COMPOSES: ReadonlyMap<string, boolean> = new Map([
  ["flow", false],
  ["pipe", false],
  ["flowRight", true],
  ["compose", true],
]);
const ITERATES = new Set([
  ...["forEach", "each", "forOwn", "forIn", "forEachObjIndexed", "map", "flatMap", "chain", "mapValues", "filter"],
  ...["reject", "sortBy", "orderBy", "uniqBy", "find", "some", "any", "every", "all"],
]);
const FOLDS = new Set(["reduce", "foldl"]);
const ARITIES: Readonly<Record<string, number>> = {
  ...{
    concat: 2,
    union: 2,
    merge: 2,
    mergeRight: 2,
    mergeDeepRight: 2,
    assign: 2,
    extend: 2,
    get: 2,
    pick: 2,
    omit: 2,
  },
  ...{ has: 2, isEqual: 2, equals: 2, includes: 2, contains: 2, append: 2, prepend: 2 },
};

function nameIn({
  package: name,
  path,
}: ExternalTerm): { readonly name: string; readonly dataLast: boolean } | undefined {
  const [, library = "", functional, part] = LIBRARY.exec(name) ?? [];
  const exported = path.length === 0 || (path.length === 1 && path[0] === "default") ? part : path[0];
  if (library === "" || exported === undefined || path.length > 1) return undefined;
  return { name: exported, dataLast: functional !== undefined || /^ramb?da$/.test(library) };
}

/** `flow(f, g)`, `flow([f, g])`: a function that runs them one after the other. */
function composition({ terms }: Linker, target: ExternalTerm, name: string, given: readonly Term[]): Term {
  const listed = given.flatMap((one) => (one.kind === "array" ? one.items : [one]));
  const functions = COMPOSES.get(name) === true ? listed.toReversed() : listed;
  return terms.bound(terms.external(target.package, [COMPOSED], undefined, undefined, undefined), [
    terms.array(functions),
  ]);
}

function runComposed(linker: Linker, activation: Activation, call: Call): Term {
  const [functions, ...given] = call.arguments;
  let values: readonly Term[] = given;
  for (const one of functions?.kind === "array" ? functions.items : [])
    values = [apply({ linker, activation, call, dataLast: true }, one, values)];
  return values[0] ?? linker.terms.undefined;
}

function apply({ linker, activation, call }: Context, target: Term, given: readonly Term[]): Term {
  return invoke(linker, activation, {
    ...call,
    object: undefined,
    name: undefined,
    target: asOfNow(linker, activation, target),
    arguments: given,
  });
}

interface Entry {
  readonly key: Term;
  readonly value: Term;
}

/** Items with their keys, of a list or an object that is written out. */
function entriesOf({ linker }: Context, data: Term): readonly Entry[] | undefined {
  if (data.kind === "array")
    return isUnrolled(data)
      ? data.items.map((value, index) => ({ key: linker.terms.literal(index), value }))
      : undefined;
  const fields = knownFields(linker, data);
  if (!fields || fields.length > MAXIMUM_UNROLLED) return undefined;
  return fields.map(({ key, value }) => ({ key: linker.terms.literal(key), value }));
}

function iterate(
  context: Context,
  name: string,
  data: Term,
  callback: Term,
  start: Term | undefined,
): Term | undefined {
  const { terms } = context.linker;
  const entries = entriesOf(context, data);
  if (!entries) return undefined;
  if (FOLDS.has(name))
    return entries.reduce(
      (made, { key, value }) => apply(context, callback, [made, value, key]),
      start ?? terms.undefined,
    );
  const values = entries.map(({ value }) => value);
  if (/^(?:sortBy|orderBy|uniqBy)$/.test(name)) return terms.array(values);
  const one = ({ key, value }: Entry): Term =>
    callback.kind === "literal"
      ? memberOf(context.linker, value, String(callback.value))
      : apply(context, callback, context.dataLast ? [value] : [value, key, data]);
  const results = entries.map(one);
  switch (name) {
    case "map":
      return terms.array(results);
    case "flatMap":
    case "chain":
      return terms.array(results.flatMap((result) => (result.kind === "array" ? result.items : [result])));
    case "mapValues":
      return terms.object(
        entries.map(({ key }, index) => ({ key: textOf(key), value: results[index] ?? terms.undefined })),
      );
    case "filter":
    case "reject":
      return terms.array(values);
    case "find":
      return terms.choice([...values, terms.undefined]);
    case "some":
    case "any":
    case "every":
    case "all":
      return terms.operation(/^(?:some|any)$/.test(name) ? "some" : "every", [data, ...results]);
    default:
      return data;
  }
}

function textOf(key: Term): string {
  return key.kind === "literal" ? String(key.value) : "";
}

/** Functions that take no other functions. */
function combine(context: Context, name: string, given: readonly Term[]): Term | undefined {
  const { linker, dataLast } = context;
  const { terms } = linker;
  const [first, second] = given;
  const data = dataLast ? given.at(-1) : first;
  if (!first || !data) return undefined;
  switch (name) {
    case "has": {
      const key = dataLast ? first : second;
      return key?.kind === "literal" ? terms.operation("in", [key, data]) : undefined;
    }
    case "merge":
    case "mergeRight":
    case "mergeDeepRight":
    case "assign":
    case "extend":
      return merged(linker, given, name.startsWith("merge") && name !== "mergeRight");
    case "concat":
    case "union":
      return given.every(isKnownItem) ? terms.array(given.flatMap(itemsIn)) : undefined;
    case "append":
      return second?.kind === "array" ? terms.array([...second.items, first]) : undefined;
    case "prepend":
      return second?.kind === "array" ? terms.array([first, ...second.items]) : undefined;
    case "flatten":
    case "unnest":
      return first.kind === "array" ? terms.array(first.items.flatMap(itemsIn)) : undefined;
    case "flattenDeep":
      return first.kind === "array" ? terms.array(deepItems(first, 0)) : undefined;
    case "compact":
    case "uniq":
    case "sort":
      return first.kind === "array" ? first : undefined;
    case "values":
    case "keys": {
      const entries = first.kind === "array" ? undefined : entriesOf(context, first);
      return entries && terms.array(entries.map(({ key, value }) => (name === "keys" ? key : value)));
    }
    case "toPairs":
    case "entries": {
      const entries = first.kind === "array" ? undefined : entriesOf(context, first);
      return entries && terms.array(entries.map(({ key, value }) => terms.array([key, value])));
    }
    case "pick":
    case "omit":
      return withFields(linker, data, dataLast ? given.slice(0, -1) : given.slice(1), name);
    case "cloneDeep":
    case "clone":
    case "identity":
      return first;
    case "isArray":
      return isList(linker, first);
    case "isFunction":
    case "isObject":
    case "isPlainObject":
    case "isString":
      return isOfKind(linker, name, first);
    case "isUndefined":
      return binary(linker, "===", first, terms.undefined);
    case "isNull":
      return binary(linker, "===", first, terms.literal(null));
    case "isEqual":
    case "equals":
      return second && terms.operation("===", [first, second]);
    case "get": {
      const path = dataLast ? first : second;
      return path?.kind === "literal" && typeof path.value === "string" && given.length === 2
        ? path.value.split(".").reduce((value, part) => memberOf(linker, value, part), data)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** `omit(options, "name")`, `pick(options, ["controllers"])` of an object that is written out. */
function withFields(linker: Linker, of: Term, given: readonly Term[], name: "pick" | "omit"): Term | undefined {
  const keys = given.flatMap((one) => (one.kind === "array" ? one.items : [one]));
  const fields = knownFields(linker, of);
  if (!fields || !keys.every((key) => key.kind === "literal")) return undefined;
  const named = new Set(keys.map((key) => (key.kind === "literal" ? String(key.value) : "")));
  return linker.terms.object(fields.filter(({ key }) => named.has(key) === (name === "pick")));
}

/** Whether a value is an array, where that is known. */
export function isList({ terms }: Linker, value: Term): Term | undefined {
  return WRITTEN_OUT.has(value.kind) ? terms.literal(value.kind === "array") : undefined;
}

const WRITTEN_OUT = new Set<Term["kind"]>(["array", "object", "function", "literal", "undefined", "class"]);

function isOfKind({ terms }: Linker, name: string, value: Term): Term | undefined {
  if (!WRITTEN_OUT.has(value.kind)) return undefined;
  if (name === "isFunction") return terms.literal(value.kind === "function" || value.kind === "class");
  if (name === "isString") return terms.literal(value.kind === "literal" && typeof value.value === "string");
  const isPlain = value.kind === "object";
  return terms.literal(isPlain || (name === "isObject" && (value.kind === "array" || value.kind === "function")));
}

function isKnownItem(term: Term): boolean {
  return term.kind === "array" || term.kind === "object" || term.kind === "function";
}

function itemsIn(term: Term): readonly Term[] {
  return term.kind === "array" ? term.items : [term];
}

function deepItems(term: Term, depth: number): readonly Term[] {
  return term.kind === "array" && depth < 8 ? term.items.flatMap((item) => deepItems(item, depth + 1)) : [term];
}

/** One object with the fields of all; `deep` objects below one name are merged, too. */
function merged(linker: Linker, given: readonly Term[], deep: boolean): Term | undefined {
  const { terms } = linker;
  const sources = given.map((one) => knownFields(linker, one));
  if (sources.some((fields) => fields === undefined))
    return sources.some((fields) => fields !== undefined) ? terms.object(given.map((value) => ({ value }))) : undefined;
  const found = new Map<string, Term>();
  for (const { key, value } of sources.flatMap((fields) => fields ?? [])) {
    const before = found.get(key);
    const both = deep && before && before !== value ? merged(linker, [before, value], deep) : undefined;
    found.set(key, both ?? value);
  }
  return terms.object([...found].map(([key, value]) => ({ key, value })));
}
