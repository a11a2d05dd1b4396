// https://svelte.dev/docs/kit/routing · /docs/kit/form-actions · /docs/kit/hooks · /docs/kit/advanced-routing
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type FileView,
  type Handler,
  type HandlerShape,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { basePath } from "./reading/config-file.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { VERBS } from "./reading/methods.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

const FILE = /^(.*?)(?:^|\/)src\/routes\/(?:(.*)\/)?\+(server|page\.server)\.[jt]s$/;
const REMOTE = /(?:^|\/)src\/.*\.remote\.[jt]s$/;
const HOOKS = /^(.*?)(?:^|\/)src\/hooks\.server(?:\/index)?\.[jt]s$/;

const EVENT: HandlerShape = { parameters: ["context"], returns: "response" };
/** What it gives goes to the page; only what it throws refuses. */
const LAYOUT: HandlerShape = { parameters: ["context"], returns: "value" };
const HOOK: HandlerShape = { parameters: [{ fields: { event: "context", resolve: "next" } }], returns: "response" };

export default defineFramework({
  title: "SvelteKit",
  packages: ["@sveltejs/kit", "$app/server"],
  receivers: [],
  pages: true,
  handler: EVENT,
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
  reach: {
    imported: (view, module, name) => {
      // Below which address the application stands: https://svelte.dev/docs/kit/$app-paths
      if (module === "$app/paths" && name === "base") return view.literal("");
      // A request is answered by a server that is built: https://svelte.dev/docs/kit/$app-environment
      const isElsewhere = module === "$app/environment" && (name === "building" || name === "browser");
      return isElsewhere ? view.literal(false) : undefined;
    },
  },
  // https://svelte.dev/docs/kit/$app-server#getRequestEvent
  values: { getRequestEvent: "context" },
  methods: FETCH_METHODS,
  responses: {
    "error()": { status: "$0", throws: true },
    "redirect()": { redirect: true, throws: true },
    "fail()": { status: "$0" },
    "json()": { status: "$1.status", value: "$0" },
    "text()": { status: "$1.status", value: "$0" },
  },
  files: {
    matches: (path) => FILE.test(path) || HOOKS.test(path) || REMOTE.test(path),
    visit: (file, model, terms) => {
      const hooks = HOOKS.exec(file.path);
      const route = FILE.exec(file.path);
      const folder = (hooks ?? route)?.[1] ?? "";
      const application = model.on(applicationAt(terms, "@sveltejs/kit", folder));
      const base = basePath(terms, folder, "svelte.config", ["kit", "paths", "base"]);
      if (base !== "") application.prefix(base);
      if (REMOTE.test(file.path)) visitRemote(file, application, terms);
      if (hooks) visitHooks(file, application, terms);
      if (!route) return;
      const folders = route[2] ?? "";
      const at = { path: joined(folders.split("/").flatMap(bracketSegment)), id: `/${folders}` };
      if (route[3] === "server") visitServer(file, application, at);
      else visitPage(file, application, terms, at, layoutsAbove(terms, file.path));
    },
  },
});

/** `export const like = command(schema, async (id) => …)`. https://svelte.dev/docs/kit/remote-functions */
function visitRemote(file: FileView, model: Registry, terms: TermView): void {
  for (const [name, { term }] of file.exports) {
    const made = term.kind === "external" && term.package === "$app/server" ? term : undefined;
    const kind = /^(query|form|command|prerender|batch)\(\)$/.exec(made?.path.at(-1) ?? "")?.[1];
    const run = made?.arguments?.findLast((argument) => argument.kind === "function");
    if (!kind || !run) continue;
    const handler = terms.handler(run, name);
    const schema = (made?.arguments?.length ?? 0) > 1 ? made?.arguments?.[0] : undefined;
    const validation: readonly Handler[] =
      schema && schema.kind !== "literal" ? [{ ...terms.handler(schema, "schema"), guard: "validation" }] : [];
    model.entryPoint({
      kind: "rpc",
      method: kind === "form" || kind === "command" ? "MUTATION" : "QUERY",
      path: name,
      handlers: [...validation, { ...handler, name }],
      handler: { parameters: ["arguments"], returns: "response" },
      place: handler.place,
    });
  }
}

interface Page {
  readonly path: string;
  /** `event.route.id`: the folders as they are called. */
  readonly id: string;
  /** Names the action. */
  readonly search?: string;
}

function visitServer(file: FileView, model: Registry, at: Page): void {
  for (const [name, handler] of file.exports) {
    const method = name === "fallback" ? "ALL" : name;
    if (method === "ALL" || VERBS.has(name)) entry(model, method, at, handler);
  }
}

/** `load` runs on GET, the actions on POST: `/login?/register`. */
function visitPage(file: FileView, model: Registry, terms: TermView, at: Page, layouts: readonly Handler[]): void {
  const load = file.exports.get("load");
  if (load) entry(model, "GET", at, load, layouts);
  for (const { name, value } of terms.fields(file.exports.get("actions")?.term)) {
    const action = name === "default" ? at : { ...at, path: `${at.path}?/${name}`, search: `?/${name}` };
    entry(model, "POST", action, terms.handler(value, name));
  }
}

/**
 * `load` of the layouts above a page, outermost first: the page is shown where none of them refuses. Actions do not run
 * them. https://svelte.dev/docs/kit/load#Implications-for-authentication
 */
function layoutsAbove(terms: TermView, page: string): readonly Handler[] {
  const folders = page.split("/").slice(0, -1);
  const root = folders.lastIndexOf("routes");
  return folders.slice(root).flatMap((_, index) => {
    const folder = folders.slice(0, root + index + 1).join("/");
    const file = terms.file([`${folder}/+layout.server.ts`, `${folder}/+layout.server.js`]);
    const load = file === undefined ? undefined : terms.exported(file, "load");
    if (load?.kind !== "function") return [];
    return [{ ...terms.handler(load, "load"), shape: LAYOUT }];
  });
}

function entry(model: Registry, method: string, at: Page, handler: Handler, ahead: readonly Handler[] = []): void {
  const { path, id, search = "" } = at;
  const handlers = [...ahead, handler];
  model.entryPoint({ kind: "http", method, path, search, routeId: id, handlers, place: handler.place });
}

/** `handle` runs ahead of every route: one function, or several in a `sequence(…)`. */
function visitHooks(file: FileView, model: Registry, terms: TermView): void {
  const handle = file.exports.get("handle");
  if (!handle) return;
  const { term } = handle;
  const parts: readonly Term[] =
    term.kind === "external" && term.path.at(-1) === "sequence()" ? (term.arguments ?? []) : [term];
  model.middleware({
    handlers: parts.map((part) => ({ ...terms.handler(part, handle.name), shape: HOOK })),
    everywhere: true,
  });
}
