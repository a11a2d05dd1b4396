// https://developers.cloudflare.com/pages/functions/routing/ · /pages/functions/api-reference/ · /pages/functions/middleware/
import { defineFramework, type Handler, type Registry } from "./define-framework.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

const FILE = /^(.*?)(?:^|\/)functions\/(.+)\.[cm]?[jt]sx?$/;
const EXPORT = /^onRequest(Get|Post|Put|Patch|Delete|Head|Options)?$/;

export default defineFramework({
  title: "Cloudflare Pages functions",
  packages: [],
  receivers: [],
  handler: {
    parameters: [
      {
        of: "context",
        fields: { request: "request", params: "params", env: "context.env", data: "identity", next: "next" },
      },
    ],
    returns: "response",
  },
  next: "request",
  members: { "request.headers": "headers", "request.url": "query" },
  methods: { "request.json": "body", "request.text": "body", "request.formData": "body" },
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
          register(application, found[2] ?? "", verb[1]?.toUpperCase() ?? "ALL", handler);
      }
    },
  },
});

/** `functions/orders/[id].ts` is `/orders/:id`; `_middleware.ts` runs ahead of what stands below its folder. */
function register(model: Registry, path: string, method: string, handler: Handler): void {
  const segments = path
    .split("/")
    .flatMap((name) => (/^\[\[\w+\]\]$/.test(name) ? [`:${name.slice(2, -2)}*`] : bracketSegment(name)));
  const place = handler.place;
  if (segments.at(-1) !== "_middleware")
    return model.entryPoint({ kind: "http", method, path: joined(segments), handlers: [handler], place });
  const links = handler.term.kind === "array" ? handler.term.items : [handler.term];
  const handlers = links.map((term) => ({ ...handler, term, ...(links.length > 1 ? { place: handler.place } : {}) }));
  model.middleware({ path: joined(segments.slice(0, -1)), handlers, everywhere: true });
}
