/** Which HTTP methods a handler tells apart itself. */
import type { Term } from "../../model/term.ts";
import type { ParameterShape, TermView } from "../define-framework.ts";

export const VERBS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

/**
 * Verbs that the method is compared with on the way through the handler, or that are the keys of a table it was made
 * with: `byMethod({ GET: list, POST: create })`. Empty where it does not tell them apart.
 */
export function methodsOf(
  terms: TermView,
  handler: Term,
  parameters: readonly ParameterShape[],
  of: ParameterShape,
): readonly string[] {
  // `switch (request.method?.toLowerCase()) { case "put": … }`
  const compared = terms.cases(handler, parameters, of).map((name) => name.toUpperCase());
  const verbs = [...new Set(compared)].filter((name) => VERBS.has(name));
  return verbs.length > 0 ? verbs : tableOf(terms, handler);
}

/**
 * These, and the first verb of `others` that the handler answers without asking for it, as what stands behind
 * `if (request.method === "POST") { …; return }` does for GET. `given`: what the handler is given for a method.
 */
export function methodsServed(
  terms: TermView,
  handler: Term,
  compared: readonly string[],
  others: readonly string[],
  given: (method: string) => readonly ParameterShape[],
): readonly string[] {
  const rest = others.find((method) => !compared.includes(method));
  return rest !== undefined && terms.serves(handler, given(rest)) ? [...compared, rest] : compared;
}

/** The keys of an object that the function uses from outside, where all of them are verbs. */
function tableOf(terms: TermView, handler: Term): readonly string[] {
  if (handler.kind !== "function") return [];
  for (const value of handler.captured.values()) {
    const names = terms.fields(value).map((field) => field.name);
    if (names.length > 0 && names.every((name) => VERBS.has(name))) return names;
  }
  return [];
}
