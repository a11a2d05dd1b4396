/** Packages of middleware that adapters do not describe one by one. */
import type { GuardKind } from "../model/guard.ts";
import { KNOWN_MIDDLEWARE, WATCHING_SCOPES } from "../systems/known-middleware.ts";

/**
 * What a package of middleware does. A public package that nobody described and that says nothing of callers in its name
 * refuses nobody. Of one that may be the team's own, or is about callers, the names of its exports are all there is to
 * read: what it calls a guard of log-ins is one, a router serves addresses of its own, and the rest stays unknown.
 */
export function knownMiddleware(packageName: string, path: readonly string[]): GuardKind | "none" | undefined {
  if (Object.hasOwn(KNOWN_MIDDLEWARE, packageName)) return KNOWN_MIDDLEWARE[packageName];
  if (WATCHING_SCOPES.has(packageName.split("/")[0] ?? "")) return "none";
  if (!packageName.startsWith("@") && !ABOUT_CALLERS.test(packageName)) return "none";
  const name = path.map((segment) => segment.replace(/\(\)$/, "")).join(".");
  if (LETS_THROUGH.test(name)) return "none";
  if (UNDECIDED.test(name)) return undefined;
  if (LOGIN.test(name)) return "authentication";
  if (RIGHTS.test(name)) return "role";
  if (ROUTER.test(name)) return "none";
  if (RATES.test(name)) return "rateLimit";
  return PLUMBING.test(name) && !ABOUT_CALLERS.test(name) && !REFUSES.test(name) ? "none" : undefined;
}

const ABOUT_CALLERS =
  /auth|session|guard|jwt|token|passport|permission|acl|protect|login|oidc|saml|sso|keycloak|access|role|rbac|casl|csrf|csurf|identity|account|user|member|tenant|secure/i;

/** `OptionalJwtGuard`, `maybeAuthenticated()`: whoever comes without credentials may pass. */
const LETS_THROUGH = /optional|maybe/i;

/** `attachUser()`, `refreshToken()`: what is done where there are none is not told. */
const UNDECIDED = /anonymous|public|guest|attach|populate|decode|extract|load|refresh|parse|issue|logout/i;

/** `JwtAuthGuard`, `requireBearerAuth()`, `ensureLoggedIn`, `authenticate()`, `authMiddleware`, `withApiAuth()`. */
const LOGIN =
  /(?:^|\.)(?:\w*(?:jwt|auth|authenticat\w*|session|login|loggedin|bearer|token|oauth2?|oidc)\w*guard|(?:require|ensure|verify|validate|check|is|need|needs|must|with)_?\w*(?:auth|authentication|authenticated|user|login|loggedin|signedin|session|token|jwt|bearer)|(?:jwt|bearer|token|auth|authentication)\w*middleware|authenticate\w*|protected?route\w*)$/i;

/** `PermissionsGuard`, `requireRole("admin")`, `checkPermission()`, `authorize()`. */
const RIGHTS =
  /(?:^|\.)(?:\w*(?:roles?|permissions?|scopes?|acl|rbac|polic(?:y|ies)|abilit(?:y|ies)|admin|access|authorization)guard|(?:require|ensure|check|verify|has|with|must)_?\w*(?:roles?|permissions?|scopes?|admin|polic(?:y|ies)|abilit(?:y|ies)|claims?)|authorize\w*)$/i;

/** `mcpAuthRouter({ … })`: addresses of its own, and nothing for those of others. */
const ROUTER = /(?:^|\.)\w*(?:Router|Routes)$|^(?:router|routes)$/;

const RATES = /(?:^|\.)\w*(?:rate_?limit|throttl)\w*$/i;

/** What stands ahead of handlers for the sake of operation, and refuses nobody. */
const PLUMBING =
  /log(?:ger|ging)?(?![a-z])|log(?:ger|ging)?middleware|trac(?:e|er|ing)|telemetry|metrics|monitor|correlation|request_?id|cors|helmet|headers?|compress|body|cookie|cache|timeout|i18n|locale|language|translat|upload|multer|swagger|openapi|docs|health|static|favicon|transform|serializ|interceptor|transaction|errors?|exception|not_?found/i;

const REFUSES = /verif|check|require|ensure|restrict|allow|deny|block|only|sign|key|webhook|whitelist|blacklist/i;
