// https://sailsjs.com/documentation/concepts/routes/custom-routes · https://sailsjs.com/documentation/concepts/actions-and-controllers
import type { Term } from "../model/term.ts";
import { defineFramework, type Registry, type TermView } from "./define-framework.ts";
import type { ReachView } from "./reach.ts";
import { actionShape, STATUS_OF_RESPONSE } from "./sails/actions.ts";
import { codeFiles, rootOf } from "./sails/application.ts";
import { helperRun } from "./sails/helpers.ts";
import { type Bound, boundByHooks, boundTo } from "./sails/hooks.ts";
import { memberOfModel } from "./sails/models.ts";
import { POLICY, policiesOf, policyChain, policyNamed } from "./sails/policies.ts";

const ROUTES = /^(.*\/)?config\/routes\.[jt]s$/;

export default defineFramework({
  title: "Sails",
  packages: ["sails", "global:sails"],
  // https://sailsjs.com/documentation/concepts/actions-and-controllers
  intake: { typed: true },
  receivers: [],
  handler: { parameters: ["request", "response"], returns: "nothing" },
  members: {
    "request.body": "body",
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.cookies": "cookies",
    "request.session": "session",
    "request.user": "identity",
    "request.me": "identity",
  },
  // https://sailsjs.com/documentation/reference/request-req
  methods: {
    "request.param": "params",
    "request.allParams": "body",
    "request.get": "headers",
    "request.file": "files",
  },
  // What is asked of it later comes in that language.
  same: ["request.setLocale"],
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0", sets: true },
    "response.sendStatus": { status: "$0" },
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.ok": { status: "=200", value: "$0" },
    ...Object.fromEntries(
      Object.entries(STATUS_OF_RESPONSE).map(([name, status]) => [`response.${name}`, { status: `=${status}` }]),
    ),
    "response.negotiate": { status: "chain" },
    "response.redirect": { redirect: true },
  },
  // https://sailsjs.com/documentation/reference/configuration/sails-config-globals
  reach: { name: globalOf, member: memberOfModel },
  dispatch: helperRun,
  files: {
    matches: (path) => ROUTES.test(path),
    visit: (file, model, terms) => {
      const root = file.path.replace(ROUTES, "$1");
      const routes = file.exports.get("routes")?.term;
      const ahead = { policies: policiesOf(terms, root), bound: boundByHooks(terms, root, POLICY) };
      for (const { name, value } of terms.fields(routes)) route(model, root, ahead, name, value);
    },
  },
});

/** `Order` is `api/models/Order.js`, `MailService` is `api/services/MailService.js`, `sails` the application, everywhere. */
function globalOf(view: ReachView, name: string): Term | undefined {
  const root = rootOf(view.file);
  if (root === undefined) return undefined;
  if (name === "sails")
    return codeFiles(`${root}config/routes`).some(view.exists) ? view.external("global:sails", []) : undefined;
  if (name === "_" || name === "async") return library(view, root, name);
  if (!/^[A-Z]\w+$/.test(name)) return undefined;
  const file = (kind: string): string | undefined => codeFiles(`${root}api/${kind}/${name}`).find(view.exists);
  // The identity of a model is its name in lower case.
  if (file("models")) return view.external("waterline", ["models", name.toLowerCase()]);
  const service = file("services");
  return service === undefined ? undefined : view.exported(service, "*");
}

/** `_: require("lodash")` in `config/globals.js`. */
function library(view: ReachView, root: string, name: string): Term | undefined {
  const file = codeFiles(`${root}config/globals`).find(view.exists);
  const given = file === undefined ? undefined : view.member(view.exported(file, "globals"), name);
  return given?.kind === "external" ? given : undefined;
}

/** What the application runs ahead of its actions. */
interface Ahead {
  readonly policies: Term | undefined;
  readonly bound: readonly Bound[];
}

/** `"GET /orders/:id": "OrdersController.find"`, `"POST /orders": { action: "orders/create" }`, or a list of such. */
function route(model: Registry, root: string, { policies, bound }: Ahead, address: string, given: Term): void {
  const [, verb = "all", path = address] = /^(?:(\w+)\s+)?(r\|.+|\S+)$/.exec(address) ?? [];
  const { terms } = model;
  const targets = terms.items(given);
  const target = targets.at(-1);
  if (!target) return;
  const name = targetName(terms, target);
  const inline = terms.member(target, "fn");
  const action = name === undefined ? undefined : actionOf(model, root, name);
  const isView = terms.member(target, "view") !== undefined || (name !== undefined && !action);
  if (name === undefined && target.kind !== "function" && !inline && !isView) return;
  const last = terms.handler(action?.run ?? inline ?? target, name ?? "handler");
  const own = targets.flatMap((item) => policyNamed(terms, root, terms.member(item, "policy")));
  const method = verb.toUpperCase();
  const written = path.startsWith("r|") ? readPattern(path) : path;
  const ahead = name === undefined ? [] : policyChain(terms, root, policies, name);
  model.entryPoint({
    kind: "http",
    method,
    path: written,
    handlers: [...boundTo(bound, method, written), ...ahead, ...own, last],
    place: inline ? terms.handler(target).place : last.place,
    ...(action?.definition && { handler: actionShape(terms, action.definition, written) }),
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

/** What a route runs, with what an action says of itself beside its function. */
interface Action {
  readonly run: Term;
  readonly definition?: Term;
}

/** A classic controller's method, or an action in a file of its own: a function, or an object with `fn`. */
function actionOf({ terms }: Registry, root: string, name: string): Action | undefined {
  const own = terms.file(codeFiles(`${root}api/controllers/${name}`));
  if (own !== undefined) return ofDefinition(terms, terms.exported(own, "*"));
  const [controller = "", method] = name.includes(".") ? name.split(".") : name.split(/\/(?=[^/]*$)/);
  const base = controller.replace(/Controller$/i, "");
  const classic = `${base.charAt(0).toUpperCase()}${base.slice(1)}Controller`;
  const file = terms.file(codeFiles(`${root}api/controllers/${classic}`));
  const found = method && file ? terms.member(terms.exported(file, "*"), method) : undefined;
  return found && ofDefinition(terms, found);
}

function ofDefinition(terms: TermView, given: Term): Action {
  const run = given.kind === "function" ? undefined : terms.member(given, "fn");
  return run ? { run, definition: given } : { run: given };
}
