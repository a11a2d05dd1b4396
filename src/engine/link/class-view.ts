/** Shows classes with decorators to the framework whose decorators they are. */

import type { Expression } from "../facts/file-facts.ts";
import type { ClassView, DecoratorView, Framework } from "../frameworks/define-framework.ts";
import type { Term } from "../model/term.ts";
import { callFunction } from "./call-function.ts";
import { readableText } from "./call-view.ts";
import { evaluate } from "./evaluate.ts";
import { createActivation, factsOf, type Linker } from "./linker.ts";
import { alternatives, memberOf, parentOf } from "./members.ts";
import { createRegistry, type Registrations } from "./registry.ts";
import type { Block } from "./steps.ts";
import { blocksIn } from "./stops.ts";
import { NOTHING_CAPTURED } from "./terms.ts";
import { typedValue } from "./values.ts";

export function visitClasses(linker: Linker, registrations: Registrations, framework: Framework, file: string): void {
  if (!framework.classes) return;
  for (const view of classViews(linker, file)) {
    const place = { file, at: view.facts.nameAt };
    framework.classes(view, createRegistry(linker, registrations, framework, undefined, place));
  }
}

/** Classes of a file that have decorators, on themselves or inside. */
export function classViews(linker: Linker, file: string): readonly ClassView[] {
  const read = (): readonly ClassView[] =>
    (factsOf(linker, file)?.classes ?? []).flatMap((_, index) => {
      const view = classView(linker, file, index);
      const decorated =
        view && (view.decorators.length > 0 || view.methods.some((method) => method.decorators.length > 0));
      return decorated ? [view] : [];
    });
  return linker.memo.get(`classes ${file}`, read, () => []);
}

export function classView(linker: Linker, file: string, index: number): ClassView | undefined {
  const facts = factsOf(linker, file);
  const found = facts?.classes[index];
  if (!facts || !found) return undefined;
  const term = linker.terms.class(file, index, NOTHING_CAPTURED);
  const instance = linker.terms.instance(term, []);
  const methods = found.members
    .filter((member) => member.function !== undefined && member.kind === "method")
    .map((member) => ({
      name: member.name,
      handler: {
        term: memberOf(linker, instance, member.name),
        name: `${found.name ?? "class"}.${member.name}`,
        place: { file, at: member.nameAt },
      },
      decorators: readDecorators(linker, file, member.decorators),
      parameters: (facts.functions[member.function ?? 0]?.parameters ?? []).map((parameter) => ({
        decorators: readDecorators(linker, file, parameter.decorators),
        type: parameter.type && typedValue(linker, file, parameter.type),
      })),
    }));
  return {
    file,
    facts: found,
    term,
    decorators: readDecorators(linker, file, found.decorators),
    methods,
    fields: found.members
      .filter((member) => member.kind === "field" && member.decorators.length > 0)
      .map((member) => ({ name: member.name, decorators: readDecorators(linker, file, member.decorators) })),
    parent: found.extends && term.kind === "class" ? parentOf(linker, term) : undefined,
  };
}

/** Decorators as calls on packages; those made of others (`applyDecorators(…)`) give what they are made of. */
export function readDecorators(
  linker: Linker,
  file: string,
  decorators: readonly Expression[],
): readonly DecoratorView[] {
  const facts = factsOf(linker, file);
  if (!facts) return [];
  return decorators.flatMap((decorator) => {
    const activation = createActivation(file, facts, 0, NOTHING_CAPTURED, undefined);
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
      package: option.package,
      term: option,
      arguments: args,
      text: (index: number) => readableText(args[index]),
      place,
    };
    return [view];
  });
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
  const target = linker.terms.unknown([]);
  const frame = callFunction(linker, decorator, [target, target, target]);
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
