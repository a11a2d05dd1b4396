/** Parameters that a controller's method is given by decorators. https://docs.nestjs.com/controllers#request-object */
import type { FunctionFacts, Parameter } from "../../facts/file-facts.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "./add-import.ts";
import { styleOf } from "./file-style.ts";
import { importFrom } from "./names-in-reach.ts";
import { lastParameterEnd, parameterEnd } from "./parameter-list.ts";
import type { SourceText } from "./source-text.ts";
import { insertion } from "./text-edits.ts";
import { deep } from "./visit-facts.ts";

export interface AddedParameter {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** `@Headers("idempotency-key") idempotencyKey?: string`, or the parameter that is there. */
export function keyParameter(source: SourceText, target: FunctionFacts): AddedParameter | undefined {
  for (const { decorators, pattern } of target.parameters) {
    const isKey = decorators.some((one) => /^Headers\(\s*["'`]idempotency-key/i.test(source.text.slice(...one.at)));
    const name = pattern.kind === "binding" ? source.facts.bindings[pattern.binding]?.name : undefined;
    if (isKey && name !== undefined) return { name, edits: [] };
  }
  const { quote } = styleOf(source);
  const headers = addImport(source, { module: "@nestjs/common", name: "Headers" });
  const text = `@${headers.local}(${quote}idempotency-key${quote}) idempotencyKey?: string`;
  const added = appendParameter(source, target, text);
  return added && { name: "idempotencyKey", edits: [added, ...headers.edits] };
}

/**
 * A parameter as another method has it (`@CurrentUser() user: User`), with what it imports.
 * @param name of the parameter there.
 */
export function parameterLike(
  model: ServiceModel,
  from: SourceText,
  name: string,
  source: SourceText,
  target: FunctionFacts,
): AddedParameter | undefined {
  for (const one of from.facts.functions) {
    const parameter = one.parameters.find(
      ({ pattern }) => pattern.kind === "binding" && from.facts.bindings[pattern.binding]?.name === name,
    );
    const [first] = parameter?.decorators ?? [];
    if (!parameter || !first) continue;
    const end = parameterEnd(from.text, parameter.pattern.at[1]);
    const edits: Edit[] = [];
    for (const needed of namesOf(parameter)) {
      const imported = importFrom(model, from.file, needed, source);
      if (imported?.local !== needed) return undefined;
      edits.push(...imported.edits);
    }
    const start = from.text.lastIndexOf("@", first.at[0]);
    const added = end === undefined ? undefined : appendParameter(source, target, from.text.slice(start, end).trim());
    return added && { name, edits: [added, ...edits] };
  }
  return undefined;
}

/** Names of the parameter's decorators and type that are not global. */
function namesOf({ decorators, type }: Parameter): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of deep(decorators)) if (part.kind === "name" && part.binding >= 0) names.add(part.name);
  if (type && type.binding >= 0 && /^[\w$]/.test(type.name)) names.add(type.name.split(".")[0]!);
  return names;
}

/** A parameter behind the others, but ahead of one that may be left out. */
function appendParameter(source: SourceText, target: FunctionFacts, text: string): Edit | undefined {
  const optional = /^@[^@]*\?:/.test(text) ? undefined : target.parameters.find((one) => one.optional);
  if (optional) {
    const name = optional.pattern.at[0];
    const [first] = optional.decorators;
    const start = first ? source.text.lastIndexOf("@", first.at[0]) : name;
    return insertion(source.file, start, `${text}, `);
  }
  const end = lastParameterEnd(source.text, target);
  if (end === undefined) return undefined;
  return insertion(source.file, end, target.parameters.length > 0 ? `, ${text}` : text);
}
