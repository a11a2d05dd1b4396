/**
 * What a term holds, whichever path it stands on: a few bits that each term has of itself and of all it was made from.
 *
 * Terms never change, so the bits are worked out once per term. Questions that most terms answer with no cost nothing.
 */
import type { InputSource, Term } from "../../model/term.ts";
import { COMPARISONS } from "./comparisons.ts";
import { hasRoutePart, ROUTE_MATCHER } from "./route-parts.ts";
import { partsOf } from "./terms.ts";

/** A header, a cookie, the session or who is calling. */
export const HOLDS_CREDENTIAL = 1;
/** What the client sends freely. */
export const HOLDS_CLIENT_DATA = 2;
/** The message as it was sent. */
export const HOLDS_MESSAGE = 4;
/** A keyed hash or a signature over the message. */
export const HOLDS_SIGNATURE = 8;
/** What a call that could not be read gave back. */
export const HOLDS_RESULT = 16;
/** A comparison. */
export const HOLDS_COMPARISON = 32;
/** An environment variable. */
export const HOLDS_ENVIRONMENT = 64;
/** The request itself, or the context that holds it: it may be asked for anything. */
export const HOLDS_REQUEST = 128;

/** The address or the method of the request. */
export const HOLDS_ROUTE = 128;

const CREDENTIAL: ReadonlySet<InputSource> = new Set(["headers", "cookies", "session", "identity"]);
const CLIENT_DATA: ReadonlySet<InputSource> = new Set([
  "body",
  "params",
  "query",
  "files",
  "message",
  "job",
  "event",
  "arguments",
]);
const MESSAGE: ReadonlySet<InputSource> = new Set(["body", "message", "request", "files"]);

/** True where the term, or anything it was made from, has one of these marks. */
export function holds(term: Term, marks: number): boolean {
  return (marksOf(term) & marks) !== 0;
}

/** Headers that tell of the message, and not of who sends it. https://www.rfc-editor.org/rfc/rfc9110#name-representation-data-and-met */
const DESCRIBES_MESSAGE = /^(?:accept|cache-control$|content-|if-|range$|user-agent$)/i;

/**
 * Headers that tell where a request comes from: from which page and which address. They tell of a network or a browser, and
 * not of who sends it. https://www.rfc-editor.org/rfc/rfc7239 · https://developer.mozilla.org/docs/Web/HTTP/Headers/Origin
 */
export const TELLS_WHENCE =
  /^(?:origin|referer|referrer|host|forwarded|x-forwarded-(?:for|host|proto|port)|x-(?:real|client|cluster-client)-ip|cf-connecting-ip|true-client-ip|fastly-client-ip|fly-client-ip|x-vercel-forwarded-for|x-requested-with|sec-fetch-\w+)$/i;

/** Which of several tenants is meant, and how to talk to the caller: whoever writes it need not belong there. */
const NAMES_PLACE =
  /^x-(?:tenant|org(?:ani[sz]ation)?|workspace|company|store|shop|school|site|locale|lang(?:uage)?|time-?zone)(?:-(?:id|slug|name|code))?$/i;

/**
 * A header or a cookie which shows that a page of the service was open, and not who looks at it.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isAgainstForgery(term: Term): boolean {
  return (
    term.kind === "input" &&
    (term.source === "headers" || term.source === "cookies") &&
    /csrf|xsrf/i.test(term.path[0] ?? "")
  );
}

/** The marks of the term itself that tell where an input comes from. */
export function inputMarks(term: Term): number {
  if (term.kind !== "input") return 0;
  const header = term.source === "headers" ? (term.path[0] ?? "") : "";
  if (isAgainstForgery(term)) return HOLDS_CLIENT_DATA;
  if (header !== "" && (DESCRIBES_MESSAGE.test(header) || TELLS_WHENCE.test(header) || NAMES_PLACE.test(header)))
    return HOLDS_CLIENT_DATA;
  return (
    (CREDENTIAL.has(term.source) ? HOLDS_CREDENTIAL : 0) |
    (CLIENT_DATA.has(term.source) ? HOLDS_CLIENT_DATA : 0) |
    (MESSAGE.has(term.source) ? HOLDS_MESSAGE : 0) |
    (term.source === "request" || term.source === "context" ? HOLDS_REQUEST : 0)
  );
}

function marksOf(term: Term): number {
  if (term.marks >= 0) return term.marks;
  let marks = 0;
  for (const part of partsOf(term)) marks |= marksOf(part);
  switch (term.kind) {
    case "input":
      marks |= inputMarks(term);
      if ((term.source === "request" || term.source === "context") && hasRoutePart(term.path)) marks |= HOLDS_ROUTE;
      if (term.source === "query" && term.path[0] === "pathname") marks |= HOLDS_ROUTE;
      break;
    case "external":
      // What lies in a map is not the key that it is found by.
      if (term.package === "global:Map" && term.path.at(-1) === "get()") marks = term.base ? marksOf(term.base) : 0;
      if ((marks & HOLDS_MESSAGE) !== 0 && term.package === "node:crypto" && isKeyed(term.path[0] ?? ""))
        marks |= HOLDS_SIGNATURE;
      // A package that is given the request and the patterns: `createRouteMatcher([…])(request)`.
      if (term.package === "global:URL" && term.path.at(-1) === "pathname") marks |= HOLDS_ROUTE;
      if (term.path.at(-1) === ROUTE_MATCHER) marks |= HOLDS_ROUTE;
      break;
    case "result":
      marks |= HOLDS_RESULT;
      break;
    case "operation":
      if (COMPARISONS.has(term.operator)) marks |= HOLDS_COMPARISON;
      break;
    case "environment":
      marks |= HOLDS_ENVIRONMENT;
      break;
  }
  term.marks = marks;
  return marks;
}

function isKeyed(call: string): boolean {
  return call === "createHmac()" || call === "verify()" || call === "createVerify()";
}
