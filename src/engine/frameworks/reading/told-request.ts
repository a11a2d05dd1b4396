/** The request as a listener that routes itself sees it on one of its ways. */
import type { Term } from "../../model/term.ts";
import type { Comparison, TermView } from "../define-framework.ts";

/** What the way compared the request with is known. */
export function toldRequest(terms: TermView, { method, path }: Comparison): Term {
  return terms.input("request", {
    ...(method === undefined ? {} : { method: terms.literal(method) }),
    ...(path === undefined ? {} : { url: terms.literal(path) }),
  });
}
