/**
 * The class behind an interface or an abstract class of the workspace: where `orders: Orders` is all that is known and
 * `class PostgresOrders implements Orders` is the one class that does what `Orders` says, `orders` is an instance of it.
 *
 * Only interfaces with methods are looked for, and those that a class implements with functions; the others are shapes of
 * data. Doubles for tests do not count where there is anything else.
 */
import type { Expression, TypeMember, TypeReference } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { type Declaration, declarationOf } from "./declarations.ts";

type ClassTerm = Term & { readonly kind: "class" };

/** More classes than this are commands or strategies: which one is meant cannot be told. */
const MAXIMUM_CLASSES = 3;
const MAXIMUM_DEPTH = 4;

/** Stands, among what results depend on, for the list of classes below a name. */
export function classesBelow(name: string): string {
  return `(classes below ${name})`;
}

/** What a value of this type is, where the type is an interface with methods or an abstract class. */
export function implementationOf(linker: Linker, file: string, binding: number): Term | undefined {
  const find = (): Term | undefined => {
    const declared = declarationOf(linker, file, binding);
    return declared && instanceBelow(linker, declared);
  };
  return linker.memo.get(`implementation ${linker.provided ? "" : "early "}${file}#${binding}`, find, () => undefined);
}

/** The same for an abstract class that is at hand. */
export function implementationOfClass(linker: Linker, of: ClassTerm): Term | undefined {
  const facts = factsOf(linker, of.file);
  const found = facts?.classes[of.index];
  if (!facts || !found?.abstract) return undefined;
  const binding = facts.bindings.findIndex((bound) => bound.class === of.index);
  return binding < 0 ? undefined : implementationOf(linker, of.file, binding);
}

function instanceBelow(linker: Linker, declared: Declaration): Term | undefined {
  const { terms } = linker;
  const bound = factsOf(linker, declared.file)?.bindings[declared.binding];
  const isShape = bound !== undefined && !isAbstract(linker, declared, 0);
  if (!bound || (isShape && bound.kind !== "type")) return undefined;
  if (bound.class !== undefined) {
    const provided = linker.provided?.(terms.class(declared.file, bound.class, NOTHING_CAPTURED));
    if (provided) return provided;
  }
  const all = concreteBelow(linker, declared, 0);
  const real = all.filter(({ name, term }) => !isDouble(name) && !isDouble(term.file));
  const classes = (real.length > 0 ? real : all).map(({ term }) => term);
  if (isShape && !classes.some((of) => doesAny(linker, of, bound.typeMembers ?? []))) return undefined;
  if (classes.length === 0 || classes.length > MAXIMUM_CLASSES) return undefined;
  return terms.choice(classes.map((term) => terms.instance(term, [])));
}

/** `add: RequestHandler` of the interface, and `add = asyncHandler(async (req, res) => …)` of the class. */
function doesAny(linker: Linker, of: ClassTerm, wanted: readonly TypeMember[]): boolean {
  const names = new Set(wanted.flatMap(({ name, type }) => (type && type.binding >= 0 ? [name] : [])));
  return (factsOf(linker, of.file)?.classes[of.index]?.members ?? []).some(
    ({ name, kind, static: ofClass, function: method, value }) =>
      names.has(name) && !ofClass && ((kind === "method" && method !== undefined) || isMethodInField(value)),
  );
}

/** `create = async (req, res) => …`, `create = asyncHandler(async (req, res) => …)`. */
export function isMethodInField(value: Expression | undefined): boolean {
  return value?.kind === "function" || (value?.kind === "call" && value.arguments.some(isMethodInField));
}

/** `InMemoryOrders`, `mock-orders.ts`. */
function isDouble(name: string): boolean {
  const [last = name] = name.split("/").slice(-1);
  return DOUBLE_CLASS.test(last) || DOUBLE_FILE.test(last);
}

const DOUBLE_CLASS = /InMemory|Fake|Mock|Stub|Dummy|No[oO]p|^(?:Null|Test)[A-Z]/;
const DOUBLE_FILE = /(?:^|[.-])(?:in-?memory|fake|mock|stub|dummy|no-?op)(?=[.-])/i;

function concreteBelow(
  linker: Linker,
  declared: Declaration,
  depth: number,
): readonly { readonly name: string; readonly term: ClassTerm }[] {
  const name = factsOf(linker, declared.file)?.bindings[declared.binding]?.name ?? "";
  linker.memo.touch(classesBelow(name));
  return (linker.filesBelow?.(name) ?? []).flatMap((file) => {
    const facts = factsOf(linker, file);
    return (facts?.classes ?? []).flatMap((found, index) => {
      if (!facts || found.owner !== 0) return [];
      const above = [...found.implements.map(({ binding }) => binding), extended(found.extends)];
      if (!above.some((one) => one >= 0 && isSame(declarationOf(linker, file, one), declared))) return [];
      const term = linker.terms.class(file, index, NOTHING_CAPTURED);
      if (!found.abstract) return term.kind === "class" ? [{ name: found.name ?? "", term }] : [];
      const binding = facts.bindings.findIndex((bound) => bound.class === index);
      return binding < 0 || depth >= MAXIMUM_DEPTH ? [] : concreteBelow(linker, { file, binding }, depth + 1);
    });
  });
}

function extended(above: Expression | undefined): number {
  return above?.kind === "name" ? above.binding : -1;
}

function isSame(one: Declaration | undefined, other: Declaration): boolean {
  return one?.file === other.file && one.binding === other.binding;
}

/** An abstract class, or an interface (an alias of an object type) that has methods, own or of those it extends. */
function isAbstract(linker: Linker, { file, binding }: Declaration, depth: number): boolean {
  const facts = factsOf(linker, file);
  const bound = facts?.bindings[binding];
  if (!facts || !bound || depth > MAXIMUM_DEPTH) return false;
  if (bound.class !== undefined) return facts.classes[bound.class]?.abstract === true;
  if (bound.kind !== "type") return false;
  if (bound.typeMembers?.some(({ type }) => type?.name === "function")) return true;
  return basesOf(bound.type).some((base) => {
    const declared = base.binding < 0 ? undefined : declarationOf(linker, file, base.binding);
    return declared !== undefined && isAbstract(linker, declared, depth + 1);
  });
}

function basesOf(type: TypeReference | undefined): readonly TypeReference[] {
  if (!type) return [];
  return type.name === "intersection" ? type.arguments : [type];
}
