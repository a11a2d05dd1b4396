/** Whether a check proves more than that a header or a token is there: anybody may send one. */
import { someTerm } from "../../link/terms/terms.ts";
import { asksText, makesText } from "../../link/terms/text-methods.ts";
import type { Term } from "../../model/term.ts";

/** It rests on something that the caller does not choose: what a package, a store or a setting says. */
export function isMoreThanSent(term: Term): boolean {
  return someTerm(
    term,
    (part) =>
      (part.kind === "external" && part.arguments !== undefined) ||
      (part.kind === "result" && !isOfText(part.of.callee)) ||
      part.kind === "environment" ||
      (part.kind === "input" && (part.source === "identity" || part.source === "session")),
  );
}

/** `token.split(".")`: of what was sent, a part. */
function isOfText(callee: Term): boolean {
  return callee.kind === "member" && (makesText(callee.name) || asksText(callee.name));
}
