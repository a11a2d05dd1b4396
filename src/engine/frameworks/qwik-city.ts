// https://qwik.dev/docs/endpoints/ · https://qwik.dev/docs/route-loader/ · https://qwik.dev/docs/action/ · https://qwik.dev/docs/server$/ · https://qwik.dev/docs/middleware/
import type { Term } from "../model/term.ts";
import { defineFramework, type FileView, type HandlerShape, type Registry } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { bracketSegment, joined } from "./reading/route-files.ts";

const ROUTE =
  /^(?:.*\/)?src\/routes\/(.*?)(?:^|\/)?(index(?:@[\w-]+|!)?|layout(?:-[\w-]+|!)?|plugin(?:@[\w-]+)?)\.[jt]sx?$/;
const VERBS: Readonly<Record<string, string>> = {
  onGet: "GET",
  onPost: "POST",
  onPut: "PUT",
  onPatch: "PATCH",
  onDelete: "DELETE",
  onHead: "HEAD",
  onRequest: "ALL",
};
const EVENT: HandlerShape = { parameters: ["context"], returns: "nothing" };

export default defineFramework({
  title: "Qwik City",
  packages: ["@builder.io/qwik-city", "@qwik.dev/router"],
  receivers: [""],
  handler: EVENT,
  members: {
    "context.params": "params",
    "context.query": "query",
    "context.cookie": "cookies",
    "context.headers": "headers",
    "context.request": "request",
    "context.sharedMap": "identity",
    "context.url": "query",
  },
  methods: { ...FETCH_METHODS, "context.parseBody": "body" },
  responses: {
    "context.json": { status: "$0", value: "$1" },
    "context.text": { status: "$0", value: "$1" },
    "context.html": { status: "$0", value: "$1" },
    "context.send": { status: "$0", value: "$1" },
    "context.redirect": { redirect: true },
    "context.error": { status: "$0", throws: true },
  },
  calls: {
    "routeAction$|globalAction$|server$": (call, model) => {
      const [handler] = call.functions(0);
      if (!handler) return;
      const name = call.assignedTo ?? handler.name;
      const isServer = call.method === "server$";
      model.entryPoint({
        kind: "action",
        method: "ACTION",
        path: name,
        handlers: [{ ...handler, name }],
        handler: {
          parameters: isServer ? ["arguments", "arguments", "arguments"] : ["body", "context"],
          returns: "response",
        },
        detached: true,
      });
    },
  },
  files: {
    matches: (path) => ROUTE.test(path),
    visit: (file, model, terms) => {
      if (!file.facts.imports.some(({ module }) => /^(?:@builder\.io\/qwik|@qwik\.dev\/)/.test(module))) return;
      visitRoute(file, model, (value) => loaderOf(value) ?? terms.text(value));
    },
  },
});

/** `src/routes/orders/[id]/index.ts` is `/orders/:id`; layouts and plugins stand ahead and are no routes of their own. */
function visitRoute(file: FileView, model: Registry, loader: (value: Term) => Term | string | undefined): void {
  const [, folder = "", kind = ""] = ROUTE.exec(file.path) ?? [];
  if (!kind.startsWith("index")) return;
  const path = joined(folder.split("/").flatMap(bracketSegment));
  const loaders = [...file.exports].filter(([, { term }]) => typeof loader(term) === "object");
  for (const [name, handler] of file.exports) {
    const method = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (method) model.entryPoint({ kind: "http", method, path, handlers: [handler], place: handler.place });
  }
  const [first] = loaders;
  const run = first && loader(first[1].term);
  if (first && typeof run === "object" && !file.exports.has("onGet"))
    model.entryPoint({
      kind: "http",
      method: "GET",
      path,
      handlers: [{ ...first[1], term: run }],
      handler: { parameters: ["context"], returns: "response" },
      place: first[1].place,
    });
}

/** The function in `routeLoader$(async ({ params }) => …)`. */
function loaderOf(value: Term): Term | undefined {
  if (value.kind !== "external" || value.path.at(-1) !== "routeLoader$()") return undefined;
  return value.arguments?.find((argument) => argument.kind === "function");
}
