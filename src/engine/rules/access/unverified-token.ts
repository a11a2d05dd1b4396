import { verifyToken } from "../../fixes/guards/verify-token.ts";
import { somePart, someTerm, termsOutside } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { PathEvent } from "../../model/path.ts";
import type { InputSource, Place, Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { believedCookie } from "../questions/believed-cookie.ts";
import { isMoreThanSent } from "../questions/more-than-sent.ts";
import { readByHand, usesCrypto } from "../questions/read-by-hand.ts";
import { resultsOf } from "../questions/results.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A token is decoded, not verified, and its content is believed.
 *
 * Decoding reads what anybody may have written. Only verification proves that the service issued the token.
 *
 * ```ts bad
 * app.delete("/me", async (req, res) => {
 *   const user = jwt.decode(req.headers.authorization);
 *   await pool.query("DELETE FROM users WHERE id = $1", [user.id]);
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.delete("/me", async (req, res) => {
 *   const user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
 *   await pool.query("DELETE FROM users WHERE id = $1", [user.id]);
 *   res.sendStatus(204);
 * });
 * ```
 *
 * So does a plain cookie that names somebody: `req.cookies.userId`, `JSON.parse(req.cookies.user).id`.
 *
 * Decoding beside a verification (to find the key, to show a name) is fine.
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  once: true,
  cwe: [347],
  owasp: ["API2:2023"],
  asvs: ["9.1.1"],
  remedy: {
    title: "Verify the token instead of decoding it",
    steps: [
      "Verify it with the library's own call and the key of whoever issues it: `jwt.verify(token, key, { algorithms: […] })`, `jwtVerify(token, keys, { issuer, audience })`.",
      "Name the algorithms, the issuer and the audience; answer 401 when it throws.",
      "Send a token whose middle part was changed: it must be refused.",
    ],
  },

  check(entry, report, model) {
    if (entry.unreadable || verifies(entry)) return;
    const cookie = entry.public === undefined && believedCookie(entry, model);
    if (cookie)
      report({
        at: cookie.event.place,
        entryPoint: entry,
        message: `${entry.label} believes what the ${cookie.what} says of who is calling: anybody can write one. Sign it, or keep the session on the server.`,
        trace: traceTo(entry, cookie.event, `uses what the ${cookie.what} says`),
      });
    const answers = resultsOf(entry);
    for (const event of entry.trail.events) {
      const { token, site, library } = decodedIn(event, answers) ?? {};
      if (!token || !site || isProvenOtherwise(entry, token) || (!library && usesCrypto(entry))) continue;
      report({
        at: site,
        entryPoint: entry,
        message: `${entry.label} believes a token that it only decodes: anybody can write one. Verify it.`,
        trace: traceTo(entry, event, "uses what the token says"),
        fixes: () =>
          library ? [verifyToken({ at: site, entryPoint: entry, model })].filter((fix) => fix !== undefined) : [],
      });
      return;
    }
  },
});

function isDecoded(part: Term, answers: ReadonlySet<Term>): boolean {
  return part.kind === "external" && part.decoded === true && fromCaller(part, answers);
}

interface Decoded {
  readonly token: Term;
  readonly site: Place | undefined;
  /** A library's call decodes it, and not the service's own code. */
  readonly library: boolean;
}

/** A token of the caller's that decides something: it is tested, looked up with or stored. */
function decodedIn(event: PathEvent, answers: ReadonlySet<Term>): Decoded | undefined {
  const terms = event.kind === "check" ? [event.test] : event.kind === "effect" ? [event.where, event.data] : [];
  for (const term of terms) {
    // What a system gave back is not what it was asked with: the provider's own answer holds tokens too.
    for (const part of term ? termsOutside(term, answers) : []) {
      if (isDecoded(part, answers))
        return { token: part, site: part.kind === "external" ? part.site : undefined, library: true };
      const divided = readByHand(part, answers);
      if (divided && fromCaller(part, answers)) return { token: part, site: divided, library: false };
    }
  }
  return undefined;
}

/** A token that was found in the store was put there by the service. */
function fromCaller(term: Term, answers: ReadonlySet<Term>): boolean {
  return [...termsOutside(term, answers)].some((part) => part.kind === "input" && SENT.has(part.source));
}

const SENT: ReadonlySet<InputSource> = new Set(["headers", "cookies", "body", "query", "params", "arguments"]);

/** Who is calling was asked by something else than this token: a session, a password, another header. */
function isProvenOtherwise(entry: EntryPoint, token: Term): boolean {
  const resting = new Set<Term>([token]);
  for (const effect of entry.effects) {
    if (effect.where && someTerm(effect.where, (part) => resting.has(part))) resting.add(effect.result);
  }
  return entry.guards.some(
    (guard) =>
      guard.kind === "authentication" &&
      guard.name !== "inline check" &&
      !/decode/i.test(guard.name) &&
      (guard.proves.length === 0 || guard.proves.some(isMoreThanSent)) &&
      !guard.proves.some((term) => someTerm(term, (part) => resting.has(part))),
  );
}

function verifies(entry: EntryPoint): boolean {
  return entry.trail.events.some((event) => {
    if (event.kind === "guard") return event.guard === "authentication" || event.guard === "signature";
    if (event.kind === "opaque") return VERIFIES.test(event.call.text.split(".").at(-1) ?? "");
    return event.kind === "check" && asksVerified(event.test);
  });
}

const VERIFIES = /verif|introspect/i;

/** What a library's own verification says of the token is tested: `if (!(await jwt.verify(token, key))) throw …`. */
function isVerified(part: Term): boolean {
  return part.kind === "external" && part.arguments !== undefined && VERIFIES.test(part.path.at(-1) ?? "");
}

const asksVerified = somePart(isVerified);
