/**
 * Why an entry point is meant to be open to everybody.
 *
 * What it does counts before what it is called: it issues a session, compares a password, takes a one-time token.
 */
import { matchesGlob } from "../config/glob.ts";
import type { Config } from "../model/config.ts";
import type { Guard } from "../model/guard.ts";
import type { Path } from "../model/path.ts";
import type { RoutedEntry } from "./routing.ts";
import { someTerm } from "./terms.ts";

const PUBLIC_PATH =
  /(?:^|[/_.-])(?:health|healthz|healthcheck|livez?|readyz?|ready|ping|status|version|metrics|favicon\.ico|robots\.txt|sitemap\.xml|openapi(?:\.json|\.yaml)?|swagger|api-docs|docs|login|log-in|signin|sign-in|sign_in|signup|sign-up|sign_up|register|registration|logout|signout|oauth\d?|oidc|sso|saml|callback|csrf|captcha|forgot|forgot-password|reset|reset-password|password-reset|verify-email|confirm-email|confirm|unsubscribe|refresh|refresh-token|well-known)(?:[/_.-]|$)/i;

export function publicByDesign(
  routed: RoutedEntry,
  path: Path,
  guards: readonly Guard[],
  config: Config,
): { readonly why: string } | undefined {
  const declared = config.public.find((entry) => matchesGlob(entry.path, routed.path));
  if (declared) return { why: declared.reason };
  if (guards.some((guard) => guard.kind === "signature" && isOnTheWay(guard, routed)))
    return { why: "the sender signs its requests" };
  for (const event of path.events) {
    if (event.kind !== "effect" && event.kind !== "opaque" && event.kind !== "guard") continue;
    const callee = event.call.callee;
    const last = callee.kind === "external" ? (callee.path.at(-1) ?? "") : (event.call.text.split(".").at(-1) ?? "");
    const module = callee.kind === "external" ? callee.package : "";
    if (
      /^(?:bcrypt|bcryptjs|argon2|@node-rs\/bcrypt|@node-rs\/argon2|scrypt)/.test(module) &&
      /^(?:compare|verify)/.test(last)
    )
      return { why: "it checks a password" };
    if (module === "jsonwebtoken" && last === "sign") return { why: "it issues a token" };
  }
  if (looksUpBySecretToken(path)) return { why: "the token in the request is the credential" };
  return PUBLIC_PATH.test(routed.path) ? { why: "a path that is public in most services" } : undefined;
}

/** Middleware that reads a signed cookie on some of its branches says nothing of who sends the request. */
function isOnTheWay(guard: Guard, routed: RoutedEntry): boolean {
  return guard.scopes.length === 0 || !routed.handlers.slice(0, -1).some(({ name }) => name === guard.name);
}

/** A row is found by a token, code or hash from the request. */
function looksUpBySecretToken(path: Path): boolean {
  return path.events.some((event) => {
    if (event.kind !== "effect" || event.access !== "read" || event.where?.kind !== "object") return false;
    return event.where.fields.some(
      (field) =>
        field.key !== undefined &&
        /token|secret|code|hash|nonce|otp/i.test(field.key) &&
        someTerm(
          field.value,
          (part) => part.kind === "input" && ["body", "params", "query", "arguments"].includes(part.source),
        ),
    );
  });
}
