/** A token that code takes apart by itself: `JSON.parse(atob(token.split(".")[1]))` reads what anybody may have written. */
import { someTerm } from "../../link/terms/terms.ts";
import { dividedAt } from "../../link/values/divided-token.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Place, Term } from "../../model/term.ts";

/** A field of the second part of a token, of its three parts divided by dots (RFC 7519): the place where it is divided. */
export function readByHand(part: Term, answers: ReadonlySet<Term>): Place | undefined {
  if (part.kind !== "member" || (part.of.kind !== "unknown" && part.of.kind !== "choice")) return undefined;
  return dividedAt(part.of, answers);
}

/** Something on the way computes or compares a signature: Node's crypto, Web Crypto. */
export function usesCrypto(entry: EntryPoint): boolean {
  const isCrypto = (part: Term): boolean =>
    part.kind === "external" && (/^(?:node:)?crypto$|^crypto-js/.test(part.package) || part.path.includes("subtle"));
  return entry.trail.events.some(
    (event) =>
      (event.kind === "check" && someTerm(event.test, isCrypto)) ||
      event.scopes.some((scope) => scope.kind === "branch" && someTerm(scope.test, isCrypto)) ||
      (event.kind === "opaque" && /createHmac|createVerify|subtle|timingSafeEqual|publicDecrypt/.test(event.call.text)),
  );
}
