// https://docs.netlify.com/functions/get-started/ · /functions/scheduled-functions/ · /edge-functions/declarations/
import { readToml } from "../release/toml.ts";
import {
  type DocumentView,
  defineFramework,
  type FileView,
  type Handler,
  type HandlerShape,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
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
  methods: FETCH_METHODS,
  wrappers: { "schedule()": 1, "builder()": 0, "stream()": 0 },
  files: { matches: (path) => FILE.test(path), visit },
  documents: { matches: (path) => /(?:^|\/)netlify\.toml$/.test(path), visit: visitSettings },
});

/**
 * What `netlify.toml` says of functions: their folder, where that is another, and when they run.
 * https://docs.netlify.com/build/functions/optional-configuration/ · https://docs.netlify.com/build/functions/scheduled-functions/
 */
interface Settings {
  readonly directory: string | undefined;
  readonly schedules: ReadonlyMap<string, string>;
}

function settingsOf(text: string): Settings {
  let directory: string | undefined;
  const schedules = new Map<string, string>();
  for (const { key, value } of readToml(text)) {
    if (key === "functions.directory" || key === "build.functions") directory ??= value.replace(/^\.?\/|\/$/g, "");
    const name = /^functions\.([\w-]+)\.schedule$/.exec(key)?.[1];
    if (name !== undefined) schedules.set(name, value);
  }
  return { directory, schedules };
}

/** Functions in a folder that the settings name. */
function visitSettings({ path, text }: DocumentView, model: Registry, terms: TermView): void {
  const { directory, schedules } = settingsOf(text);
  if (!directory) return;
  const folder = `${path.slice(0, -"netlify.toml".length)}${directory}/`;
  for (const file of terms.paths()) {
    if (!file.startsWith(folder) || FILE.test(file)) continue;
    const name = /^([\w-]+)(?:\/(?:\1|index))?\.[cm]?[jt]s$/.exec(file.slice(folder.length))?.[1];
    if (name === undefined) continue;
    const exports = new Map(terms.exports(file).map((one) => [one.name, terms.handler(one.value, one.name)]));
    register(name, exports, schedules.get(name), model, terms);
  }
}

function visit(file: FileView, model: Registry, terms: TermView): void {
  const name = FILE.exec(file.path)?.[1];
  if (name === undefined) return;
  const settings = terms.read(`${file.path.replace(/netlify\/(?:functions|edge-functions)\/.*$/, "")}netlify.toml`);
  register(name, file.exports, settings && settingsOf(settings).schedules.get(name), model, terms);
}

/** `export default async (request) => …` with `export const config = { path, schedule, method }`, or the older `handler`. */
function register(
  name: string,
  exports: ReadonlyMap<string, Handler>,
  scheduled: string | undefined,
  model: Registry,
  terms: TermView,
): void {
  const handler = exports.get("default") ?? exports.get("handler");
  if (!handler) return;
  const config = exports.get("config")?.term;
  const { term } = handler;
  const wrapped =
    term.kind === "external" && term.path.at(-1) === "schedule()" ? terms.text(term.arguments?.[0]) : undefined;
  const schedule = terms.text(terms.member(config, "schedule")) ?? wrapped ?? scheduled;
  const old = !exports.has("default");
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
