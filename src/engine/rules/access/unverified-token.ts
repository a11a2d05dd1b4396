import { verifyToken } from "../../fixes/verify-token.ts";
import { someTerm, termsWithin } from "../../link/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../trace.ts";

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
    if (entry.unreadable || entry.guards.some((guard) => guard.kind === "authentication" && isReal(guard))) return;
    for (const event of entry.trail.events) {
      const token = decodedIn(event);
      const site = token?.kind === "external" ? token.site : undefined;
      if (!site || verifies(entry)) continue;
      report({
        at: site,
        entryPoint: entry,
        message: `${entry.label} believes a token that it only decodes: anybody can write one. Verify it.`,
        trace: traceTo(entry, event, "uses what the token says"),
        fixes: () => [verifyToken({ at: site, entryPoint: entry, model })].filter((fix) => fix !== undefined),
      });
      return;
    }
  },
});

/** What decodes without verifying: the package, and how the path of the call ends. */
const DECODERS: Readonly<Record<string, RegExp>> = {
  jsonwebtoken: /(?:^|\.)decode\(\)$/,
  jose: /^decodeJwt\(\)$/,
  "jwt-decode": /^(?:jwtDecode|default|jwt_decode)\(\)$/,
  "@nestjs/jwt": /\.decode\(\)$/,
  "@fastify/jwt": /\.decode\(\)$/,
  fastify: /\.jwt\.decode\(\)$/,
  "hono/jwt": /^decode\(\)$/,
};

function decodedIn(event: PathEvent): Term | undefined {
  const terms = event.kind === "check" ? [event.test] : event.kind === "effect" ? [event.where, event.data] : [];
  return terms.map((term) => term && decodedWithin(term)).find((found) => found !== undefined);
}

/** A token of the caller that the term is made of, and that was only decoded. */
function decodedWithin(term: Term): Term | undefined {
  for (const part of termsWithin(term)) {
    if (part.kind === "external" && DECODERS[part.package]?.test(part.path.join(".")) && fromCaller(part)) return part;
  }
  return undefined;
}

/** It proves more than that there is a token, or what stands in one that anybody may write. */
function isReal(guard: Guard): boolean {
  if (guard.name === "inline check" || /decode/i.test(guard.name)) return false;
  if (guard.proves.length === 0) return true;
  return guard.proves.every((term) => decodedWithin(term) === undefined) && guard.proves.some(isMoreThanSent);
}

function isMoreThanSent(term: Term): boolean {
  return someTerm(
    term,
    (part) =>
      (part.kind === "external" && part.arguments !== undefined) ||
      part.kind === "result" ||
      part.kind === "environment" ||
      (part.kind === "input" && (part.source === "identity" || part.source === "session")),
  );
}

function fromCaller(term: Term): boolean {
  return [...termsWithin(term)].some(
    (part) => part.kind === "input" && /^(?:headers|cookies|body|query|params|arguments)$/.test(part.source),
  );
}

function verifies(entry: EntryPoint): boolean {
  return entry.trail.events.some(
    (event) => event.kind === "guard" && (event.guard === "authentication" || event.guard === "signature"),
  );
}
