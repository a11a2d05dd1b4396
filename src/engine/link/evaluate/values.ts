/** Values of names: module level bindings, imports, exports. Made on demand, once, without running the whole module. */
import type { Expression, Pattern, TypeReference } from "../../facts/file-facts.ts";
import { moduleSpecifiers } from "../../facts/imports.ts";
import type { Place, Term, TermField } from "../../model/term.ts";
import { createFileIndex, type FileIndex } from "../files/file-index.ts";
import { withModels } from "../packages/model-folder.ts";
import { isReadBySchema } from "../packages/shapes.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { noteAddedMembers, noteExportedBeside } from "../values/added-members.ts";
import { heldByType } from "../values/held.ts";
import { implementationOf } from "../values/implementations.ts";
import { importInReach } from "../values/in-reach.ts";
import { bindAhead } from "../values/late-locals.ts";
import { withPushed, withPushedAtTop } from "../values/pushed.ts";
import { membersByType } from "../values/typed-members.ts";
import { assignPattern } from "./assign.ts";
import { callFunction } from "./call-function.ts";
import { evaluate } from "./evaluate.ts";
import { filledAtTop, filledExports } from "./filled-at-top.ts";
import { createActivation, factsOf, type Linker } from "./linker.ts";
import { memberOf } from "./members.ts";
import type { Step } from "./steps.ts";

/** A value made by evaluation, with the steps that making it takes. */
export interface ModuleValue {
  readonly term: Term;
  readonly steps: readonly Step[];
}

export function indexOf(linker: Linker, file: string): FileIndex | undefined {
  const make = (): FileIndex | undefined => {
    const facts = factsOf(linker, file);
    return facts && createFileIndex(facts);
  };
  return linker.memo.get(linker.memo.keyOf("index", file, 0), make, () => undefined);
}

/** A module level expression, evaluated once. The steps it takes belong to the run of the module. */
export function moduleValue(linker: Linker, file: string, expression: Expression): ModuleValue {
  const nothing: ModuleValue = { term: linker.terms.unknown([]), steps: [] };
  const make = (): ModuleValue => {
    const facts = factsOf(linker, file);
    if (!facts) return nothing;
    const activation = createActivation(file, facts, 0, NOTHING_CAPTURED, undefined);
    const term = evaluate(linker, activation, expression);
    if (activation.steps.length > 0) noteMade(linker, file, expression);
    return { term, steps: activation.steps };
  };
  return linker.memo.get(`value ${file}:${expression.at[0]}:${expression.at[1]}`, make, () => nothing);
}

function noteMade(linker: Linker, file: string, expression: Expression): void {
  const known = linker.madeAtTop.get(file);
  if (known) known.add(expression.at[0]);
  else linker.madeAtTop.set(file, new Set([expression.at[0]]));
}

/** What a module level binding stands for. */
export function bindingValue(linker: Linker, file: string, binding: number): Term {
  const unknown = () => linker.terms.unknown([]);
  const declared = () =>
    linker.memo.get(`declared ${file}#${binding}`, () => declaredValue(linker, file, binding), unknown);
  // Members assigned to it may refer to it: while they are read, it is what it was declared as.
  return linker.memo.get(
    linker.memo.keyOf("binding", file, binding),
    () => {
      const initial = declared();
      const value = withModels(linker, file, binding, withPlaces(linker, file, binding, initial));
      return value === initial ? withLoops(linker, file, binding, initial) : value;
    },
    declared,
  );
}

function declaredValue(linker: Linker, file: string, binding: number): Term {
  const { terms } = linker;
  const facts = factsOf(linker, file);
  const bound = facts?.bindings[binding];
  if (!facts || !bound) return terms.unknown([]);
  if (bound.import !== undefined) {
    const imported = facts.imports[bound.import];
    return imported ? importedValue(linker, file, imported.module, imported.name) : terms.unknown([]);
  }
  if (bound.function !== undefined) return terms.function({ file, index: bound.function }, NOTHING_CAPTURED);
  if (bound.class !== undefined) return terms.class(file, bound.class, NOTHING_CAPTURED);
  const index = indexOf(linker, file);
  const declaration = index?.declarations.get(binding);
  const options: Term[] = [];
  if (declaration?.value) options.push(destructured(linker, file, declaration.pattern, declaration.value, binding));
  else if (bound.kind === "enum" && bound.members) options.push(enumValue(linker, file, bound.members));
  else if (bound.type) options.push(...[typedValue(linker, file, bound.type)].filter((term) => term !== undefined));
  if (bound.reassigned) {
    for (const assigned of index?.assignments.get(binding) ?? []) {
      options.push(
        assigned.owner === 0 ? moduleValue(linker, file, assigned.value).term : lateValue(linker, file, assigned),
      );
    }
  }
  const certain = options.filter(
    (term) => term.kind !== "undefined" && !(term.kind === "literal" && term.value === null),
  );
  return certain.length > 0 ? terms.choice(certain) : (options[0] ?? terms.unknown([]));
}

/** A value given inside a function: its names are those of that function, with unknown parameters. */
function lateValue(
  linker: Linker,
  file: string,
  assigned: { readonly value: Expression; readonly owner: number },
): Term {
  const unknown = () => linker.terms.unknown([]);
  const make = (): Term => {
    const facts = factsOf(linker, file);
    if (!facts) return unknown();
    const activation = createActivation(file, facts, assigned.owner, NOTHING_CAPTURED, undefined);
    const given = linker.named?.given(file, assigned.owner) ?? [];
    facts.functions[assigned.owner]?.parameters.forEach(({ pattern }, position) => {
      const value = given[position];
      if (value) assignPattern(linker, activation, pattern, value);
    });
    bindAhead(linker, activation, facts.functions[assigned.owner]?.body ?? [], assigned.value.at[0]);
    return evaluate(linker, activation, assigned.value);
  };
  return linker.memo.get(`late ${file}:${assigned.value.at[0]}`, make, unknown);
}

function enumValue(
  linker: Linker,
  file: string,
  members: readonly { readonly key?: string; readonly value: Expression }[],
): Term {
  const fields: TermField[] = members.map((member) => ({
    ...(member.key === undefined ? {} : { key: member.key }),
    value: moduleValue(linker, file, member.value).term,
  }));
  return linker.terms.object(fields);
}

function destructured(linker: Linker, file: string, pattern: Pattern, value: Expression, binding: number): Term {
  const { term } = moduleValue(linker, file, value);
  const facts = factsOf(linker, file);
  if (!facts) return linker.terms.unknown([]);
  const type = facts.bindings[binding]?.type;
  if (pattern.kind === "binding") return type ? heldByType(linker, file, value, type, term) : term;
  const activation = createActivation(file, facts, 0, NOTHING_CAPTURED, undefined);
  assignPattern(linker, activation, pattern, term);
  return activation.locals.get(binding) ?? linker.terms.unknown([term]);
}

function withLoops(linker: Linker, file: string, binding: number, declared: Term): Term {
  const { pattern, value } = indexOf(linker, file)?.declarations.get(binding) ?? {};
  if (pattern?.kind !== "binding" || value === undefined) return declared;
  const filled = filledAtTop(linker, file, binding, () => moduleValue(linker, file, value).term);
  return filled ?? withPushedAtTop(linker, file, binding, withPushed(linker, file, binding, declared));
}

function withPlaces(linker: Linker, file: string, binding: number, initial: Term): Term {
  noteAddedMembers(linker, file, binding, initial);
  if (initial.kind !== "object") return initial;
  const places = (indexOf(linker, file)?.places.get(binding) ?? []).filter(
    (place) => place.owner === 0 && !place.name.includes("."),
  );
  if (places.length === 0) return initial;
  const added = places.map((place) => ({ key: place.name, value: moduleValue(linker, file, place.value).term }));
  return linker.terms.object([...initial.fields, ...added]);
}

/** What `import { name } from "module"` means in `from`; `"*"` and `require` give the module itself. */
export function importedValue(linker: Linker, from: string, module: string, name: string): Term {
  const { terms } = linker;
  const handedOn = linker.adapters.handedOn(name, module);
  if (handedOn) return memberOf(linker, terms.external(handedOn, [], undefined, undefined, undefined), name);
  const target = linker.modules.resolve(from, module);
  if (target.kind === "file") return exportedValue(linker, target.path, name);
  if (target.kind === "package") {
    const packageName = target.subpath === "" ? target.name : `${target.name}/${target.subpath}`;
    const ofPlatform = importInReach(linker, from, packageName, name);
    if (ofPlatform) return ofPlatform;
    const generated = linker.adapters.knows(packageName) ? undefined : linker.adapters.generated(name, module);
    const root = terms.external(generated ?? packageName, [], undefined, undefined, undefined);
    return name === "*" || name === "" ? root : memberOf(linker, root, name);
  }
  const generated = linker.adapters.generated(name, module);
  if (generated) return memberOf(linker, terms.external(generated, [], undefined, undefined, undefined), name);
  return terms.result(`import ${name} from "${module}"`, terms.unknown([]), [], { file: from, at: [0, 0] });
}

/** What a file exports under a name. `"*"` is the whole module. */
export function exportedValue(linker: Linker, file: string, name: string): Term {
  const unknown = () => linker.terms.unknown([]);
  return linker.memo.get(
    `export ${file}|${name}`,
    () => generatedExport(linker, file, name) ?? findExport(linker, file, name) ?? unknown(),
    unknown,
  );
}

/** A client that a generator has written into the workspace is what its package gives. */
function generatedExport(linker: Linker, file: string, name: string): Term | undefined {
  const { adapters, memo, sources, terms } = linker;
  if (!adapters.mayBeGenerated(name)) return undefined;
  memo.touch(file);
  const imports = moduleSpecifiers(sources.text(file) ?? "").map(({ module }) => module);
  const owner = adapters.generatedFile(name, imports);
  return owner === undefined
    ? undefined
    : memberOf(linker, terms.external(owner, [], undefined, undefined, undefined), name);
}

function findExport(linker: Linker, file: string, name: string): Term | undefined {
  const facts = factsOf(linker, file);
  if (!facts) return undefined;
  const whole = facts.exports.findLast((found) => found.name === "export=");
  if (name === "*") {
    const own = whole ? exportTerm(linker, file, whole) : linker.terms.module(file);
    const filled = own?.kind === "object" ? filledExports(linker, file) : [];
    const given = own?.kind === "object" && filled.length > 0 ? linker.terms.object([...own.fields, ...filled]) : own;
    if (whole && given) noteExportedBeside(linker, file, given);
    return given;
  }
  const direct = facts.exports.findLast((found) => found.name === name);
  if (direct) return exportTerm(linker, file, direct);
  const filled = filledExports(linker, file).findLast(({ key }) => key === name);
  if (filled) return filled.value;
  if (whole) {
    const value = exportTerm(linker, file, whole);
    if (name === "default") return value;
    return value && memberOf(linker, value, name);
  }
  if (name !== "default") {
    for (const found of facts.exports) {
      if (found.name !== "*" || !found.from) continue;
      const target = linker.modules.resolve(file, found.from.module);
      if (target.kind !== "file") continue;
      if (exportNames(linker, target.path).has(name)) return exportedValue(linker, target.path, name);
    }
    const outside = facts.exports.find(
      (found) => found.name === "*" && found.from && linker.modules.resolve(file, found.from.module).kind === "package",
    );
    return outside?.from ? importedValue(linker, file, outside.from.module, name) : undefined;
  }
  // `exports.a = …` imported as a default: the module itself.
  return facts.exports.length > 0 && facts.imports.every((found) => found.name !== "default")
    ? linker.terms.module(file)
    : undefined;
}

function exportTerm(
  linker: Linker,
  file: string,
  found: {
    readonly binding?: number;
    readonly value?: Expression;
    readonly from?: { readonly module: string; readonly name: string };
  },
): Term | undefined {
  if (found.binding !== undefined && found.binding >= 0) return bindingValue(linker, file, found.binding);
  if (found.value) return moduleValue(linker, file, found.value).term;
  return found.from ? importedValue(linker, file, found.from.module, found.from.name) : undefined;
}

/** Every name a file exports, through `export *` too. */
export function exportNames(linker: Linker, file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const names = new Set<string>();
  if (seen.has(file)) return names;
  seen.add(file);
  for (const found of factsOf(linker, file)?.exports ?? []) {
    if (found.name !== "*" && found.name !== "export=") names.add(found.name);
    if (found.name === "*" && found.from) {
      const target = linker.modules.resolve(file, found.from.module);
      if (target.kind === "file")
        for (const name of exportNames(linker, target.path, seen)) if (name !== "default") names.add(name);
    }
    if (found.name === "export=") {
      const value = exportTerm(linker, file, found);
      if (value?.kind === "object") for (const field of value.fields) if (field.key) names.add(field.key);
      names.add("default");
    }
  }
  for (const { key } of filledExports(linker, file)) if (key !== undefined) names.add(key);
  return names;
}

/** A value of which only the declared type is known: an instance of a class, or of a package's export. */
export function typedValue(
  linker: Linker,
  file: string,
  type: {
    readonly name: string;
    readonly binding: number;
    readonly arguments: readonly unknown[];
    readonly array: boolean;
  },
): Term | undefined {
  const { terms } = linker;
  const facts = factsOf(linker, file);
  if (!facts) return undefined;
  if (type.binding < 0) return madeOfTypes(linker, file, type as TypeReference);
  const bound = facts.bindings[type.binding];
  const [, ...rest] = type.name.split(".");
  const implemented = rest.length === 0 ? implementationOf(linker, file, type.binding) : undefined;
  if (implemented) return type.array ? terms.unknown([implemented]) : implemented;
  // `type Database = Awaited<ReturnType<typeof connect>>`
  if (bound?.kind === "type" && bound.type && rest.length === 0)
    return aliasedValue(linker, file, type.binding, bound.type) ?? declaredMembers(linker, file, type);
  if (bound?.kind === "type" && rest.length === 0) return declaredMembers(linker, file, type);
  if (!bound || (bound.import === undefined && bound.class === undefined) || isReadBySchema(type.name))
    return undefined;
  let value = bindingValue(linker, file, type.binding);
  for (const part of rest) value = memberOf(linker, value, part);
  // An alias of another file stands for a value already.
  if (isMade(value)) return value;
  const typeArguments = (type.arguments as readonly (typeof type)[]).map((argument) =>
    typeArgument(linker, file, argument),
  );
  const one = instanceOf(linker, value, typeArguments, { file, at: [0, 0] });
  if (!one && rest.length === 0) return declaredMembers(linker, file, type);
  return one && type.array ? terms.unknown([one]) : one;
}

function declaredMembers(
  linker: Linker,
  file: string,
  type: { readonly binding: number; readonly array: boolean },
): Term | undefined {
  return type.array ? undefined : membersByType(linker, file, type.binding);
}

/** Aliases may name themselves: `type Json = string | Json[]`. */
function aliasedValue(linker: Linker, file: string, binding: number, type: TypeReference): Term | undefined {
  return linker.memo.get(
    `alias ${file}#${binding}`,
    () => typedValue(linker, file, type),
    () => undefined,
  );
}

/** A value, and no class or enumeration that a type may name. */
function isMade(value: Term): boolean {
  if (value.kind === "external") return value.path.at(-1)?.endsWith(")") === true;
  return value.kind === "object" && value.fields.some((field) => field.value.kind !== "literal");
}

/** Types that are made of others: what a function gives, a union of which one is known, `typeof db`. */
function madeOfTypes(linker: Linker, file: string, type: TypeReference): Term | undefined {
  const [first] = type.arguments;
  if (type.array || !first) return undefined;
  if (type.name === "union" || type.name === "intersection")
    return type.arguments.map((one) => typedValue(linker, file, one)).find((value) => value !== undefined);
  if (/^(?:Awaited|Promise|NonNullable|Readonly|Required|Partial|Omit|Pick|Extract|Exclude)$/.test(type.name))
    return typedValue(linker, file, first);
  if (type.name === "typeof") return namedValue(linker, file, first);
  if (type.name !== "ReturnType" || first.name !== "typeof" || !first.arguments[0]) return undefined;
  const made = namedValue(linker, file, first.arguments[0]);
  if (made?.kind === "function") return callFunction(linker, made, []).result;
  if (made?.kind !== "external") return undefined;
  const name = made.path.at(-1) ?? "default";
  return linker.terms.external(made.package, [...made.path.slice(0, -1), `${name}()`], made.base, [], {
    file,
    at: [0, 0],
  });
}

/** `a.b` of `typeof a.b`. */
function namedValue(linker: Linker, file: string, { name, binding }: TypeReference): Term | undefined {
  if (binding < 0) return undefined;
  const [, ...rest] = name.split(".");
  return rest.reduce((value, part) => memberOf(linker, value, part), bindingValue(linker, file, binding));
}

function typeArgument(linker: Linker, file: string, type: { readonly name: string; readonly binding: number }): Term {
  const bound = factsOf(linker, file)?.bindings[type.binding];
  return bound && (bound.import !== undefined || bound.class !== undefined)
    ? bindingValue(linker, file, type.binding)
    : linker.terms.literal(type.name);
}

/** An instance of what a type name stands for; undefined where that is no class. */
function instanceOf(linker: Linker, of: Term, args: readonly Term[], site: Place): Term | undefined {
  const { terms } = linker;
  if (of.kind === "class") return terms.instance(of, []);
  // A file of the workspace that is not there yet, such as generated types, says nothing of what its types are.
  if (of.kind !== "external" || of.path.length === 0 || /^(?:[#.~]|@\/)/.test(of.package)) return undefined;
  const last = of.path.at(-1) ?? "";
  return terms.external(of.package, [...of.path.slice(0, -1), `new ${last}()`], of.base, args, {
    file: site.file,
    at: [0, 0],
  });
}
