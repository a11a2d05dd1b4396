/**
 * Fields that begin empty and are set by a method: `private client: Redis | null = null; onModuleInit() { this.client = createClient(); }`.
 */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { indexOf } from "../evaluate/values.ts";
import { bindAhead } from "./late-locals.ts";
import { doesSomething } from "./typed-members.ts";

/** What methods of the class set the field to, where that is a client or an instance; undefined where none does. */
export function setLater(
  linker: Linker,
  of: Term & { readonly kind: "class" },
  name: string,
  self: Term,
): Term | undefined {
  const read = (): Term | undefined => {
    const found = fieldsSet(linker, of, name).flatMap(({ value, owner }) => {
      const term = valueSet(linker, of, owner, value, self);
      return term.kind === "external" || term.kind === "instance" ? [term] : [];
    });
    return found.length > 0 ? linker.terms.choice(found) : undefined;
  };
  return linker.memo.get(`set later ${of.id} ${self.id} ${name}`, read, () => undefined);
}

/** The value, as the method of the class gives it to a field of `self`. */
function valueSet(
  linker: Linker,
  { file, captured }: Term & { readonly kind: "class" },
  owner: number,
  value: Expression,
  self: Term,
): Term {
  const facts = factsOf(linker, file);
  if (!facts) return linker.terms.undefined;
  const activation = createActivation(file, facts, owner, captured, self);
  activation.context = () => self;
  bindAhead(linker, activation, facts.functions[owner]?.body ?? [], value.at[0]);
  return evaluate(linker, activation, value);
}

/** The same for an object with methods: `{ client: null, async connect() { this.client = await MongoClient.connect(url); } }`. */
export function setLaterOn(linker: Linker, of: Term & { readonly kind: "object" }, name: string): Term | undefined {
  const methods = of.fields.flatMap(({ value }) => (value.kind === "function" ? [value] : []));
  if (methods.length === 0) return undefined;
  const read = (): Term | undefined => {
    const found = methods.flatMap((method) => {
      const { file, index } = method.function;
      const facts = factsOf(linker, file);
      const set = indexOf(linker, file)?.fields.get(name) ?? [];
      return set.flatMap(({ value, owner }) => {
        if (owner !== index || !facts) return [];
        const activation = createActivation(file, facts, owner, method.captured, of);
        bindAhead(linker, activation, facts.functions[owner]?.body ?? [], value.at[0]);
        const term = evaluate(linker, activation, value);
        const does = term.kind === "object" && doesSomething(linker, term);
        return does || term.kind === "external" || term.kind === "instance" || term.kind === "module" ? [term] : [];
      });
    });
    return found.length > 0 ? linker.terms.choice(found) : undefined;
  };
  return linker.memo.get(`set later on ${of.id} ${name}`, read, () => undefined);
}

/** The same for a static field: `static get() { Store.instance ??= new Store(); return Store.instance; }`. */
export function setLaterOnClass(
  linker: Linker,
  of: Term & { readonly kind: "class" },
  name: string,
  self: Term,
): Term | undefined {
  const read = (): Term | undefined => {
    const values = fieldsSetOnClass(linker, of, name).flatMap(({ value, owner }) => {
      const term = valueSet(linker, of, owner, value, self);
      return IS_ONE_THING.has(term.kind) || doesSomething(linker, term) ? [term] : [];
    });
    return values.length > 0 ? linker.terms.choice(values) : undefined;
  };
  return linker.memo.get(`set later on class ${of.id} ${self.id} ${name}`, read, () => undefined);
}

/** `enabled = false`, which somebody sets as well: nobody knows whether it is on. */
export function flagOf(linker: Linker, value: Term, set: () => readonly { readonly value: Expression }[]): Term {
  if (value.kind !== "literal" || typeof value.value !== "boolean") return value;
  const { terms } = linker;
  const others = set().map(({ value: other }) =>
    other.kind === "literal" ? terms.literal(other.value) : terms.unknown([]),
  );
  return others.every((other) => other === value) ? value : terms.choice([value, ...others]);
}

/**
 * `this.data = { port: 80, isOpen: false }`, which a method replaces by what a file or a caller says: its numbers and flags are
 * what they are until then.
 */
export function untilReplaced(linker: Linker, of: Term & { readonly kind: "class" }, name: string, value: Term): Term {
  if (value.kind !== "object") return flagOf(linker, value, () => fieldsSet(linker, of, name));
  const members = factsOf(linker, of.file)?.classes[of.index]?.members ?? [];
  const starts = members.find(({ kind }) => kind === "constructor")?.function;
  return fieldsSet(linker, of, name).some(({ owner }) => owner !== starts)
    ? loosened(linker, value, MAXIMUM_DEPTH)
    : value;
}

const MAXIMUM_DEPTH = 3;

function loosened(linker: Linker, value: Term, depth: number): Term {
  const { terms } = linker;
  if (value.kind === "literal" && typeof value.value !== "string") return terms.choice([value, terms.unknown([])]);
  if (value.kind !== "object" || depth === 0) return value;
  return terms.object(value.fields.map((field) => ({ ...field, value: loosened(linker, field.value, depth - 1) })));
}

/** Where a method or the constructor sets the field of its instance. */
export function fieldsSet(
  linker: Linker,
  of: Term & { readonly kind: "class" },
  name: string,
): readonly { readonly value: Expression; readonly owner: number }[] {
  const facts = factsOf(linker, of.file);
  if (!facts) return [];
  const own = new Set(facts.classes[of.index]?.members.flatMap((member) => member.function ?? []));
  return (indexOf(linker, of.file)?.fields.get(name) ?? []).filter(({ owner }) => {
    let method = owner;
    while (!own.has(method) && facts.functions[method]?.kind === "arrow") method = facts.functions[method]?.owner ?? 0;
    return own.has(method);
  });
}

/** Where a static field is set: by a static method, or by the class's own name. */
export function fieldsSetOnClass(
  linker: Linker,
  of: Term & { readonly kind: "class" },
  name: string,
): readonly { readonly value: Expression; readonly owner: number }[] {
  const facts = factsOf(linker, of.file);
  const index = indexOf(linker, of.file);
  const found = facts?.classes[of.index];
  if (!facts || !index || !found) return [];
  const own = new Set(found.members.flatMap((member) => (member.static ? (member.function ?? []) : [])));
  const binding = facts.bindings.findIndex((one) => one.class === of.index);
  const ofItself = (index.fields.get(name) ?? []).filter(({ owner }) => own.has(owner));
  const ofItsName = (index.places.get(binding) ?? []).filter((place) => place.name === name);
  return [...ofItself, ...ofItsName];
}

/** Where a method of an object sets a field of it. */
export function fieldsSetOn(
  linker: Linker,
  of: Term & { readonly kind: "object" },
  name: string,
): readonly { readonly value: Expression }[] {
  return of.fields.flatMap(({ value: method }) => {
    if (method.kind !== "function") return [];
    const { file, index } = method.function;
    return (indexOf(linker, file)?.fields.get(name) ?? []).filter(({ owner }) => owner === index);
  });
}

/** Values that are made once, and kept. */
const IS_ONE_THING: ReadonlySet<Term["kind"]> = new Set(["instance", "external", "class"]);

/** `null`, `{}` or nothing at all. */
export function isEmpty(value: Term): boolean {
  return (
    value.kind === "undefined" ||
    (value.kind === "literal" && value.value === null) ||
    (value.kind === "object" && value.fields.length === 0)
  );
}
