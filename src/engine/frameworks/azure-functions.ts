// https://learn.microsoft.com/azure/azure-functions/functions-reference-node (programming model v4) · /azure/azure-functions/functions-bindings-error-pages
import { visitFunctionJson } from "./azure/function-json.ts";
import { defineFramework, type HandlerShape, type RegisterCall, type Registry } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { consume } from "./reading/jobs.ts";

const MESSAGE: HandlerShape = { parameters: ["message", "context"], returns: "nothing" };

export default defineFramework({
  title: "Azure Functions",
  packages: ["@azure/functions"],
  receivers: ["app", "default.app"],
  handler: { parameters: ["request", "context"], returns: "response" },
  members: {
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.body": "body",
    "request.user": "identity",
  },
  methods: FETCH_METHODS,
  calls: {
    http,
    "get|post|put|patch|deleteRequest": http,
    timer: (call, model) => other(call, model, "schedule", "schedule"),
    storageQueue: (call, model) => other(call, model, "queue", "queueName"),
    serviceBusQueue: (call, model) => other(call, model, "queue", "queueName"),
    serviceBusTopic: (call, model) => other(call, model, "queue", "topicName"),
    eventHub: (call, model) => other(call, model, "queue", "eventHubName"),
    cosmosDB: (call, model) => other(call, model, "event", "containerName"),
    "storageBlob|eventGrid": (call, model) => other(call, model, "event", "path"),
  },
  documents: { matches: (path) => /(?:^|\/)function\.json$/.test(path), visit: visitFunctionJson },
});

/** `app.http("orders", { methods: ["POST"], route: "orders/{id}", authLevel, handler })`; a key is asked for unless it is anonymous. */
function http(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const name = call.text(0) ?? "*";
  const run = call.option(1, "handler") ?? (call.argument(1)?.kind === "object" ? undefined : call.argument(1));
  if (!run) return;
  const route = terms.text(call.option(1, "route")) ?? name;
  const path = `/api/${route.replace(/^\//, "").replace(/\{\*?(\w+)[^}]*\}/g, ":$1")}`;
  const given = terms.texts(call.option(1, "methods"));
  const methods = call.method === "http" ? (given ?? ["GET", "POST"]) : [call.method.replace("Request", "")];
  const level = terms.text(call.option(1, "authLevel"));
  const handler = terms.handler(run, name);
  const key =
    level === "function" || level === "admin"
      ? [{ ...handler, name: "authLevel", guard: "authentication" } as const]
      : [];
  for (const method of methods)
    model.entryPoint({ kind: "http", method: method.toUpperCase(), path, handlers: [...key, handler], detached: true });
}

function other(call: RegisterCall, model: Registry, kind: "queue" | "schedule" | "event", option: string): void {
  const run = call.option(1, "handler");
  if (!run) return;
  const path = call.terms.text(call.option(1, option)) ?? call.text(0) ?? "*";
  consume(model, { kind, path, handler: call.terms.handler(run, call.text(0) ?? "handler"), shape: MESSAGE });
}
