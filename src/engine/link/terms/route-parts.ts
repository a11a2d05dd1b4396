/** Which members of a request, and which calls of packages, tell its address or method, or what the route says of itself. */

const PARTS = new Set([
  "path",
  "url",
  "originalUrl",
  "baseUrl",
  "method",
  "req.path",
  "req.url",
  "req.method",
  "request.path",
  "request.url",
  "request.method",
  "request.originalUrl",
  "nextUrl.pathname",
  "raw.url",
  "raw.method",
  "route.path",
  "route.id",
  "routerPath",
  "routeOptions.url",
  "_parsedUrl.pathname",
]);

/** The path as the route was registered: `/orders/:id` for every order. */
export function isRoutePattern(path: readonly string[]): boolean {
  return PATTERNS.has(path.join("."));
}

const PATTERNS = new Set(["routerPath", "routeOptions.url"]);

/** What the route itself was given for middleware to read. */
const SETTINGS = new Set(["routeOptions.config", "routeConfig", "context.config", "tsRestRoute.metadata"]);

/** The members of a request that tell its address or method. */
export function isRoutePart(path: readonly string[]): boolean {
  return path.length > 0 && path.length < 3 && PARTS.has(path.join("."));
}

/** The member of a request that has what the route says of itself. */
export function isRouteSettings(path: readonly string[]): boolean {
  return path.length > 0 && path.length < 3 && SETTINGS.has(path.join("."));
}

/** Calls of packages that tell whether a request's path fits patterns given earlier: Clerk's `createRouteMatcher([…])(request)`. */
export const ROUTE_MATCHER = "createRouteMatcher()()";

/** Or something of such a member: `req.path.startsWith`. */
export function hasRoutePart(path: readonly string[]): boolean {
  return [path.slice(0, 1), path.slice(0, 2)].some((part) => isRoutePart(part) || isRouteSettings(part));
}
