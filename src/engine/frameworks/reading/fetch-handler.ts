/** Functions that get every request themselves: `fetch(request)` of Workers, Deno and Bun. */
import type { Handler, HandlerShape, ParameterShape, Registry, TermView } from "../define-framework.ts";
import { toldRequest } from "./told-request.ts";

/** One entry point per method and path that the function compares; one for everything where it compares none. */
export function registerFetch(
  model: Registry,
  terms: TermView,
  handler: Handler,
  rest: readonly ParameterShape[],
  prefix = "",
): void {
  const shape = (request: ParameterShape): HandlerShape => ({ parameters: [request, ...rest], returns: "response" });
  // The address is where a query is read from: adapters call `request.url` so.
  const told = { method: "request.method", path: "query" };
  const routes = terms.comparisons(handler.term, ["request", ...rest], told);
  for (const route of routes) {
    const { method, path, place } = route;
    model.entryPoint({
      kind: "http",
      method: method ?? "ALL",
      path: `${prefix}${path ?? "/*"}`,
      handlers: [handler],
      handler: shape({ term: toldRequest(terms, route) }),
      place: path === undefined ? handler.place : place,
      detached: true,
      listens: true,
    });
  }
  if (routes.length > 0 || terms.handsOver(handler.term, ["request", ...rest])) return;
  const at = { handlers: [handler], handler: shape("request"), place: handler.place, detached: true, listens: true };
  model.entryPoint({ kind: "http", method: "ALL", path: prefix === "" ? "/*" : prefix, ...at });
}
