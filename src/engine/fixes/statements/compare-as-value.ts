/** A field of a filter compares with the value itself, whatever it holds: `{ $eq: value }`, Prisma's `{ equals: value }`. */
import type { Expression, ObjectExpression } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { wrapArgument } from "../code/call-arguments.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { insertion } from "../code/text-edits.ts";
import { callAt, deep } from "../code/visit-facts.ts";

export interface ComparedField {
  readonly effect: Effect;
  readonly model: ServiceModel;
  /** The field of the filter. */
  readonly field: string;
}

/** Undefined where the filter is not written at the call. */
export function compareAsValue(compared: ComparedField): Fix | undefined {
  if (!plan(compared)) return undefined;
  const byId = isById(compared.effect);
  return {
    title: byId ? "Take the id as a text" : `Compare "${compared.field}" as a value`,
    // Equality is what callers mean who send a value; an id that is left out would become a text.
    kind: byId ? "suggestion" : "safe",
    edits: () => plan(compared) ?? [],
  };
}

function isById({ call }: Effect): boolean {
  return /\.findById\w*$/.test(call.text);
}

function plan({ effect, model, field }: ComparedField): readonly Edit[] | undefined {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  const [first] = call?.arguments ?? [];
  if (!source || !call || !first || first.kind === "spread") return undefined;
  if (isById(effect)) return wrapArgument(source, call, 0, "String(", ")");
  const operator = effect.via === "prisma" ? "equals" : "$eq";
  for (const object of objectsIn(first)) {
    const found = object.fields.find((one) => one.key === field && !one.spread && !one.accessor);
    if (found) return comparing(source, found.value, field, operator);
  }
  return undefined;
}

function* objectsIn(expression: Expression): Generator<ObjectExpression> {
  for (const one of deep([expression])) if (one.kind === "object") yield one;
}

function comparing({ file, text }: SourceText, value: Expression, field: string, operator: string): readonly Edit[] {
  const isShorthand = value.kind === "name" && value.name === field && !/:\s*$/.test(text.slice(0, value.at[0]));
  return [
    insertion(file, value.at[0], `${isShorthand ? `${field}: ` : ""}{ ${operator}: `),
    insertion(file, value.at[1], " }"),
  ];
}
