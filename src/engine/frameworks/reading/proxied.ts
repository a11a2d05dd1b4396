/** Middleware of packages that hands every request on to another service. */
import type { Term } from "../../model/term.ts";
import type { Handler } from "../define-framework.ts";

export function handsOn(handlers: readonly Handler[]): boolean {
  return handlers.some(({ term, place }) => isProxy(term) && !DEVELOPMENT.test(place.file));
}

function isProxy(term: Term): boolean {
  return term.kind === "external" && term.arguments !== undefined && PROXIES.test(term.package);
}

/** https://github.com/chimurai/http-proxy-middleware · https://github.com/villadora/express-http-proxy · https://github.com/vagusX/koa-proxies */
const PROXIES =
  /^(?:(?:http-proxy|connect-http-proxy)-middleware|express-http-proxy|koa-(?:proxies|better-http-proxy))$/;
/** What a browser's application has while it is written. */
const DEVELOPMENT = /(?:^|\/)setupProxy\.[jt]s$/;
