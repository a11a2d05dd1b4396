/**
 * What decorators of the service's own leave on a class: `Reflect.defineMetadata("routes", routes, target.constructor)`, read
 * where its routes are registered: `Reflect.getMetadata("routes", OrderController)`.
 */
import type { ClassFacts, Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { Call } from "../evaluate/call.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type Activation, createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { classesAbove } from "../evaluate/parents.ts";
import type { Block, Step } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { exportNames } from "../evaluate/values.ts";
import { filesContaining } from "../files/files-containing.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";

type ClassTerm = Term & { readonly kind: "class" };
type Left = Step & { readonly kind: "left" };

/** What is decorated: a class, or one of its members. */
interface Decorated {
  readonly class: ClassTerm;
  readonly member: string | undefined;
}

/** What one of the four calls gives; undefined where it is another, or what is decorated is not known. */
export function reflected(linker: Linker, activation: Activation, name: string, call: Call): Term | undefined {
  const [, what] = /^Reflect\.(define|getOwn|get|hasOwn|has)Metadata$/.exec(name) ?? [];
  const [key] = call.arguments;
  if (what === undefined || !key) return undefined;
  if (what === "define") return leave(linker, activation, call, key);
  const target = decorated(linker, call.arguments[1], call.arguments[2]);
  if (!target) return undefined;
  const left = leftUnder(linker, key, target);
  const value = activation.left?.get(nameOf(key, target)) ?? left.value;
  if (what.startsWith("get")) return value ?? (left.isWhole ? linker.terms.undefined : undefined);
  return value || left.isWhole ? linker.terms.literal(value !== undefined) : undefined;
}

function leave(linker: Linker, activation: Activation, call: Call, key: Term): Term | undefined {
  const [, value, on, property] = call.arguments;
  const target = decorated(linker, on, property);
  if (!target || !value) return undefined;
  activation.left ??= new Map();
  activation.left.set(nameOf(key, target), value);
  activation.steps.push({ kind: "left", key, value, on: target.class, member: target.member, place: call.place });
  return linker.terms.undefined;
}

function nameOf(key: Term, { class: of, member }: Decorated): string {
  return `${key.id} ${of.id} ${member ?? ""}`;
}

/** A class, its prototype, an instance of it, or one of its methods. */
function decorated(linker: Linker, on: Term | undefined, property: Term | undefined): Decorated | undefined {
  const member = property?.kind === "literal" ? String(property.value) : undefined;
  if (!on || (property && member === undefined)) return undefined;
  if (on.kind === "class") return { class: on, member };
  if (on.kind === "instance" && on.class.kind === "class") return { class: on.class, member };
  if (on.kind === "member" && on.name === "prototype") return decorated(linker, on.of, property);
  // `Orders.prototype.list`
  if (on.kind === "member" && on.of.kind === "member" && on.of.name === "prototype")
    return decorated(linker, on.of.of, linker.terms.literal(on.name));
  if (on.kind !== "function") return undefined;
  const facts = factsOf(linker, on.function.file);
  const found = facts?.functions[on.function.index];
  if (found?.class === undefined || found.name === undefined) return undefined;
  const of = linker.terms.class(on.function.file, found.class, NOTHING_CAPTURED);
  return of.kind === "class" ? { class: of, member: found.name } : undefined;
}

interface LeftValue {
  readonly value: Term | undefined;
  /** All that decorates it was read: what is not there was not left. */
  readonly isWhole: boolean;
}

function leftUnder(linker: Linker, key: Term, { class: of, member }: Decorated): LeftValue {
  let isWhole = true;
  for (const current of classesAbove(linker, of)) {
    const { steps, isWhole: all } = leftOn(linker, current);
    const values = steps.filter((step) => step.key === key && step.member === member).map(({ value }) => value);
    if (values.length > 0) return { value: together(linker, values), isWhole };
    isWhole &&= all;
  }
  return { value: undefined, isWhole };
}

/** Every decorator adds to what those before it have left: here each begins with nothing. */
function together(linker: Linker, values: readonly Term[]): Term | undefined {
  const { terms } = linker;
  if (values.every((value) => value.kind === "array"))
    return terms.array([...new Set(values.flatMap((value) => (value.kind === "array" ? value.items : [])))]);
  if (values.every((value) => value.kind === "object"))
    return terms.object(values.flatMap((value) => (value.kind === "object" ? value.fields : [])));
  return values.at(-1);
}

interface LeftSteps {
  readonly steps: readonly Left[];
  readonly isWhole: boolean;
}

/** What the decorators of a class and of its methods leave. While they run they find nothing left by the others. */
function leftOn(linker: Linker, of: ClassTerm): LeftSteps {
  return linker.memo.get(
    `left on ${of.id}`,
    () => runDecorators(linker, of),
    () => ({ steps: [], isWhole: true }),
  );
}

function runDecorators(linker: Linker, of: ClassTerm): LeftSteps {
  const steps: Left[] = [];
  let isWhole = true;
  for (const { decorator, arguments: args } of decorations(linker, of)) {
    for (const option of alternatives(decorator)) {
      if (option.kind === "function") collect(callFunction(linker, option, args).block, steps, new Set());
      else isWhole = false;
    }
  }
  return { steps, isWhole };
}

/** A decorator and what it is given. */
interface Decoration {
  readonly decorator: Term;
  readonly arguments: readonly Term[];
}

/** In the order in which they run: those of the members, then the class's own. */
function decorations(linker: Linker, of: ClassTerm): readonly Decoration[] {
  const facts = factsOf(linker, of.file);
  const found = facts?.classes[of.index];
  if (!facts || !found) return [];
  const { terms } = linker;
  const given = (decorators: readonly Expression[], args: readonly Term[]): readonly Decoration[] =>
    [...decorators].reverse().map((decorator) => ({
      decorator: evaluate(linker, createActivation(of.file, facts, 0, of.captured, undefined), decorator),
      arguments: args,
    }));
  const instance = terms.instance(of, []);
  const ofMembers = decoratedMembers(found).flatMap((member) => {
    const on = member.static ? of : instance;
    const method = member.kind === "method" ? memberOf(linker, on, member.name) : undefined;
    const descriptor = method ? [terms.object([{ key: "value", value: method }])] : [];
    return given(member.decorators, [on, terms.literal(member.name), ...descriptor]);
  });
  return [...ofMembers, ...given(found.decorators, [of])];
}

/** Decorators in more files than this are those of a framework. */
const MAXIMUM_FILES = 200;

/** What a function is given, each time that it stands as a decorator. */
export function givenAsDecorator(
  linker: Linker,
  file: string,
  index: number,
): readonly { readonly function: Term & { readonly kind: "function" }; readonly arguments: readonly Term[] }[] {
  const names = [...exportNames(linker, file)];
  const paths = new Set(names.flatMap((name) => filesContaining(linker, `@${name}`)));
  if (paths.size > MAXIMUM_FILES) return [];
  return [...paths].flatMap((path) =>
    (factsOf(linker, path)?.classes ?? []).flatMap((_, at) => {
      const of = linker.terms.class(path, at, NOTHING_CAPTURED);
      return of.kind === "class"
        ? decorations(linker, of).flatMap(({ decorator, arguments: args }) =>
            alternatives(decorator).flatMap((option) =>
              option.kind === "function" && option.function.file === file && option.function.index === index
                ? [{ function: option, arguments: args }]
                : [],
            ),
          )
        : [];
    }),
  );
}

function decoratedMembers({ members }: ClassFacts): ClassFacts["members"] {
  return members.filter(({ kind, decorators }) => kind !== "constructor" && decorators.length > 0);
}

function collect(block: Block, found: Left[], seen: Set<Block>): void {
  if (seen.has(block)) return;
  seen.add(block);
  for (const step of block.steps) {
    if (step.kind === "left") found.push(step);
    for (const inner of blocksIn(step)) collect(inner, found, seen);
  }
}

/** What a decorator of the workspace's own is run on, to see which others it hands that to. */
export function anythingDecorated({ terms }: Linker): Term {
  return terms.object([{ key: "decorated", value: terms.literal(true) }]);
}
