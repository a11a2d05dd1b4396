/** Makes terms. Equal terms are made once, so that they can be compared, and calls memoised, by identity. */
import type { Captured, FunctionReference, InputSource, Place, Term, TermField, TermShape } from "../../model/term.ts";

export type Terms = ReturnType<typeof createTerms>;

export const NOTHING_CAPTURED: Captured = new Map();

/**
 * Deeper parts of a term are cut to `unknown`: a loop that builds a string must not build an endless term. Modules that
 * import modules need about sixteen levels, services that are made of services two for each; each further one costs
 * memory on large workspaces.
 */
const MAXIMUM_DEPTH = 24;

const MAXIMUM_CHAIN = 300;

/** Levels of what a package or an instance is given that keep their shape: `{ imports: [{ … }] }`. */
const PRUNED_LEVELS = 5;

/** `decodes`: the package's call reads a token without its key. */
export function createTerms(decodes: (packageName: string, path: readonly string[]) => boolean = () => false) {
  const table = new Map<string, Term>();
  const depths: number[] = [];

  const intern = (key: string, shape: TermShape, parts: readonly Term[]): Term =>
    table.get(key) ?? make(table, key, shape, parts);

  const make = <Key>(of: Map<Key, Term>, key: Key, shape: TermShape, parts: readonly Term[]): Term => {
    let depth = 1;
    for (const part of parts) depth = Math.max(depth, (depths[part.id] ?? 0) + 1);
    if (depth > MAXIMUM_DEPTH && parts.length > 0) return unknown([]);
    const term: Term = Object.assign(shape, { id: depths.length, marks: -1 });
    depths.push(depth);
    of.set(key, term);
    return term;
  };

  // What is asked for most, millions of times, is found without making a text of it first.
  const literals = new Map<string | number | boolean | null, Term>();
  const operations = new Map<string, Map<number, Term>>();
  const members = new Map<string, Map<number, Term>>();
  const elements = new Map<number, Term>();

  const ids = (terms: readonly Term[]): string => {
    let key = "";
    for (const term of terms) key += `${term.id},`;
    return key;
  };
  /** Files are numbered: keys are looked up millions of times, and paths are long. */
  const files = new Map<string, number>();
  const numberOf = (file: string): number => {
    let number = files.get(file);
    if (number === undefined) {
      number = files.size;
      files.set(file, number);
    }
    return number;
  };
  const at = (place: Place | undefined): string =>
    place ? `${numberOf(place.file)}:${place.at[0]}:${place.at[1]}` : "";
  const capturedKey = (captured: Captured): string => {
    let key = "";
    for (const [binding, term] of captured) key += `${binding}=${term.id},`;
    return key;
  };

  let nothingKnown: Term | undefined;
  const unknown = (parts: readonly Term[]): Term => {
    if (parts.length === 0) {
      nothingKnown ??= intern("?()", { kind: "unknown", parts: [] }, []);
      return nothingKnown;
    }
    const kept = [...new Set(parts.flatMap((part) => (part.kind === "unknown" ? part.parts : [part])))]
      .filter((part) => part.kind !== "literal" && part.kind !== "undefined")
      .slice(0, 12);
    return intern(`?(${ids(kept)})`, { kind: "unknown", parts: kept }, kept);
  };

  const isDeep = (term: Term): boolean => (depths[term.id] ?? 0) >= MAXIMUM_DEPTH;

  const knownPruned = new Map<string, Term>();
  /**
   * What a package, an instance or a function is given keeps its shape where one of its parts is too deep, so that of the
   * many things that an application is made of, only that one is unknown.
   */
  const pruned = (term: Term, depth = MAXIMUM_DEPTH, levels = PRUNED_LEVELS): Term => {
    if ((depths[term.id] ?? 0) < depth) return term;
    const key = `${term.id} ${depth} ${levels}`;
    const known = knownPruned.get(key);
    if (known) return known;
    const inside = (part: Term): Term => pruned(part, depth - 1, levels - 1);
    const made = levels > 0 ? withParts(term, inside) : unknown([]);
    knownPruned.set(key, made);
    return made;
  };
  const withParts = (term: Term, inside: (part: Term) => Term): Term => {
    switch (term.kind) {
      case "object":
        return makeObject(term.fields.map((field) => ({ ...field, value: inside(field.value) })));
      case "array":
        return makeArray(term.items.map(inside));
      case "external":
        return term.arguments
          ? makeExternal(term.package, term.path, term.base, term.arguments.map(inside), term.site)
          : unknown([]);
      case "instance":
        return makeInstance(term.class, term.arguments.map(inside));
      case "function":
        return makeFunction(term.function, prunedValues(term.captured, inside), term.self);
      case "choice":
        return makeChoice(term.options.map(inside));
      case "operation":
        return isEither(term.operator) ? makeOperation(term.operator, term.parts.map(inside)) : unknown([]);
      default:
        return unknown([]);
    }
  };
  const prunedValues = (captured: Captured, inside: (part: Term) => Term): Captured =>
    new Map([...captured].map(([binding, value]) => [binding, inside(value)]));
  const makeExternal = (
    packageName: string,
    path: readonly string[],
    base: Term | undefined,
    args: readonly Term[] | undefined,
    site: Place | undefined,
  ): Term => {
    const key = `x${packageName}|${path.join("|")}|${base?.id ?? ""}|${args ? ids(args) : "-"}|${at(site)}`;
    const known = table.get(key);
    if (known) return known;
    const decoded = args !== undefined && decodes(packageName, path);
    const shape = { kind: "external", package: packageName, path, base, arguments: args, site } as const;
    return intern(key, decoded ? { ...shape, decoded } : shape, args ?? []);
  };
  const makeObject = (fields: readonly TermField[]): Term =>
    intern(
      `o{${fields.map((field) => `${field.key ?? "*"}:${field.value.id}`).join(",")}}`,
      { kind: "object", fields },
      fields.map((field) => field.value),
    );
  const makeArray = (items: readonly Term[]): Term => intern(`a[${ids(items)}]`, { kind: "array", items }, items);

  const makeInstance = (of: Term, args: readonly Term[]): Term =>
    intern(`n${of.id}(${ids(args)})`, { kind: "instance", class: of, arguments: args }, [of, ...args]);
  const makeFunction = (reference: FunctionReference, captured: Captured, self: Term | undefined): Term =>
    intern(
      `f${numberOf(reference.file)}#${reference.index}(${capturedKey(captured)})${self?.id ?? ""}`,
      { kind: "function", function: reference, captured, ...(self ? { self } : {}) },
      [...captured.values()],
    );

  const undefinedTerm = intern("undefined", { kind: "undefined" }, []);

  const makeOperation = (operator: string, parts: readonly Term[]): Term => {
    const [first, second] = parts;
    if (!first || parts.length > 2)
      return intern(`${operator}(${ids(parts)})`, { kind: "operation", operator, parts }, parts);
    const known = within(operations, operator);
    const key = second ? (first.id + 1) * PAIRS + second.id : first.id;
    return known.get(key) ?? make(known, key, { kind: "operation", operator, parts }, parts);
  };

  const makeChoice = (options: readonly Term[]): Term => {
    const kept = [...new Set(options.flatMap((option) => (option.kind === "choice" ? option.options : [option])))];
    if (kept.length === 1 && kept[0]) return kept[0];
    if (kept.length === 0) return undefinedTerm;
    if (kept.length > 12) return unknown(kept);
    return intern(`|(${ids(kept)})`, { kind: "choice", options: kept }, kept);
  };

  return {
    undefined: undefinedTerm,
    unknown,
    choice: (options: readonly Term[]): Term => makeChoice(options.map((option) => pruned(option))),
    literal: (value: string | number | boolean | null): Term =>
      literals.get(value) ?? make(literals, value, { kind: "literal", value }, []),
    text: (parts: readonly Term[]): Term => intern(`t(${ids(parts)})`, { kind: "text", parts }, parts),
    input: (source: InputSource, path: readonly string[], framework = "", row?: Term): Term => {
      const from = source === "identity" && namesRequest(path) ? "request" : source;
      const key = `i${framework}:${from}.${path.join(".")}${row ? ` ${row.id}` : ""}`;
      return intern(key, { kind: "input", source: from, path, framework, ...(row && { row }) }, []);
    },
    environment: (name: string, is: "set" | "perhaps" = "perhaps"): Term =>
      intern(
        `e${name}${is === "set" ? "!" : ""}`,
        { kind: "environment", name, ...(is === "set" && { isSet: true }) },
        [],
      ),
    external: (
      packageName: string,
      path: readonly string[],
      base: Term | undefined,
      given: readonly Term[] | undefined,
      site: Place | undefined,
    ): Term => {
      // The length of a chain (`new Hono().get(…).post(…)`) is no depth.
      if (path.length > MAXIMUM_CHAIN) return unknown([]);
      const args = given?.map((argument) => pruned(argument));
      return makeExternal(packageName, path, base, args, site);
    },
    global: (path: readonly string[]): Term => intern(`g${path.join(".")}`, { kind: "global", path }, []),
    function: (reference: FunctionReference, given: Captured, self?: Term): Term =>
      makeFunction(
        reference,
        [...given.values()].some(isDeep) ? prunedValues(given, (value) => pruned(value)) : given,
        self,
      ),
    bound: (target: Term, given: readonly Term[]): Term => {
      const args = given.map((argument) => pruned(argument));
      return intern(`b${target.id}(${ids(args)})`, { kind: "bound", function: target, arguments: args }, [
        target,
        ...args,
      ]);
    },
    class: (file: string, index: number, captured: Captured): Term =>
      intern(`c${numberOf(file)}#${index}(${capturedKey(captured)})`, { kind: "class", file, index, captured }, []),
    instance: (of: Term, given: readonly Term[]): Term =>
      makeInstance(
        of,
        given.map((argument) => pruned(argument)),
      ),
    module: (file: string): Term => intern(`m${file}`, { kind: "module", file }, []),
    object: (given: readonly TermField[]): Term => {
      const fields = given.map((field) => (isDeep(field.value) ? { ...field, value: pruned(field.value) } : field));
      return makeObject(fields);
    },
    array: (given: readonly Term[]): Term => {
      const items = given.map((item) => (isDeep(item) ? unknown([]) : item));
      return makeArray(items);
    },
    /** A list of which nothing is left. */
    none: (): Term => intern("a[]none", { kind: "array", items: [], isEmpty: true }, []),
    member: (of: Term, name: string): Term => {
      const known = within(members, name);
      return known.get(of.id) ?? make(known, of.id, { kind: "member", of, name }, [of]);
    },
    element: (of: Term): Term => elements.get(of.id) ?? make(elements, of.id, { kind: "element", of }, [of]),
    result: (text: string, callee: Term, args: readonly Term[], place: Place): Term =>
      intern(
        `r${text}|${callee.id}(${ids(args)})${at(place)}`,
        { kind: "result", of: { text, callee, arguments: args, place } },
        [callee, ...args],
      ),
    operation: (operator: string, given: readonly Term[]): Term =>
      makeOperation(
        operator,
        given.map((part) => pruned(part)),
      ),
    unstable: (how: "time" | "random"): Term => intern(`u${how}`, { kind: "unstable", how }, []),
    /** Number of terms made, for measuring. */
    size: () => depths.length,
  };
}

/** Two ids in one number: there are never so many terms. */
const PAIRS = 2 ** 26;

function within(tables: Map<string, Map<number, Term>>, name: string): Map<number, Term> {
  let table = tables.get(name);
  if (!table) {
    table = new Map();
    tables.set(name, table);
  }
  return table;
}

/** `test ? a : b`, `a ?? b`: it is one of its parts. */
function isEither(operator: string): boolean {
  return operator === "?:" || operator === "??" || operator === "||" || operator === "&&";
}

/** Terms directly inside a term. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "text":
    case "operation":
    case "unknown":
      return term.parts;
    case "external":
      return term.base ? [term.base, ...(term.arguments ?? [])] : (term.arguments ?? []);
    case "bound":
      return [term.function, ...term.arguments];
    case "instance":
      return term.arguments;
    case "object":
      return term.fields.map((field) => field.value);
    case "array":
      return term.items;
    case "member":
    case "element":
      return [term.of];
    case "result":
      return [term.of.callee, ...term.of.arguments];
    case "choice":
      return term.options;
    default:
      return [];
  }
}

let knownWithin = new WeakMap<Term, ReadonlySet<Term>>();
let knownWithinSize = 0;
const MAXIMUM_WITHIN = 400_000;

/** The term and everything it was made from. Kept for a while: the tests of a middleware are asked on every path. */
export function termsWithin(term: Term): ReadonlySet<Term> {
  const known = knownWithin.get(term);
  if (known) return known;
  const seen = new Set<Term>();
  const stack = [term];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const part of partsOf(next)) stack.push(part);
  }
  knownWithinSize += seen.size;
  if (knownWithinSize > MAXIMUM_WITHIN) {
    knownWithin = new WeakMap();
    knownWithinSize = seen.size;
  }
  knownWithin.set(term, seen);
  return seen;
}

/** The same of several terms at once. */
export function termsWithinAll(terms: readonly Term[]): ReadonlySet<Term> {
  const seen = new Set<Term>();
  const stack = [...terms];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const part of partsOf(next)) stack.push(part);
  }
  return seen;
}

/** True where the term is `part`, or was made from it. Parts are made first, so whatever is older cannot hold it. */
export function containsTerm(term: Term, part: Term): boolean {
  if (term === part) return true;
  if (term.id <= part.id) return false;
  const seen = new Set<Term>();
  const stack = [term];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const inner of partsOf(next)) {
      if (inner === part) return true;
      if (inner.id > part.id) stack.push(inner);
    }
  }
  return false;
}

/** Tells of one term after the other whether it is one of these, or was made from one. */
export function containingAny(these: readonly Term[]): (term: Term) => boolean {
  const known = new Map<Term, boolean>(these.map((term) => [term, true]));
  const contains = (term: Term): boolean => {
    let answer = known.get(term);
    if (answer === undefined) {
      known.set(term, false);
      answer = partsOf(term).some(contains);
      known.set(term, answer);
    }
    return answer;
  };
  return contains;
}

/** The same, but without what these terms were made from, and without them. */
export function termsOutside(term: Term, these: ReadonlySet<Term>): ReadonlySet<Term> {
  const seen = new Set<Term>();
  const stack = [term];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next) || these.has(next)) continue;
    seen.add(next);
    for (const part of partsOf(next)) stack.push(part);
  }
  return seen;
}

/**
 * The same question, asked of many terms: what depends on the term alone is answered once for each of its parts. What
 * `notInside` was made from is not looked at.
 */
export function somePart(fits: (term: Term) => boolean, notInside?: ReadonlySet<Term>): (term: Term) => boolean {
  const known = new WeakMap<Term, boolean>();
  const holdsOne = (term: Term): boolean => {
    const answer = known.get(term);
    if (answer !== undefined) return answer;
    const found = !notInside?.has(term) && (fits(term) || partsOf(term).some(holdsOne));
    known.set(term, found);
    return found;
  };
  return holdsOne;
}

/** True where the term or anything it was made from fits; what `notInside` was made from is not looked at. Each part is asked once. */
export function someTerm(term: Term, fits: (term: Term) => boolean, notInside?: ReadonlySet<Term>): boolean {
  const seen = new Set<Term>();
  const stack = [term];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next) || notInside?.has(next)) continue;
    seen.add(next);
    if (fits(next)) return true;
    for (const part of partsOf(next)) stack.push(part);
  }
  return false;
}

/** `context.get("requestId")`, `context.state.traceId`: what middleware left beside who is calling, and tells one request from another. */
function namesRequest(path: readonly string[]): boolean {
  return /^(?:request|req|correlation|trace|span)_?id$/i.test(path.at(-1) ?? "");
}
