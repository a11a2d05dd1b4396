// https://reactrouter.com/start/framework/routing · /how-to/file-route-conventions · /how-to/resource-routes · https://v2.remix.run/docs/file-conventions/routes
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type FileView,
  type Handler,
  type ParameterShape,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { basePath, configMember } from "./reading/config-file.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { methodRoutes } from "./reading/methods.ts";
import { CODE } from "./reading/route-files.ts";
import { flatRoute, indexFiles } from "./remix/flat-routes.ts";

const ROUTE_FILE = /^(.*?)(?:^|\/)routes\/(.+)\.[cm]?[jt]sx?$/;
const CONFIG_FILE = /(?:^|\/)routes\.[cm]?[jt]s$/;

const ARGUMENTS = { fields: { request: "request", params: "params", context: "context" } } as const;

export default defineFramework({
  title: "Remix, React Router",
  packages: [
    "@remix-run/node",
    "@remix-run/server-runtime",
    "@remix-run/cloudflare",
    "@remix-run/react",
    "@react-router/node",
    "@react-router/dev",
    "react-router",
  ],
  receivers: [],
  pages: true,
  handler: { parameters: [ARGUMENTS], returns: "response" },
  members: { "request.headers": "headers", "request.url": "query", "request.body": "body" },
  methods: { ...FETCH_METHODS, "session.get": "session" },
  values: {
    unstable_parseMultipartFormData: "body",
    ...Object.fromEntries(
      ["Cookie", "Memory", "File", "", "WorkersKV", "Arc"].map((kind) => [
        `create${kind}SessionStorage().getSession`,
        "session" as const,
      ]),
    ),
  },
  responses: {
    "redirect()": { redirect: true },
    "redirectDocument()": { redirect: true },
    "json()": { status: "$1.status|$1", value: "$0" },
    "data()": { status: "$1.status|$1", value: "$0" },
    "typedjson()": { status: "$1.status", value: "$0" },
  },
  files: {
    matches: (path) => (ROUTE_FILE.test(path) && /(?:^|\/)app\/routes\//.test(path)) || CONFIG_FILE.test(path),
    visit: (file, model, terms) => {
      const route = ROUTE_FILE.exec(file.path);
      if (CONFIG_FILE.test(file.path)) visitConfig(file, model, terms);
      else if (route && !isConfigured(terms, route[1] ?? "")) {
        const folder = file.path.slice(0, file.path.lastIndexOf("routes/") + "routes/".length);
        visitFlat(folder, route[2] ?? "", file.exports, model, terms, baseOf(terms, route[1] ?? ""));
      }
    },
  },
});

/** A module whose name, below `folder`, is its address. */
function visitFlat(
  folder: string,
  name: string,
  exports: ReadonlyMap<string, Handler>,
  model: Registry,
  terms: TermView,
  base: string,
): void {
  const path = flatRoute(name);
  if (path === undefined) return;
  const index = terms.file(indexFiles(`${folder}${name}`));
  visitModule(index ? withoutLoader(exports) : exports, model, terms, join(base, path));
}

/** `basename` of `react-router.config.ts`, or of the plugin in `vite.config.ts`; `app` is the folder of the application. */
function baseOf(terms: TermView, app: string): string {
  const folder = app.replace(/\/?[^/]+\/?$/, "");
  const base = basePath(terms, folder, "react-router.config", ["basename"]);
  if (base !== "") return base;
  const plugins = configMember(terms, folder, "vite.config", "plugins");
  for (const plugin of terms.items(plugins)) {
    const options = plugin.kind === "external" ? plugin.arguments?.[0] : undefined;
    const text = options && terms.text(terms.member(options, "basename"));
    if (text?.startsWith("/")) return text;
  }
  return "";
}

/** `loader` answers GET, `action` everything else, told apart by `request.method`. */
function visitModule(exports: ReadonlyMap<string, Handler>, model: Registry, terms: TermView, path: string): void {
  const loader = exports.get("loader");
  if (loader) model.entryPoint({ kind: "http", method: "GET", path, handlers: [loader], place: loader.place });
  const action = exports.get("action");
  if (!action) return;
  const given = (request: ParameterShape): readonly ParameterShape[] => [{ fields: { ...ARGUMENTS.fields, request } }];
  const told = methodRoutes(terms, action.term, given, ["POST"]).filter(({ method }) => method !== "GET");
  for (const { method, parameters } of told.length > 0 ? told : [{ method: "POST", parameters: [ARGUMENTS] }]) {
    model.entryPoint({
      kind: "http",
      method,
      path,
      handlers: [action],
      handler: { parameters, returns: "response" },
      place: action.place,
    });
  }
}

/** The index answers GET; the layout's loader runs beside it. */
function withoutLoader(exports: ReadonlyMap<string, Handler>): ReadonlyMap<string, Handler> {
  return new Map([...exports].filter(([name]) => name !== "loader"));
}

/** Routes are listed in `routes.ts`, not read from the names of files. */
function isConfigured(terms: TermView, app: string): boolean {
  const folder = app === "" ? "" : `${app.replace(/\/$/, "")}/`;
  const config = terms.file([`${folder}routes.ts`, `${folder}routes.js`]);
  if (config === undefined) return false;
  const listed = terms.items(terms.exported(config, "default"));
  return listed.some((item) => /^(?:route|index|layout|flatRoutes)$/.test(callName(item)));
}

/** `[route("orders/:id", "./orders.tsx"), layout("./shell.tsx", [index("./home.tsx")]), ...prefix("api", [])]`. */
function visitConfig(file: FileView, model: Registry, terms: TermView): void {
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const visit = (item: Term, prefix: string): void => {
    if (item.kind !== "external") return;
    const [first, second, third, fourth] = item.arguments ?? [];
    const name = callName(item);
    const children = (list: Term | undefined, path: string): void => {
      for (const child of terms.items(list)) visit(child, path);
    };
    if (name === "prefix") return children(second, join(prefix, terms.text(first)));
    if (name === "flatRoutes") return visitFolder(terms.text(terms.member(first, "rootDirectory")) ?? "routes", prefix);
    if (name === "layout") return [second, third].forEach((list) => children(list, prefix));
    if (name !== "route" && name !== "index") return;
    const path = name === "index" ? prefix : join(prefix, terms.text(first));
    const written = terms.text(name === "index" ? first : second);
    const target = written && terms.file([resolve(folder, written)]);
    if (target) {
      visitModule(exportsOf(terms, target), model, terms, path === "" ? "/" : path);
    }
    for (const list of [third, fourth]) children(list, path);
  };
  const visitFolder = (name: string, prefix: string): void => {
    const root = resolve(folder, `${name}/.ts`).slice(0, -".ts".length);
    for (const path of terms.paths())
      if (path.startsWith(root) && CODE.test(path))
        visitFlat(root, path.slice(root.length).replace(CODE, ""), exportsOf(terms, path), model, terms, prefix);
  };
  const base = baseOf(terms, folder);
  for (const item of terms.items(file.exports.get("default")?.term)) visit(item, base);
}

function exportsOf(terms: TermView, file: string): ReadonlyMap<string, Handler> {
  return new Map(terms.exports(file).map((one) => [one.name, terms.handler(one.value, one.name)]));
}

function callName(term: Term): string {
  return term.kind === "external" ? (term.path.at(-1) ?? "").replace(/\(\)$/, "") : "";
}

function join(prefix: string, path: string | undefined): string {
  const segments = [...prefix.split("/"), ...(path ?? "").split("/")].filter((segment) => segment !== "");
  return `/${segments.join("/")}`;
}

/** `./orders.tsx` and `orders.tsx`, seen from the folder of the application. */
function resolve(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return CODE.test(path) ? parts.join("/") : `${parts.join("/")}.tsx`;
}
