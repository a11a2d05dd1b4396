// http://restify.com/docs/server-api/ · http://restify.com/docs/request-api/
import { defineFramework } from "./define-framework.ts";

export default defineFramework({
  title: "Restify",
  packages: ["restify", "restify-router"],
  receivers: ["createServer()", "default.createServer()", "new Server()", "new Router()"],
  roots: ["createServer()", "default.createServer()", "new Server()"],
  adopts: "createServer()",
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  members: {
    "request.body": "body",
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.user": "identity",
    "request.username": "identity",
    "request.authorization": "headers",
    "request.files": "files",
  },
  methods: { "request.header": "headers", "request.getQuery": "query" },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0", sets: true },
    "response.send": { status: "$0", value: "$1" },
    "response.json": { status: "$0", value: "$1" },
    "response.end": { value: "$0" },
    "response.redirect": { redirect: true },
  },
  calls: {
    "get|post|put|patch|del|head|opts": (call, model) => {
      const path = call.texts(0) ?? call.terms.texts(call.option(0, "path") ?? call.option(0, "url"));
      const handlers = call.functions(1);
      if (!path || handlers.length === 0) return;
      const method = { del: "DELETE", opts: "OPTIONS" }[call.method] ?? call.method.toUpperCase();
      model.entryPoint({ kind: "http", method, path, handlers });
    },
    "use|pre": (call, model) => model.middleware({ handlers: call.functions(0), everywhere: true }),
    applyRoutes: (call, model) => {
      const prefix = call.text(1);
      const server = call.argument(0);
      if (server) model.on(server).mount({ path: prefix ?? "", router: call.receiver });
    },
    group: (call, model) => {
      const inner = call.arguments.at(-1);
      if (!inner) return;
      const child = call.terms.external("restify-router", ["new Router()"], call.result, call.place);
      model.mount({ path: call.text(0) ?? "", router: child, handlers: call.functions(1).slice(0, -1) });
      model.on(child).run(inner, [{ term: child }]);
    },
    add: (call, model) => {
      const router = call.argument(1);
      if (router) model.mount({ path: call.text(0) ?? "", router });
    },
  },
});
