// https://sailsjs.com/documentation/concepts/routes/custom-routes · https://sailsjs.com/documentation/concepts/actions-and-controllers · https://sailsjs.com/documentation/concepts/policies
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type Registry } from "./define-framework.ts";

const ACTION2 = { parameters: ["body", "context"], returns: "response" } as const;

export default defineFramework({
  title: "Sails",
  packages: ["sails"],
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
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.ok": { status: "=200" },
    "response.forbidden": { status: "=403" },
    "response.notFound": { status: "=404" },
    "response.badRequest": { status: "=400" },
    "response.redirect": { redirect: true },
  },
  files: {
    matches: (path) => /(?:^|\/)config\/routes\.[jt]s$/.test(path),
    visit: (file, model) => {
      const root = file.path.replace(/config\/routes\.[jt]s$/, "");
      const routes = file.exports.get("routes")?.term;
      for (const { name, value } of model.terms.fields(routes)) route(model, root, name, value);
    },
  },
});

/** `"GET /orders/:id": "OrdersController.find"`, `"POST /orders": { action: "orders/create" }`. */
function route(model: Registry, root: string, address: string, target: Term): void {
  const [, verb = "all", path = address] = /^(?:(\w+)\s+)?(\S+)$/.exec(address) ?? [];
  const { terms } = model;
  const name =
    terms.text(target) ?? terms.text(terms.member(target, "action")) ?? terms.text(terms.member(target, "fn"));
  if (path.startsWith("r|")) return;
  const handler = name === undefined ? target : actionOf(model, root, name);
  const link: Handler = terms.handler(handler ?? target, name ?? "handler");
  if (!handler || (name === undefined && target.kind !== "function")) return;
  model.entryPoint({
    kind: "http",
    method: verb.toUpperCase(),
    path,
    handlers: [link],
    place: link.place,
    ...(isAction2(model, root, name) ? { handler: ACTION2 } : {}),
  });
}

function isAction2(model: Registry, root: string, name: string | undefined): boolean {
  if (name === undefined || name.includes(".")) return false;
  return (
    model.terms.exists(`${root}api/controllers/${name}.js`) || model.terms.exists(`${root}api/controllers/${name}.ts`)
  );
}

/** A classic controller's method, or the `fn` of an action in a file of its own. */
function actionOf(model: Registry, root: string, name: string): Term | undefined {
  const { terms } = model;
  const [controller, method] = name.split(".");
  for (const extension of ["js", "ts"]) {
    const own = `${root}api/controllers/${name}.${extension}`;
    if (terms.exists(own)) return terms.member(terms.exported(own, "*"), "fn");
    const classic = controller?.endsWith("Controller") ? controller : `${controller}Controller`;
    const file = `${root}api/controllers/${classic}.${extension}`;
    if (method && terms.exists(file)) return terms.member(terms.exported(file, "*"), method);
  }
  return undefined;
}
