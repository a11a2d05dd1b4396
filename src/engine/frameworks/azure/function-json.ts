/** Functions of the programming model v3: a folder with `function.json`. https://learn.microsoft.com/azure/azure-functions/functions-reference-node?pivots=nodejs-model-v3 */
import { parseJsonc } from "../../link/files/jsonc.ts";
import type { Term } from "../../model/term.ts";
import type { DocumentView, HandlerShape, Registry, TermView } from "../define-framework.ts";
import { consume } from "../reading/jobs.ts";

const HTTP: HandlerShape = {
  parameters: [{ of: "context", fields: { req: "request" } }, "request"],
  returns: "response",
};
const MESSAGE: HandlerShape = { parameters: ["context", "message"], returns: "nothing" };

/** Triggers of messages, with the setting that names what they listen to. */
const QUEUES: Readonly<Record<string, string>> = {
  queueTrigger: "queueName",
  serviceBusTrigger: "queueName",
  eventHubTrigger: "eventHubName",
};
const EVENTS: Readonly<Record<string, string>> = {
  blobTrigger: "path",
  cosmosDBTrigger: "containerName",
  eventGridTrigger: "name",
};

export function visitFunctionJson(document: DocumentView, model: Registry, terms: TermView): void {
  const json = parseJsonc(document.text);
  const bindings = at(json, "bindings");
  const trigger = Array.isArray(bindings)
    ? bindings.find((one) => /Trigger$/.test(text(at(one, "type")) ?? ""))
    : undefined;
  const folder = document.path.slice(0, document.path.lastIndexOf("/") + 1);
  const name = folder.split("/").at(-2) ?? "function";
  const value = trigger === undefined ? undefined : codeOf(terms, folder, json);
  if (!value) return;
  const handler = terms.handler(value, name);
  const type = text(at(trigger, "type")) ?? "";
  if (type === "httpTrigger") {
    const methods = listOf(at(trigger, "methods"));
    const route = (text(at(trigger, "route")) ?? name).replace(/\{\*?(\w+)[^}]*\}/g, ":$1");
    const level = text(at(trigger, "authLevel"));
    const key = level === "anonymous" ? [] : [{ ...handler, name: "authLevel", guard: "authentication" } as const];
    for (const method of methods.length > 0 ? methods : ["ALL"])
      model.entryPoint({
        kind: "http",
        method: method.toUpperCase(),
        path: `/api/${route.replace(/^\//, "")}`,
        handlers: [...key, handler],
        handler: HTTP,
        place: handler.place,
        detached: true,
      });
    return;
  }
  const kind = type === "timerTrigger" ? "schedule" : QUEUES[type] ? "queue" : "event";
  const option = type === "timerTrigger" ? "schedule" : (QUEUES[type] ?? EVENTS[type] ?? "name");
  const path = text(at(trigger, option)) ?? text(at(trigger, "topicName")) ?? name;
  consume(model, { kind, path, handler, shape: MESSAGE, place: handler.place });
}

/** `scriptFile`, else `index.js` beside it; what is built stands in another folder than its source. */
function codeOf(terms: TermView, folder: string, json: unknown): Term | undefined {
  const script = text(at(json, "scriptFile"));
  const built = script === undefined ? [] : [script.replace(/^(?:\.\.\/)+(?:dist|build|lib)\//, "../src/"), script];
  const paths = [...built.map((path) => joined(folder, path)), `${folder}index.js`].flatMap((path) => [
    path.replace(/\.[cm]?js$/, ".ts"),
    path,
  ]);
  const file = terms.file([...paths, `${folder}index.ts`]);
  if (file === undefined) return undefined;
  const wanted = text(at(json, "entryPoint"));
  const exports = terms.exports(file);
  const found =
    exports.find(({ name }) => name === wanted) ??
    exports.find(({ name }) => name === "default") ??
    exports.find(({ name }) => name === "run" || name === "index");
  return found?.value;
}

function joined(folder: string, path: string): string {
  const parts = folder.split("/").filter((part) => part !== "");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
