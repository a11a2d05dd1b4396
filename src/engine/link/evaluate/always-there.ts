/**
 * Values that are there whichever way made them: a verdict told as an object (`{ error }`, `{ allowed: false }`), of which
 * `if (!verdict)` asks nothing.
 */
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { truth } from "../terms/truth.ts";
import { alternatives } from "./members.ts";

/** The verdict of which a check asks whether it is missing, where it is always there: the check never stops the path. */
export function vainlyAsked({ test, stopsWhen }: CheckEvent): Term | undefined {
  const verdict = askedToBeMissing(test, stopsWhen);
  return verdict && isAlwaysThere(verdict) ? verdict : undefined;
}

/** `verdict` of `!verdict`, `verdict === false`, `verdict == null`. */
function askedToBeMissing(test: Term, stopsWhen: boolean): Term | undefined {
  if (test.kind !== "operation") return stopsWhen ? undefined : test;
  const [first, second] = test.parts;
  if (test.operator === "!" && first) return askedToBeMissing(first, !stopsWhen);
  if ((test.operator === "===" || test.operator === "!==") && first && second && truth(second) === false)
    return stopsWhen === (test.operator === "===") ? first : undefined;
  return stopsWhen ? undefined : test;
}

function isAlwaysThere(term: Term): boolean {
  switch (term.kind) {
    case "choice":
      return term.options.every(isAlwaysThere);
    case "operation": {
      if (term.operator === "?:") return term.parts.length > 1 && term.parts.slice(1).every(isAlwaysThere);
      return (term.operator === "||" || term.operator === "??") && term.parts.some(isAlwaysThere);
    }
    case "external":
      return term.path.at(-1)?.startsWith("new ") === true;
    default:
      return term.kind !== "literal" && truth(term) === true;
  }
}

/** The field by which a verdict says no: `error` of `{ error }`, `allowed` of `{ allowed: false }`. */
export function refusedBy(verdict: Term): string | undefined {
  for (const option of alternatives(verdict)) {
    if (option.kind !== "object") continue;
    const field = option.fields.find(({ key, value }) => key !== undefined && saysNo(key, value));
    if (field) return field.key;
  }
  return undefined;
}

/** An error, or the absence of what allows. Where a comparison decides, it may be either. */
function saysNo(key: string, value: Term): boolean {
  if (FAULT.test(key)) return truth(value) !== false;
  return ALLOWS.test(key) && truth(value) !== true;
}

const FAULT = /^(?:errors?|error_?(?:response|message)|failed|denied|forbidden|unauthori[sz]ed)$/i;
const ALLOWS =
  /^(?:ok|success|allowed|valid|permitted|granted|authori[sz]ed|authenticated|is_?(?:ok|allowed|valid|permitted|authori[sz]ed|authenticated|admin|owner))$/i;
