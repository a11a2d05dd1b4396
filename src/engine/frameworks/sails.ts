// https://sailsjs.com/documentation/concepts/routes/custom-routes · https://sailsjs.com/documentation/concepts/actions-and-controllers · https://sailsjs.com/documentation/concepts/policies
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type Registry, type TermView } from "./define-framework.ts";
import type { ReachView } from "./reach.ts";

const ROUTES = /^(.*\/)?config\/routes\.[jt]s$/;
/** `module.exports = async (req, res, proceed) => …` */
const POLICY = { parameters: ["request", "response", "next"], returns: "nothing" } as const;
const ACTION2 = { parameters: ["body", "context"], returns: "response" } as const;

export default defineFramework({
  title: "Sails",
  packages: ["sails"],
  // https://sailsjs.com/documentation/concepts/actions-and-controllers
  intake: { typed: true },
  receivers: [],
  handler: { parameters: ["request", "response"], returns: "nothing" },
  members: {
    "request.body": "body",
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.session": "session",
    "request.user": "identity",
    "request.me": "identity",
  },
  methods: { "request.param": "params", "request.allParams": "body", "request.get": "headers" },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0", sets: true },
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.ok": { status: "=200", value: "$0" },
    "response.forbidden": { status: "=403" },
    "response.unauthorized": { status: "=401" },
    "response.notFound": { status: "=404" },
    "response.badRequest": { status: "=400" },
    "response.redirect": { redirect: true },
  },
  // https://sailsjs.com/documentation/reference/configuration/sails-config-globals
  reach: { name: globalOf },
  files: {
    matches: (path) => ROUTES.test(path),
    visit: (file, model, terms) => {
      const root = file.path.replace(ROUTES, "$1");
      const routes = file.exports.get("routes")?.term;
      const policies = policiesOf(terms, root);
      for (const { name, value } of terms.fields(routes)) route(model, root, policies, name, value);
    },
  },
});

/** `Order` is `api/models/Order.js`, `MailService` is `api/services/MailService.js`, everywhere. */
function globalOf(view: ReachView, name: string): Term | undefined {
  const root = /^(.*?\/?)(?:api|config)\//.exec(view.file)?.[1];
  if (root === undefined || !/^[A-Z]\w+$/.test(name)) return undefined;
  const file = (kind: string): string | undefined =>
    [`${root}api/${kind}/${name}.js`, `${root}api/${kind}/${name}.ts`].find((path) => view.exists(path));
  // The identity of a model is its name in lower case.
  if (file("models")) return view.external("waterline", ["models", name.toLowerCase()]);
  const service = file("services");
  return service === undefined ? undefined : view.exported(service, "*");
}

/** `"GET /orders/:id": "OrdersController.find"`, `"POST /orders": { action: "orders/create" }`, or a list of such. */
function route(model: Registry, root: string, policies: Term | undefined, address: string, given: Term): void {
  const [, verb = "all", path = address] = /^(?:(\w+)\s+)?(r\|.+|\S+)$/.exec(address) ?? [];
  const { terms } = model;
  const targets = terms.items(given);
  const target = targets.at(-1);
  if (!target) return;
  const name = targetName(terms, target);
  const inline = terms.member(target, "fn");
  const found = name === undefined ? (inline ?? target) : actionOf(model, root, name);
  const isView = terms.member(target, "view") !== undefined || (name !== undefined && !found);
  if (name === undefined && target.kind !== "function" && !inline && !isView) return;
  const last = terms.handler(found ?? target, name ?? "handler");
  const own = targets.flatMap((item) => policyNamed(terms, root, terms.member(item, "policy")));
  const ahead = name === undefined ? [] : policyChain(terms, root, policies, name);
  model.entryPoint({
    kind: "http",
    method: verb.toUpperCase(),
    path: path.startsWith("r|") ? readPattern(path) : path,
    handlers: [...ahead, ...own, last],
    place: inline ? terms.handler(target).place : last.place,
    ...(isAction2(model, root, name) ? { handler: ACTION2 } : {}),
  });
}

/** `r|^/files/(\\w+)/([\\w-]+)$|id,name` is `/files/:id/:name`. */
function readPattern(written: string): string {
  const end = written.lastIndexOf("|");
  const names = written.slice(end + 1).split(",");
  return written
    .slice(2, end)
    .replace(/^\^|\$$/g, "")
    .replace(/\([^()]*\)[?*+]?/g, () => `:${names.shift() ?? "part"}`)
    .replace(/\\[dws][+*]?/gi, "*")
    .replace(/\\(.)/g, "$1");
}

/** `"orders/create"`, `{ action: "orders/create" }`, `{ controller: "orders", action: "create" }`. */
function targetName(terms: TermView, target: Term): string | undefined {
  const action = terms.text(terms.member(target, "action")) ?? terms.text(terms.member(target, "fn"));
  const controller = terms.text(terms.member(target, "controller"));
  return terms.text(target) ?? (controller !== undefined && action !== undefined ? `${controller}.${action}` : action);
}

function policiesOf(terms: TermView, root: string): Term | undefined {
  const file = terms.file([`${root}config/policies.js`, `${root}config/policies.ts`]);
  return file === undefined ? undefined : terms.exported(file, "policies");
}

/**
 * What `config/policies.js` puts ahead of an action: the most exact of `"orders/create"`, `"orders/*"` and `"*"`, or the
 * same as `OrdersController: { create: … }`. https://sailsjs.com/documentation/concepts/policies
 */
function policyChain(terms: TermView, root: string, policies: Term | undefined, name: string): readonly Handler[] {
  const path = name
    .replace(/Controller\./i, "/")
    .replace(".", "/")
    .toLowerCase();
  const folders = path.split("/").slice(0, -1);
  const action = path.split("/").at(-1) ?? "";
  const patterns = [path, ...folders.map((_, index) => `${folders.slice(0, folders.length - index).join("/")}/*`), "*"];
  const entries = terms.fields(policies).flatMap(({ name: key, value }) => {
    if (value.kind !== "object") return [{ key: key.toLowerCase(), value }];
    const controller = key.replace(/Controller$/i, "").toLowerCase();
    return terms
      .fields(value)
      .map((inner) => ({ key: `${controller}/${inner.name.toLowerCase()}`, value: inner.value }));
  });
  for (const pattern of patterns) {
    const found = entries.find(
      ({ key }) => key === pattern || (pattern === path && key === `${folders.join("/")}/${action}`),
    );
    if (found) return terms.items(found.value).flatMap((item) => policyNamed(terms, root, item));
  }
  return [];
}

/** `"is-logged-in"` is `api/policies/is-logged-in.js`. */
function policyNamed(terms: TermView, root: string, policy: Term | undefined): readonly Handler[] {
  if (policy?.kind === "function") return [{ ...terms.handler(policy), shape: POLICY }];
  const name = terms.text(policy);
  const file = name && terms.file([`${root}api/policies/${name}.js`, `${root}api/policies/${name}.ts`]);
  return file ? [{ ...terms.handler(terms.exported(file, "*"), name), name, shape: POLICY }] : [];
}

function isAction2(model: Registry, root: string, name: string | undefined): boolean {
  return name !== undefined && !name.includes(".") && actionFile(model.terms, root, name) !== undefined;
}

function actionFile(terms: TermView, root: string, name: string): string | undefined {
  return terms.file([`${root}api/controllers/${name}.js`, `${root}api/controllers/${name}.ts`]);
}

/** A classic controller's method, or the `fn` of an action in a file of its own. */
function actionOf(model: Registry, root: string, name: string): Term | undefined {
  const { terms } = model;
  const own = actionFile(terms, root, name);
  if (own !== undefined) return terms.member(terms.exported(own, "*"), "fn") ?? terms.exported(own, "*");
  const [controller = "", method] = name.includes(".") ? name.split(".") : name.split(/\/(?=[^/]*$)/);
  const base = controller.replace(/Controller$/i, "");
  const classic = `${base.charAt(0).toUpperCase()}${base.slice(1)}Controller`;
  const file = terms.file([`${root}api/controllers/${classic}.js`, `${root}api/controllers/${classic}.ts`]);
  return method && file ? terms.member(terms.exported(file, "*"), method) : undefined;
}
