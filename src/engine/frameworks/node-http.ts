// https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { toldRequest } from "./reading/told-request.ts";

export default defineFramework({
  title: "node:http",
  packages: ["node:http", "node:https", "node:http2"],
  receivers: ["createServer()", "createSecureServer()", "new Server()", "default.createServer()", ""],
  handler: { parameters: ["request", "response"], returns: "nothing" },
  members: {
    "request.headers": "headers",
    "response.req": "request",
  },
  methods: { "request.on": "body" },
  responses: {
    "response.end": { value: "$0" },
    "response.writeHead": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0" },
  },
  calls: {
    "createServer|createSecureServer": (call, model) => {
      const listener = call.arguments.findLast((argument) => argument.kind === "function");
      if (listener) listen(call, model, listener);
    },
    on: (call, model) => {
      const listener = call.argument(1);
      if (call.text(0) === "request" && listener) listen(call, model, listener);
    },
  },
});

/** One entry point per method and path that the listener compares; without any, one for everything. */
function listen(call: RegisterCall, model: Registry, listener: Term): void {
  const { terms } = call;
  const handler = terms.handler(listener);
  const routes = terms.comparisons(listener, ["request", "response"], {
    method: "request.method",
    path: "request.url",
  });
  for (const route of routes) {
    const { method, path, place } = route;
    model.entryPoint({
      kind: "http",
      method: method ?? "ALL",
      path: path ?? "/*",
      handlers: [handler],
      handler: { parameters: [{ term: toldRequest(terms, route) }, "response"], returns: "nothing" },
      place,
      listens: true,
    });
  }
  if (routes.length === 0 && !terms.handsOver(listener, ["request", "response"]))
    model.entryPoint({ kind: "http", method: "ALL", path: "/*", handlers: [handler], listens: true });
}
