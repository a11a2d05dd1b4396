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

/** Middleware that lets networks through by their addresses. https://www.npmjs.com/package/express-ipfilter · https://www.npmjs.com/package/koa-ip */
export function looksWhence(term: Term): boolean {
  return term.kind === "external" && NETWORK_FILTERS.test(term.package);
}

const NETWORK_FILTERS = /^(?:express-ipfilter|koa-ip)$/;
