// https://fresh.deno.dev/docs/concepts/routing · https://fresh.deno.dev/docs/concepts/app · https://fresh.deno.dev/docs/1.x/concepts/routes · https://fresh.deno.dev/docs/concepts/middleware
import type { Term } from "../model/term.ts";
import { defineFramework, type FileView, type HandlerShape, type Registry, type TermView } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { VERBS } from "./reading/methods.ts";
import { bracketSegment, joined } from "./reading/route-files.ts";

const ROUTE = /^(?:.*\/)?routes\/(.+)\.[jt]sx?$/;
/** Version 1 gives the request first, version 2 one context. */
const FIRST: HandlerShape = { parameters: ["request", "context"], returns: "response" };
const SECOND: HandlerShape = { parameters: ["context"], returns: "response" };

export default defineFramework({
  title: "Fresh",
  packages: ["$fresh", "fresh", "@fresh/core"],
  receivers: ["new App()"],
  handler: SECOND,
  members: {
    "context.req": "request",
    "context.params": "params",
    "context.state": "identity",
    "context.url": "query",
    "request.headers": "headers",
  },
  methods: FETCH_METHODS,
  responses: { "context.redirect": { redirect: true }, "context.json": { value: "$0" } },
  chains: true,
  calls: {
    "get|post|put|patch|delete|head|all": (call, model) => {
      const handlers = call.functions(1);
      if (handlers.length > 0)
        model.entryPoint({ kind: "http", method: call.method.toUpperCase(), path: call.texts(0), handlers });
    },
    use: (call, model) => model.middleware({ handlers: call.functions(call.text(0) === undefined ? 0 : 1) }),
  },
  files: {
    matches: (path) => ROUTE.test(path),
    visit: (file, model, terms) => {
      if (!file.facts.imports.some(({ module }) => isFresh(module))) return;
      const name = ROUTE.exec(file.path)?.[1] ?? "";
      if (/(?:^|\/)_/.test(name)) return; // `_middleware.ts`, `_app.tsx`: no routes
      const made = file.exports.get("handler") ?? file.exports.get("handlers");
      if (made) visitHandlers(file, model, terms, joined(name.split("/").flatMap(bracketSegment)), made.term);
    },
  },
});

function isFresh(module: string): boolean {
  return /^(?:\$fresh\/|(?:jsr:)?@?fresh(?:\/|@|$)|(?:jsr:)?@fresh\/)|(?:^|\/)utils\.ts$/.test(module);
}

/** `{ GET(request, context) {…} }`, also in `define.handlers(…)`; one function answers every method. */
function visitHandlers(file: FileView, model: Registry, terms: TermView, path: string, given: Term): void {
  const inner = given.kind === "object" || given.kind === "function" ? given : undefined;
  const value = inner ?? (given.kind === "external" ? given.arguments?.[0] : undefined);
  const shape = file.facts.imports.some(({ module }) => module.startsWith("$fresh/")) ? FIRST : SECOND;
  if (value?.kind === "function") {
    const handler = terms.handler(value, "handler");
    model.entryPoint({ kind: "http", method: "ALL", path, handlers: [handler], handler: shape, place: handler.place });
  }
  for (const { name, value: one } of terms.fields(value)) {
    const handler = terms.handler(one, name);
    if (VERBS.has(name))
      model.entryPoint({ kind: "http", method: name, path, handlers: [handler], handler: shape, place: handler.place });
  }
}
