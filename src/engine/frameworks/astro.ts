// https://docs.astro.build/en/guides/endpoints/ · /guides/actions/ · /guides/middleware/ · /reference/routing-reference/
import type { Term } from "../model/term.ts";
import { defineFramework, type FileView, type HandlerShape, type Registry, type TermView } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { VERBS } from "./reading/methods.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

const ENDPOINT = /^(.*?)(?:^|\/)src\/pages\/(.+)\.[cm]?[jt]s$/;
const ACTIONS = /^(.*?)(?:^|\/)src\/actions(?:\/index)?\.[cm]?[jt]s$/;
const MIDDLEWARE = /^(.*?)(?:^|\/)src\/middleware(?:\/index)?\.[cm]?[jt]s$/;

const ACTION: HandlerShape = { parameters: ["arguments", "context"], returns: "nothing" };

export default defineFramework({
  title: "Astro",
  packages: ["astro", "astro:actions", "astro:middleware"],
  receivers: [],
  handler: { parameters: ["context"], returns: "response" },
  next: "request",
  members: {
    "context.request": "request",
    "context.params": "params",
    "context.url": "query",
    "context.cookies": "cookies",
    "context.locals": "identity",
    "request.headers": "headers",
    "request.url": "query",
  },
  methods: { ...FETCH_METHODS, "context.redirect": "response" },
  wrappers: { "defineMiddleware()": 0 },
  responses: { "context.redirect": { redirect: true } },
  errors: {},
  files: {
    matches: (path) => ENDPOINT.test(path) || ACTIONS.test(path) || MIDDLEWARE.test(path),
    visit: (file, model, terms) => {
      if (/(?:^|\/)src\/pages\/(?:.*\/)?_/.test(file.path)) return; // left out of the site
      if (!file.facts.imports.some(({ module }) => /^astro\b/.test(module)) && !isEndpoint(file)) return;
      const found = ENDPOINT.exec(file.path) ?? ACTIONS.exec(file.path) ?? MIDDLEWARE.exec(file.path);
      const application = model.on(applicationAt(terms, "astro", found?.[1] ?? ""));
      if (ENDPOINT.test(file.path)) visitEndpoint(file, application);
      else if (ACTIONS.test(file.path)) visitActions(application, terms, "", file.exports.get("server")?.term);
      else visitMiddleware(file, application, terms);
    },
  },
});

/** Verbs are exported as functions; other files below `src/pages` belong to another framework. */
function isEndpoint(file: FileView): boolean {
  return ENDPOINT.test(file.path) && [...VERBS, "ALL"].some((name) => file.exports.has(name));
}

/** `src/pages/orders/[id].json.ts` is `/orders/:id.json`. */
function visitEndpoint(file: FileView, model: Registry): void {
  const path = joined((ENDPOINT.exec(file.path)?.[2] ?? "").split("/").flatMap(bracketSegment));
  for (const [name, handler] of file.exports) {
    if (name === "ALL" || VERBS.has(name))
      model.entryPoint({ kind: "http", method: name, path, handlers: [handler], place: handler.place });
  }
}

/** `export const server = { pay: defineAction({ input, handler }), orders: { … } }`. */
function visitActions(model: Registry, terms: TermView, prefix: string, actions: Term | undefined): void {
  for (const { name, value } of terms.fields(actions)) {
    if (value.kind === "object") visitActions(model, terms, `${prefix}${name}.`, value);
    if (value.kind !== "external" || value.path.at(-1) !== "defineAction()") continue;
    const [options] = value.arguments ?? [];
    const run = terms.member(options, "handler");
    if (!run) continue;
    const schema = terms.member(options, "input");
    const handler = terms.handler(run, name);
    model.entryPoint({
      kind: "action",
      method: "ACTION",
      path: `${prefix}${name}`,
      handlers: [...(schema ? [{ ...terms.handler(schema, "input"), guard: "validation" } as const] : []), handler],
      handler: ACTION,
      place: handler.place,
    });
  }
}

function visitMiddleware(file: FileView, model: Registry, terms: TermView): void {
  const handle = file.exports.get("onRequest");
  if (!handle) return;
  const { term } = handle;
  const parts = term.kind === "external" && term.path.at(-1) === "sequence()" ? (term.arguments ?? []) : [term];
  const shape: HandlerShape = { parameters: ["context", "next"], returns: "response" };
  model.middleware({
    handlers: parts.map((part) => ({ ...terms.handler(part, handle.name), shape })),
    everywhere: true,
  });
}
