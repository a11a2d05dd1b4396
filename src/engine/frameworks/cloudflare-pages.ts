// https://developers.cloudflare.com/pages/functions/routing/ · /pages/functions/api-reference/ · /pages/functions/middleware/
import {
  defineFramework,
  type Handler,
  type HandlerShape,
  type ParameterShape,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { methodRoutes } from "./reading/methods.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

const FILE = /^(.*?)(?:^|\/)functions\/(.+)\.[cm]?[jt]sx?$/;
const EXPORT = /^onRequest(Get|Post|Put|Patch|Delete|Head|Options)?$/;

const FIELDS = { request: "request", params: "params", env: "context.env", data: "identity", next: "next" } as const;

export default defineFramework({
  title: "Cloudflare Pages functions",
  packages: [],
  receivers: [],
  handler: shapeOf("request"),
  next: "request",
  members: { "request.headers": "headers", "request.url": "query" },
  methods: FETCH_METHODS,
  words: ["PagesFunction", "onRequest"],
  files: {
    matches: () => false,
    recognises: (facts) => facts.exports.some(({ name }) => EXPORT.test(name)),
    visit: (file, model, terms) => {
      const found = FILE.exec(file.path);
      if (!found || file.facts.imports.some(({ module }) => module.startsWith("firebase-functions"))) return;
      const application = model.on(applicationAt(terms, "cloudflare-pages", found[1] ?? ""));
      for (const [name, handler] of file.exports) {
        const verb = EXPORT.exec(name);
        // `handle(app)` of Hono: the routes of the application are known by themselves.
        if (verb && !(handler.term.kind === "external" && handler.term.package.startsWith("hono")))
          register(application, terms, found[2] ?? "", verb[1]?.toUpperCase(), handler);
      }
    },
  },
});

/** `functions/orders/[id].ts` is `/orders/:id`; `_middleware.ts` runs ahead of what stands below its folder. */
function register(model: Registry, terms: TermView, path: string, method: string | undefined, handler: Handler): void {
  const segments = path
    .split("/")
    .flatMap((name) => (/^\[\[\w+\]\]$/.test(name) ? [`:${name.slice(2, -2)}*`] : bracketSegment(name)));
  if (segments.at(-1) !== "_middleware") return registerRoute(model, terms, joined(segments), method, handler);
  const links = handler.term.kind === "array" ? handler.term.items : [handler.term];
  const handlers = links.map((term) => ({ ...handler, term, ...(links.length > 1 ? { place: handler.place } : {}) }));
  model.middleware({ path: joined(segments.slice(0, -1)), handlers, everywhere: true });
}

/** `onRequest` answers every method, each apart where it compares `request.method`. */
function registerRoute(
  model: Registry,
  terms: TermView,
  path: string,
  method: string | undefined,
  handler: Handler,
): void {
  const { place } = handler;
  const told = method === undefined ? methodRoutes(terms, handler.term, (request) => shapeOf(request).parameters) : [];
  for (const { method: one, parameters } of told)
    model.entryPoint({
      kind: "http",
      method: one,
      path,
      handlers: [handler],
      handler: { parameters, returns: "response" },
      place,
    });
  if (told.length === 0) model.entryPoint({ kind: "http", method: method ?? "ALL", path, handlers: [handler], place });
}

function shapeOf(request: ParameterShape): HandlerShape {
  return { parameters: [{ of: "context", fields: { ...FIELDS, request } }], returns: "response" };
}
