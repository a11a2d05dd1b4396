// https://vercel.com/docs/functions/runtimes/node-js · https://vercel.com/docs/functions/functions-api-reference
import { defineFramework, type HandlerShape } from "./define-framework.ts";
import { methodsOf, VERBS } from "./reading/methods.ts";
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
  methods: { "request.json": "body", "request.text": "body", "request.formData": "body" },
  responses: {
    "response.status": { status: "$0", sets: true },
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
      const methods = methodsOf(terms, whole.term, ["request", "response"], "request.method");
      for (const method of methods.length > 0 ? methods : ["ALL"]) {
        const request = { of: "request", fields: { method: { term: terms.literal(method) } } } as const;
        model.entryPoint({
          kind: "http",
          method,
          path,
          handlers: [whole],
          handler: { parameters: [method === "ALL" ? "request" : request, "response"], returns: "nothing" },
          place: whole.place,
        });
      }
    },
  },
});
