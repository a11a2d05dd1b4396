/** Asks whether a secret is set ahead of comparing with it: `!key || header !== key`. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { insertion } from "../code/text-edits.ts";
import { deep, expressionsIn, functionAround, holds, sameSpan, statementsAround } from "../code/visit-facts.ts";

export interface SecretToAsk {
  /** The test. */
  readonly at: Place;
  /** Name of the environment variable. */
  readonly variable: string;
  readonly model: ServiceModel;
}

/** Undefined where the secret has no name of its own in the comparison. */
export function askSecret({ at, variable, model }: SecretToAsk): Fix | undefined {
  const source = sourceText(model, at.file);
  if (!source) return undefined;
  const inTest = [...expressionsIn(source.facts)].filter((one) => holds(at.at, one.at));
  for (const comparison of inTest) {
    if (comparison.kind !== "binary" || (comparison.operator !== "===" && comparison.operator !== "!==")) continue;
    const secret = [comparison.left, comparison.right].map((one) => secretIn(source, one, variable)).find(Boolean);
    if (secret === undefined) continue;
    const refuses = comparison.operator === "!==";
    const asked = refuses ? `!${secret} || ` : `${secret} && `;
    const alone =
      sameSpan(comparison.at, at.at) || !inTest.some((one) => one.kind === "logical" && holds(one.at, comparison.at));
    const edits: Edit[] = alone
      ? [insertion(source.file, comparison.at[0], asked)]
      : [insertion(source.file, comparison.at[0], `(${asked}`), insertion(source.file, comparison.at[1], ")")];
    return {
      title: `Refuse while ${variable} is not set`,
      kind: "safe",
      edits: () => edits,
      checklist: [`Set ${variable} wherever the service runs: requests are refused without it from now on.`],
    };
  }
  return undefined;
}

/** `process.env.KEY`, `key` that was declared as that, either inside a template. */
function secretIn(source: SourceText, expression: Expression, variable: string): string | undefined {
  if (expression.kind === "template") {
    for (const value of expression.values) {
      const found = secretIn(source, value, variable);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (expression.kind === "binary" && expression.operator === "+")
    return secretIn(source, expression.left, variable) ?? secretIn(source, expression.right, variable);
  const written = source.text.slice(...expression.at);
  if (expression.kind === "member" && expression.name === variable) return written;
  if (expression.kind === "index" && written.includes(variable)) return written;
  if (expression.kind !== "name" || expression.binding < 0) return undefined;
  return comesFrom(source, expression.binding, variable) ? written : undefined;
}

/** The name was declared with the variable, here or at the top of the file. */
function comesFrom({ facts, text }: SourceText, binding: number, variable: string): boolean {
  const declared = facts.bindings[binding];
  if (!declared) return false;
  if (declared.import !== undefined)
    return declared.name.replace(/[^a-z]/gi, "").toLowerCase() === variable.replace(/_/g, "").toLowerCase();
  const owner = functionAround(facts, declared.at[0]);
  const last = statementsAround(facts.functions[owner]?.body ?? [], declared.at[0]).at(-1);
  const statement = last?.list[last.index];
  if (statement?.kind !== "declare") return false;
  return (
    statement.value !== undefined &&
    [...deep([statement.value])].some((one) => text.slice(...one.at).includes(variable))
  );
}
