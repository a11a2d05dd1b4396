/** What the caller writes into a request. Headers and cookies are not here: clients send them by themselves. */
import type { InputSource, Term } from "../../model/term.ts";

type InputTerm = Term & { readonly kind: "input" };

/** The body, the arguments of an operation, a part of the address or of its query. */
export function isSent(term: Term): term is InputTerm {
  return term.kind === "input" && SENT.has(term.source);
}

/** The body or the arguments: what stands in no address. */
export function isGiven(term: Term): term is InputTerm {
  return term.kind === "input" && (term.source === "body" || term.source === "arguments");
}

const SENT: ReadonlySet<InputSource> = new Set(["body", "arguments", "params", "query"]);
