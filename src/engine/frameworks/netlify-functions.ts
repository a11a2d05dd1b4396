// https://docs.netlify.com/functions/get-started/ · /functions/scheduled-functions/ · /edge-functions/declarations/
import { defineFramework, type FileView, type HandlerShape, type Registry, type TermView } from "./define-framework.ts";
import { methodsOf } from "./reading/methods.ts";

const FILE = /(?:^|\/)netlify\/(?:functions|edge-functions)\/([\w-]+)(?:\/(?:\1|index))?\.[cm]?[jt]s$/;
const OLD: HandlerShape = { parameters: ["event", "context"], returns: "response" };

export default defineFramework({
  title: "Netlify functions",
  packages: ["@netlify/functions", "@netlify/edge-functions"],
  receivers: [],
  handler: { parameters: ["request", "context"], returns: "response" },
  members: {
    "request.headers": "headers",
    "request.url": "query",
    "context.params": "params",
    "event.body": "body",
    "event.headers": "headers",
    "event.queryStringParameters": "query",
  },
  methods: { "request.json": "body", "request.text": "body", "request.formData": "body" },
  wrappers: { "schedule()": 1, "builder()": 0, "stream()": 0 },
  files: { matches: (path) => FILE.test(path), visit },
});

/** `export default async (request) => …` with `export const config = { path, schedule, method }`, or the older `handler`. */
function visit(file: FileView, model: Registry, terms: TermView): void {
  const name = FILE.exec(file.path)?.[1];
  const handler = file.exports.get("default") ?? file.exports.get("handler");
  if (!handler || name === undefined) return;
  const config = file.exports.get("config")?.term;
  const { term } = handler;
  const wrapped =
    term.kind === "external" && term.path.at(-1) === "schedule()" ? terms.text(term.arguments?.[0]) : undefined;
  const schedule = terms.text(terms.member(config, "schedule")) ?? wrapped;
  const old = !file.exports.has("default");
  const shape = old ? { handler: OLD } : {};
  const common = { handlers: [{ ...handler, name }], place: handler.place, ...shape };
  if (schedule !== undefined)
    return model.entryPoint({ ...common, kind: "schedule", path: schedule, delivery: { by: "schedule" } });
  const paths = terms.texts(terms.member(config, "path")) ?? [`/.netlify/functions/${name}`];
  const declared = terms.texts(terms.member(config, "method"));
  const compared = methodsOf(terms, term, old ? ["event"] : ["request"], old ? "event.httpMethod" : "request.method");
  for (const method of declared ?? (compared.length === 1 ? compared : ["ALL"]))
    model.entryPoint({ ...common, kind: "http", method, path: paths });
}
