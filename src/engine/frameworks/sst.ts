// https://sst.dev/docs/component/aws/apigatewayv2/ · /docs/component/aws/queue/ · /docs/component/aws/cron/ · https://v2.sst.dev/constructs/Api
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { address, handlerAt, rootsAbove, type Trigger, trigger, verb } from "./lambda/infrastructure.ts";

export default defineFramework({
  title: "SST",
  packages: ["sst/constructs", "@serverless-stack/resources", "global:sst"],
  receivers: ["", "aws"],
  handler: { parameters: ["event", "context"], returns: "response" },
  words: ["sst.aws."],
  calls: {
    // Version 2: `new Api(stack, "api", { routes: { "GET /orders": "src/orders.list" } })`.
    "Api|ApiGatewayV1Api|WebSocketApi": (call, model) => {
      const usual = authorizer(call.terms.member(call.option(2, "defaults"), "authorizer"));
      for (const { name, value } of call.terms.fields(call.option(2, "routes"))) {
        const own = authorizer(call.terms.member(value, "authorizer"));
        route(call, model, name, value, own ?? usual);
      }
    },
    // Version 3: `new sst.aws.ApiGatewayV2("api").route("GET /orders", "src/orders.list")`.
    "**.route": (call, model) =>
      route(call, model, call.text(0) ?? "$default", call.argument(1), authorizer(call.option(2, "auth"))),
    Queue: (call, model) => {
      const consumer = call.option(2, "consumer");
      if (consumer) start(call, model, consumer, { kind: "queue", path: call.text(1) ?? "*" });
    },
    Topic: (call, model) => {
      for (const { value } of call.terms.fields(call.option(2, "subscribers")))
        start(call, model, value, { kind: "queue", path: call.text(1) ?? "*" });
    },
    "**.subscribe|notify": (call, model) => {
      const { base } = call.result.kind === "external" ? call.result : { base: undefined };
      const made = base?.kind === "external" && !/\)$/.test(base.path.at(-1) ?? "") ? base.base : base;
      const name = made?.kind === "external" ? call.terms.text(made.arguments?.[0]) : undefined;
      const isQueue = made?.kind === "external" && /Queue|Topic/.test(made.path.at(-1) ?? "");
      const given = call.arguments.find(
        (item) => call.terms.text(item)?.includes(".") || call.terms.member(item, "handler"),
      );
      start(call, model, given, { kind: isQueue ? "queue" : "event", path: name ?? "*" });
    },
    "Cron|CronV2": (call, model) => {
      const at = call.argument(2) ? 2 : 1;
      const run = call.option(at, "job") ?? call.option(at, "function");
      start(call, model, run, { kind: "schedule", path: call.terms.text(call.option(at, "schedule")) ?? "*" });
    },
    Function: (call, model) => {
      const at = call.argument(2) ? 2 : 1;
      const name = call.text(at - 1) ?? "function";
      start(call, model, call.argument(at), { kind: "function", path: name });
    },
  },
});

/** `"GET /orders/{id}"`, `"$default"`, or the route of a socket. */
function route(
  call: RegisterCall,
  model: Registry,
  written: string,
  given: Term | undefined,
  guarded: boolean | undefined,
): void {
  const [first = "", second] = written.trim().split(/\s+/);
  if (second === undefined && first.startsWith("$") && first !== "$default")
    return start(call, model, given, { kind: "socket", path: first });
  const found =
    second === undefined ? { method: "ALL", path: address(first) } : { method: verb(first), path: address(second) };
  start(call, model, given, { kind: "http", ...found, guarded });
}

/** `"none"` and `false` leave the route open; undefined where nothing is said. */
function authorizer(given: Term | undefined): boolean | undefined {
  return given && !(given.kind === "literal" && (given.value === "none" || given.value === false));
}

/** `"src/orders.list"`, `{ handler }`, or `{ function: … }`. */
function start(call: RegisterCall, model: Registry, given: Term | undefined, found: Trigger): void {
  const { terms } = call;
  const inner = terms.member(given, "function") ?? given;
  const name = terms.text(inner) ?? terms.text(terms.member(inner, "handler"));
  const value = name && handlerAt(terms, rootsAbove(call.place.file), name);
  if (value) trigger(model, terms, value, name, found);
}
