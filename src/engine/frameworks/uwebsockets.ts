// https://unetworking.github.io/uWebSockets.js/generated/interfaces/TemplatedApp.html
import { defineFramework } from "./define-framework.ts";

export default defineFramework({
  title: "uWebSockets.js",
  packages: ["uWebSockets.js"],
  receivers: ["App()", "SSLApp()", "default.App()", "default.SSLApp()"],
  handler: { parameters: ["response", "request"], returns: "nothing" },
  methods: {
    "request.getParameter": "params",
    "request.getQuery": "query",
    "request.getHeader": "headers",
    "response.onData": "body",
  },
  responses: {
    "response.writeStatus": { sets: true },
    "response.end": { value: "$0" },
    "response.endWithoutBody": {},
  },
  chains: true,
  calls: {
    "get|post|put|patch|del|head|options|any|connect|trace": (call, model) => {
      const method = { del: "DELETE", any: "ALL" }[call.method] ?? call.method.toUpperCase();
      const handlers = call.functions(1);
      const path = call.texts(0);
      if (path && handlers.length > 0) model.entryPoint({ kind: "http", method, path, handlers });
    },
    ws: (call, model) => {
      const message = call.option(1, "message");
      const path = call.texts(0);
      if (!message || !path) return;
      const handler = { parameters: ["context", "message"], returns: "nothing" } as const;
      model.entryPoint({ kind: "socket", path, handlers: [call.terms.handler(message, "message")], handler });
    },
  },
});
