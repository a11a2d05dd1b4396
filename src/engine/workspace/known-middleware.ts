/** Packages of middleware that adapters do not describe one by one. */
import type { GuardKind } from "../model/guard.ts";
import { KNOWN_MIDDLEWARE } from "../systems/known-middleware.ts";

/**
 * What a package of middleware does. A public package that nobody described and that says nothing of callers in its name
 * refuses nobody; a scoped one may be the team's own, and stays unknown.
 */
export function knownMiddleware(packageName: string): GuardKind | "none" | undefined {
  if (Object.hasOwn(KNOWN_MIDDLEWARE, packageName)) return KNOWN_MIDDLEWARE[packageName];
  return packageName.startsWith("@") || ABOUT_CALLERS.test(packageName) ? undefined : "none";
}

const ABOUT_CALLERS =
  /auth|session|guard|jwt|token|passport|permission|acl|protect|login|oidc|saml|sso|keycloak|access|role|rbac|casl|csrf|csurf|identity|account|user|member|tenant|secure/i;
