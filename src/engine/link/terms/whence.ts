/** Where a request comes from: an address of a network, a page. It says nothing of which person calls. */
import type { Term } from "../../model/term.ts";
import { TELLS_WHENCE } from "./marks.ts";

/** `req.headers["x-forwarded-for"]`, `req.headers.origin`, `req.ip`, `req.socket.remoteAddress`. */
export function tellsWhence(part: Term): boolean {
  if (part.kind !== "input") return false;
  if (part.source === "headers") return TELLS_WHENCE.test(part.path[0] ?? "");
  if (part.source !== "request" && part.source !== "context") return false;
  return /^(?:ips?|ipAddress|clientIp|hostname|remoteAddress)$/i.test(part.path.at(-1) ?? "");
}

/** From which network: neither the page that links here nor the host that is asked, which any caller writes as they like. */
export function tellsNetwork(part: Term): boolean {
  if (looksWhence(part)) return true;
  if (part.kind !== "input" || !tellsWhence(part)) return false;
  return !NAMES_PAGE.test((part.source === "headers" ? part.path[0] : part.path.at(-1)) ?? "");
}

const NAMES_PAGE =
  /^(?:origin|referr?er|host|hostname|x-forwarded-(?:host|proto|port)|x-requested-with|sec-fetch-\w+)$/i;

/** Middleware that lets networks through by their addresses. https://www.npmjs.com/package/express-ipfilter · https://www.npmjs.com/package/koa-ip */
export function looksWhence(term: Term): boolean {
  return term.kind === "external" && NETWORK_FILTERS.test(term.package);
}

const NETWORK_FILTERS = /^(?:express-ipfilter|koa-ip)$/;
