// https://vercel.com/docs/functions/runtimes/node-js · https://vercel.com/docs/functions/functions-api-reference
import { defineFramework, type HandlerShape } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { methodRoutes, VERBS } from "./reading/methods.ts";
import { bracketSegment, joined } from "./reading/route-files.ts";

const FILE = /^(.*?)(?:^|\/)api\/(.+)\.[cm]?[jt]s$/;
const WEB: HandlerShape = { parameters: ["request"], returns: "response" };

export default defineFramework({
  title: "Vercel functions",
  packages: ["@vercel/node", "@vercel/functions"],
  receivers: [],
  handler: { parameters: ["request", "response"], returns: "nothing" },
  members: {
    "request.body": "body",
    "request.query": "query",
    "request.cookies": "cookies",
    "request.headers": "headers",
    "request.url": "query",
  },
  methods: FETCH_METHODS,
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0", sets: true },
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.end": { value: "$0" },
    "response.redirect": { redirect: true },
  },
  files: {
    matches: (path) =>
      /^(?!.*(?:^|\/)(?:src|app|pages|server|lib|test|routes)\/)(?:.*\/)?api\/[^_]/.test(path) && FILE.test(path),
    visit: (file, model, terms) => {
      const [, root = "", name = ""] = FILE.exec(file.path) ?? [];
      const folder = root === "" ? "" : `${root}/`;
      const uses = file.facts.imports.some(({ module }) => module.startsWith("@vercel/"));
      if (!uses && !terms.exists(`${folder}vercel.json`)) return;
      if (terms.file(["next.config.js", "next.config.mjs", "next.config.ts"].map((one) => `${folder}${one}`))) return;
      const path = joined(["api", ...name.split("/").flatMap(bracketSegment)]);
      for (const [exported, handler] of file.exports)
        if (VERBS.has(exported))
          model.entryPoint({
            kind: "http",
            method: exported,
            path,
            handlers: [handler],
            handler: WEB,
            place: handler.place,
          });
      const whole = file.exports.get("default");
      // An application of a framework (`export default app`) is known by its own routes.
      if (whole?.term.kind !== "function") return;
      const told = methodRoutes(terms, whole.term, (request) => [request, "response"]);
      const all = [{ method: "ALL", parameters: ["request", "response"] }] as const;
      for (const { method, parameters } of told.length > 0 ? told : all)
        model.entryPoint({
          kind: "http",
          method,
          path,
          handlers: [whole],
          handler: { parameters, returns: "nothing" },
          place: whole.place,
        });
    },
  },
});
