/** Shows classes with decorators to the framework whose decorators they are. */

import type { Expression } from "../facts/file-facts.ts";
import type { DecoratorView, Framework } from "../frameworks/define-framework.ts";
import type { Term } from "../model/term.ts";
import { readableText } from "./call-view.ts";
import { evaluate } from "./evaluate.ts";
import { createActivation, factsOf, type Linker } from "./linker.ts";
import { memberOf } from "./members.ts";
import { createRegistry, type Registrations } from "./registry.ts";
import { NOTHING_CAPTURED } from "./terms.ts";
import { typedValue } from "./values.ts";

export function visitClasses(linker: Linker, registrations: Registrations, framework: Framework, file: string): void {
  const facts = factsOf(linker, file);
  if (!facts || !framework.classes) return;
  for (const [index, found] of facts.classes.entries()) {
    const decorated = found.decorators.length > 0 || found.members.some((member) => member.decorators.length > 0);
    if (!decorated) continue;
    const term = linker.terms.class(file, index, NOTHING_CAPTURED);
    const instance = linker.terms.instance(term, []);
    const decorators = readDecorators(linker, file, found.decorators);
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
    const registry = createRegistry(linker, registrations, framework, undefined, { file, at: found.nameAt });
    framework.classes({ file, facts: found, term, decorators, methods }, registry);
  }
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
  if (term.kind !== "external") return [];
  const name = (term.path.at(-1) ?? "").replace(/\(\)$/, "");
  const args = term.arguments ?? [];
  if (name === "applyDecorators") return args.flatMap((argument) => decoratorViews(linker, argument, place));
  return [{ name, package: term.package, arguments: args, text: (index) => readableText(args[index]), place }];
}
