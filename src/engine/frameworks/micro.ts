// https://github.com/vercel/micro#usage · https://github.com/pedronauck/micro-router
import type { Term } from "../model/term.ts";
import { defineFramework, type Registry, type TermView } from "./define-framework.ts";

const VERBS = "get|post|put|patch|del|head|options";

export default defineFramework({
  title: "micro, microrouter",
  packages: ["micro", "microrouter"],
  receivers: ["", "default"],
  handler: { parameters: ["request", "response"], returns: "nothing" },
  members: {
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.url": "query",
  },
  values: { "json()": "body", "text()": "body", "buffer()": "body" },
  responses: { "send()": { status: "$1", value: "$2" }, "response.end": { value: "$0" } },
  calls: {
    serve: (call, model) => {
      const [handler] = call.functions(0);
      if (handler?.term.kind === "function")
        model.entryPoint({ kind: "http", method: "ALL", path: "/*", handlers: [handler] });
    },
    // `router(get("/orders/:id", show), withNamespace("/admin")(get("/", home)))`
    router: (call, model) => {
      for (const route of call.arguments) visitRoute(model, call.terms, route, "");
    },
  },
  files: {
    // `module.exports = async (req, res) => …`: the command `micro` serves what the main file exports.
    matches: (path) => /(?:^|\/)index\.[cm]?[jt]s$/.test(path),
    visit: (file, model, terms) => {
      const whole = file.exports.get("default");
      if (whole?.term.kind !== "function") return;
      const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
      const manifest = terms.read(`${folder}package.json`) ?? "";
      if (!/"(?:start|dev)"\s*:\s*"(?:[^"]*\s)?micro(?:-dev)?[\s"]/.test(manifest)) return;
      model.entryPoint({ kind: "http", method: "ALL", path: "/*", handlers: [whole], place: whole.place });
    },
  },
});

function visitRoute(model: Registry, terms: TermView, route: Term, prefix: string): void {
  for (const one of terms.items(route)) {
    if (one.kind !== "external" || !one.arguments) continue;
    const name = (one.path.at(-1) ?? "").replace(/\(\)$/, "");
    if (name === "withNamespace()" && one.base?.kind === "external") {
      const below = `${prefix}${terms.text(one.base.arguments?.[0]) ?? ""}`;
      for (const inner of one.arguments) visitRoute(model, terms, inner, below);
      continue;
    }
    const [path, handler] = one.arguments;
    const address = terms.text(path);
    if (!VERBS.split("|").includes(name) || address === undefined || !handler) continue;
    model.entryPoint({
      kind: "http",
      method: name === "del" ? "DELETE" : name.toUpperCase(),
      path: `${prefix}${address}`,
      handlers: [terms.handler(handler)],
      ...(one.site ? { place: one.site } : {}),
    });
  }
}
