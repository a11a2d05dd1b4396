/** Shows classes with decorators to the framework whose decorators they are. */

import type { ClassFacts, Expression, FileFacts } from "../../facts/file-facts.ts";
import type { ClassView, DecoratorView, Framework } from "../../frameworks/define-framework.ts";
import type { Captured, Term } from "../../model/term.ts";
import { readableText } from "../adapters/call-view.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { parentOf } from "../evaluate/parents.ts";
import type { Block } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { typedValue } from "../evaluate/values.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { anythingDecorated } from "../values/own-decorators.ts";
import { BUDGET } from "./allowance.ts";
import type { Registrations } from "./registrations.ts";
import { createRegistry } from "./registry.ts";

export function visitClasses(linker: Linker, registrations: Registrations, framework: Framework, file: string): void {
  if (!framework.classes) return;
  for (const view of classViews(linker, file)) {
    const place = { file, at: view.facts.nameAt };
    framework.classes(view, createRegistry(linker, registrations, framework, undefined, place));
  }
}

/** Classes of a file that have decorators, on themselves or inside. */
export function classViews(linker: Linker, file: string): readonly ClassView[] {
  const read = (): readonly ClassView[] => {
    linker.budget = Math.max(linker.budget, BUDGET);
    return (factsOf(linker, file)?.classes ?? []).flatMap((found, index) => {
      // A class that a function makes is known through the classes that extend it. One without decorators is not run here.
      if (found.owner !== 0 || !isDecorated(found)) return [];
      const term = linker.terms.class(file, index, NOTHING_CAPTURED);
      const view = term.kind === "class" ? classView(linker, term) : undefined;
      const decorated =
        view &&
        (view.decorators.length > 0 ||
          view.methods.some((method) => method.decorators.length > 0) ||
          isMadeDecorated(linker, view.parent));
      return decorated ? [view] : [];
    });
  };
  return linker.memo.get(`classes ${file}`, read, () => []);
}

function isDecorated({ decorators, members, extends: parent }: ClassFacts): boolean {
  return (
    decorators.length > 0 ||
    parent?.kind === "call" ||
    members.some((member) => member.kind === "method" && member.decorators.length > 0)
  );
}

/** `class PayHandler extends handlerOf(Pay)`: the decorators stand on what the function makes. */
function isMadeDecorated(linker: Linker, parent: Term | undefined): boolean {
  const found = parent?.kind === "class" ? factsOf(linker, parent.file)?.classes[parent.index] : undefined;
  return found !== undefined && found.owner !== 0 && found.decorators.length > 0;
}

export function classView(linker: Linker, term: Term & { readonly kind: "class" }): ClassView | undefined {
  const { file, captured } = term;
  const facts = factsOf(linker, file);
  const found = facts?.classes[term.index];
  if (!facts || !found) return undefined;
  const instance = linker.terms.instance(term, []);
  const methods = found.members
    .filter((member) => member.function !== undefined && member.kind === "method")
    .map((member) => ({
      name: memberName(facts, captured, member.name),
      handler: {
        term: memberOf(linker, instance, member.name),
        name: `${found.name ?? "class"}.${member.name}`,
        place: { file, at: member.nameAt },
      },
      decorators: readDecorators(linker, file, member.decorators, captured),
      parameters: (facts.functions[member.function ?? 0]?.parameters ?? []).map((parameter) => ({
        name: parameter.pattern.kind === "binding" ? facts.bindings[parameter.pattern.binding]?.name : undefined,
        decorators: readDecorators(linker, file, parameter.decorators, captured),
        type: parameter.type && typedValue(linker, file, parameter.type),
      })),
    }));
  return {
    file,
    facts: found,
    term,
    decorators: readDecorators(linker, file, found.decorators, captured),
    methods,
    fields: found.members
      .filter((member) => member.kind === "field" && member.decorators.length > 0)
      .map((member) => ({ name: member.name, decorators: readDecorators(linker, file, member.decorators, captured) })),
    parent: found.extends ? parentOf(linker, term) : undefined,
  };
}

/** `[createName]` in a class that a function makes is what the function was given. */
function memberName(facts: FileFacts, captured: Captured, name: string): string {
  const computed = /^\[(\w+)\]$/.exec(name)?.[1];
  if (computed === undefined) return name;
  for (const [binding, value] of captured)
    if (facts.bindings[binding]?.name === computed) return readableText(value) ?? name;
  return name;
}

/** Decorators as calls on packages; those made of others (`applyDecorators(…)`) give what they are made of. */
export function readDecorators(
  linker: Linker,
  file: string,
  decorators: readonly Expression[],
  captured: Captured = NOTHING_CAPTURED,
): readonly DecoratorView[] {
  const facts = factsOf(linker, file);
  if (!facts) return [];
  return decorators.flatMap((decorator) => {
    const activation = createActivation(file, facts, 0, captured, undefined);
    return decoratorViews(linker, evaluate(linker, activation, decorator), { file, at: decorator.at });
  });
}

function decoratorViews(linker: Linker, term: Term, place: DecoratorView["place"]): readonly DecoratorView[] {
  return alternatives(term).flatMap((option) => {
    if (option.kind === "function") return appliedInside(linker, option, place);
    if (option.kind === "class") return [];
    if (option.kind !== "external") return [];
    const name =
      option.path
        .filter((part) => part !== "()")
        .at(-1)
        ?.replace(/(?:\(\))+$/, "") ?? "";
    const args = option.arguments ?? [];
    if (name === "applyDecorators") return spread(args).flatMap((argument) => decoratorViews(linker, argument, place));
    const view = {
      name,
      package: rootPackage(option.package),
      term: option,
      arguments: args,
      text: (index: number) => readableText(args[index]),
      place,
    };
    return [view];
  });
}

/** `@scope/name` of `@scope/name/sub/path`. */
function rootPackage(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

function spread(terms: readonly Term[]): readonly Term[] {
  return terms.flatMap((term) =>
    term.kind === "array" ? spread(term.items) : term.kind === "element" ? spread([term.of]) : [term],
  );
}

/** A decorator of the workspace's own applies others to what it is given: `UseGuards(A)(target, key, descriptor)`. */
function appliedInside(
  linker: Linker,
  decorator: Term & { readonly kind: "function" },
  place: DecoratorView["place"],
): readonly DecoratorView[] {
  const unknown = linker.terms.unknown([]);
  const frame = callFunction(linker, decorator, [anythingDecorated(linker), unknown, unknown]);
  return [frame.result, ...appliedIn(frame.block)].flatMap((term) =>
    alternatives(term).flatMap((option) => {
      if (option.kind !== "external" || !option.base) return [];
      return option.path.at(-1)?.endsWith("()()") ? decoratorViews(linker, option.base, place) : [];
    }),
  );
}

function appliedIn(block: Block): readonly Term[] {
  return block.steps.flatMap((step) => [
    ...(step.kind === "opaque" ? [step.result] : []),
    ...blocksIn(step).flatMap(appliedIn),
  ]);
}
