/** A machine is told by a secret of the service's own settings: nobody is signed in. */
import type { Term } from "../../model/term.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, HOLDS_ENVIRONMENT, holds } from "../terms/marks.ts";
import { somePart, someTerm } from "../terms/terms.ts";
import { tellsWhence } from "../terms/whence.ts";

/** Somewhere in it a header is compared with a setting of the service itself, here or in a package's middleware. */
export const comparesSetting = somePart(comparesOne);

function comparesOne(part: Term): boolean {
  if (part.kind === "external" && /^(?:basicAuth|bearerAuth)\(\)$/.test(part.path.at(-1) ?? ""))
    return (part.arguments ?? []).some((argument) => holds(argument, HOLDS_ENVIRONMENT));
  if (part.kind === "external" && /(?:^|\.)(?:timingSafeEqual|safeCompare|default)\(\)$/.test(part.path.join(".")))
    return comparesInConstantTime(part.package, part.arguments ?? []);
  // By hand, character for character: `difference |= a[i] ^ b[i]`.
  if (part.kind === "operation" && part.operator === "^") return comparesEither(part.parts);
  if (part.kind !== "operation" || (part.operator !== "===" && part.operator !== "!==")) return false;
  const setting = part.parts.findIndex(
    (one) =>
      one.kind === "environment" ||
      (one.kind === "text" && (one.parts.some((inner) => inner.kind === "environment") || isSameForAll(one))),
  );
  const given = part.parts[1 - setting];
  return (
    setting >= 0 &&
    given !== undefined &&
    holds(given, HOLDS_CREDENTIAL | HOLDS_CLIENT_DATA) &&
    !someTerm(given, isSignedIn) &&
    !tellsWhence(given)
  );
}

/** `Bearer ${settings.key}`: a token made of nothing that the request sends or that is looked up. */
function isSameForAll(text: Term & { readonly kind: "text" }): boolean {
  const [scheme] = text.parts;
  if (scheme?.kind !== "literal" || !/^(?:Bearer|Basic|Token|ApiKey) $/i.test(String(scheme.value))) return false;
  return !someTerm(text, ({ kind }) => kind === "input" || kind === "result");
}

/** `user.rank === process.env.CLERK`: somebody is signed in, and the setting names a role. */
function isSignedIn(part: Term): boolean {
  return part.kind === "input" && (part.source === "identity" || part.source === "session");
}

/** `timingSafeEqual(hash(header), hash(setting))`, in either order. */
function comparesInConstantTime(packageName: string, given: readonly Term[]): boolean {
  if (!/^(?:node:crypto|safe-compare|tsscmp|secure-compare)$/.test(packageName)) return false;
  return comparesEither(given);
}

function comparesEither([one, other]: readonly Term[]): boolean {
  if (!one || !other) return false;
  const told = (term: Term): boolean => holds(term, HOLDS_CREDENTIAL | HOLDS_CLIENT_DATA);
  // A row that is found by what was sent is none, whatever settings the connection to the database was made with.
  const isSetting = (term: Term): boolean => holds(term, HOLDS_ENVIRONMENT) && !told(term);
  return (isSetting(one) && told(other)) || (isSetting(other) && told(one));
}
