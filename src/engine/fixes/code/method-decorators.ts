/** Decorators of a controller's method: guards and what they read. https://docs.nestjs.com/guards */
import type { CallExpression, ClassFacts, ClassMember, Expression, FileFacts } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import type { ChainElement } from "../guards/add-guard.ts";
import { addImport } from "./add-import.ts";
import { insertArgument } from "./call-arguments.ts";
import { styleOf } from "./file-style.ts";
import { indentAt, type SourceText, sourceText } from "./source-text.ts";
import { insertion } from "./text-edits.ts";
import { holds, sameSpan } from "./visit-facts.ts";

interface Link {
  readonly name: string;
  readonly place: Place;
}

/**
 * How the sibling has these guards above its method or class: guards of `@UseGuards(…)`, or decorators of the project.
 * @param withData Also decorators that guards read, such as `@Roles("admin")`.
 */
export function guardDecorators(
  model: ServiceModel,
  sibling: EntryPoint,
  links: readonly Link[],
  withData: boolean,
): readonly (ChainElement | undefined)[] {
  const found = methodOf(model, sibling.handler.place);
  if (!found) return [undefined];
  const { source, member, owner } = found;
  const elements: (ChainElement | undefined)[] = [];
  const used = new Set<Expression>();
  for (const link of links) {
    const decorator = [...member.decorators, ...owner.decorators].find(
      (one) => link.place.file === source.file && holds(one.at, link.place.at),
    );
    if (!decorator) return [undefined];
    if (!isUseGuards(decorator)) {
      if (!used.has(decorator)) elements.push(elementOf(source, decorator, "own"));
      used.add(decorator);
      continue;
    }
    const guard = decorator.arguments.find((one) => source.text.slice(...one.at).startsWith(link.name));
    elements.push(guard && elementOf(source, guard, "guard"));
  }
  if (withData && elements.some((element) => element?.decorator === "guard")) {
    for (const decorator of [...member.decorators, ...owner.decorators]) {
      if (!used.has(decorator) && isProjects(source.facts, decorator, sibling.declared))
        elements.push(elementOf(source, decorator, "own"));
    }
  }
  return elements;
}

/** Adds decorators below those of the handler's method; guards go into a `@UseGuards(…)` that is there. */
export function addDecorators(
  source: SourceText,
  entryPoint: EntryPoint,
  wanted: readonly { readonly text: string; readonly decorator: "guard" | "own" | undefined }[],
): readonly Edit[] | undefined {
  const member = memberAt(source.facts, entryPoint.handler.place)?.member;
  const last = member?.decorators.at(-1);
  if (!member || !last || entryPoint.handler.place.file !== source.file) return undefined;
  const guards = wanted.filter(({ decorator }) => decorator === "guard").map(({ text }) => text);
  const lines = wanted.filter(({ decorator }) => decorator === "own").map(({ text }) => `@${text}`);
  const edits: Edit[] = [];
  const known = member.decorators.find(isUseGuards);
  if (known && guards.length > 0) edits.push(insertArgument(source, known, known.arguments.length, guards.join(", ")));
  else if (guards.length > 0) {
    const useGuards = addImport(source, { module: "@nestjs/common", name: "UseGuards" });
    lines.unshift(`@${useGuards.local}(${guards.join(", ")})`);
    edits.push(...useGuards.edits);
  }
  const { newline } = styleOf(source);
  const indent = indentAt(source.text, member.decorators[0]!.at[0]);
  if (lines.length > 0)
    edits.push(insertion(source.file, last.at[1], lines.map((line) => newline + indent + line).join("")));
  return edits;
}

interface Method {
  readonly source: SourceText;
  readonly owner: ClassFacts;
  readonly member: ClassMember;
}

/** The method whose name stands at the place. */
export function methodOf(model: ServiceModel, place: Place): Method | undefined {
  const source = sourceText(model, place.file);
  const found = source && memberAt(source.facts, place);
  return found && { source, ...found };
}

function memberAt(facts: FileFacts, { at }: Place): Omit<Method, "source"> | undefined {
  for (const owner of facts.classes) {
    const member = owner.members.find((one) => one.kind === "method" && sameSpan(one.nameAt, at));
    if (member) return { owner, member };
  }
  return undefined;
}

function elementOf(source: SourceText, expression: Expression, decorator: "guard" | "own"): ChainElement {
  return {
    text: source.text.slice(...expression.at),
    place: { file: source.file, at: expression.at },
    decorator,
  };
}

function isUseGuards(decorator: Expression): decorator is CallExpression {
  return decorator.kind === "call" && decorator.callee.kind === "name" && decorator.callee.name === "UseGuards";
}

/** A decorator the project wrote itself: `@Roles("admin")`, or one that says what a guard of the sibling reads. */
function isProjects(facts: FileFacts, decorator: Expression, declared: EntryPoint["declared"]): boolean {
  const name = decorator.kind === "call" ? decorator.callee : decorator;
  if (name.kind !== "name" || name.binding < 0) return false;
  const binding = facts.bindings[name.binding];
  if (binding?.import !== undefined && !OWN_MODULE.test(facts.imports[binding.import]?.module ?? "")) return false;
  const written = name.name.toLowerCase();
  return (
    /role|permission|scope|access|auth|polic/.test(written) ||
    declared?.some((mark) => mark.name.toLowerCase().includes(written)) === true
  );
}

const OWN_MODULE = /^(?:\.|@\/|~\/|src\/|@app\/)/;
