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

export interface MethodRoute {
  readonly method: string;
  readonly parameters: readonly ParameterShape[];
}

/**
 * The methods that a handler tells apart, with what it is given for each; empty where it does not tell them apart. The first
 * of `others` that it answers without asking for it is among them, as what stands behind
 * `if (request.method === "POST") { …; return }` does for GET.
 */
export function methodRoutes(
  terms: TermView,
  handler: Term,
  parameters: (request: ParameterShape) => readonly ParameterShape[],
  others: readonly string[] = ["GET", "POST"],
): readonly MethodRoute[] {
  const given = (method: string): readonly ParameterShape[] =>
    parameters({ of: "request", fields: { method: { term: terms.literal(method) } } });
  const compared = methodsOf(terms, handler, parameters("request"), "request.method");
  if (compared.length === 0) return [];
  const rest = others.find((method) => !compared.includes(method));
  const served = rest !== undefined && terms.serves(handler, given(rest)) ? [...compared, rest] : compared;
  return served.map((method) => ({ method, parameters: given(method) }));
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
