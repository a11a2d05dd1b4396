// https://encore.dev/docs/ts/primitives/defining-apis · /primitives/raw-endpoints · /primitives/streaming-apis · /primitives/cron-jobs · /primitives/pubsub · /develop/auth
import {
  defineFramework,
  type Handler,
  type HandlerShape,
  type RegisterCall,
  type Registry,
} from "./define-framework.ts";

const TYPED: HandlerShape = { parameters: ["body"], returns: "response" };
const RAW: HandlerShape = { parameters: ["request", "response"], returns: "nothing" };
const STREAM: HandlerShape = { parameters: ["message", "message"], returns: "nothing" };

export default defineFramework({
  title: "Encore.ts",
  packages: ["encore.dev", "~encore/auth"],
  receivers: [""],
  handler: TYPED,
  members: { "request.headers": "headers", "request.url": "query" },
  values: { "getAuthData()": "identity" },
  responses: { "response.end": { value: "$0" }, "response.writeHead": { status: "$0", sets: true } },
  calls: {
    api: (call, model) => endpoint(call, model, TYPED),
    "api.raw": (call, model) => endpoint(call, model, RAW),
    "api.streamIn|streamOut|streamInOut": (call, model) => {
      const [handler] = call.functions(1);
      if (handler)
        model.entryPoint({
          kind: "socket",
          path: call.terms.texts(call.option(0, "path")) ?? addressOf(call),
          handlers: [...login(call), handler],
          handler: STREAM,
        });
    },
    CronJob: (call, model) => {
      const run = call.option(1, "endpoint");
      if (!run) return;
      const made = run.kind === "external" ? run.arguments?.find((one) => one.kind === "function") : run;
      model.entryPoint({
        kind: "schedule",
        path: call.terms.text(call.option(1, "schedule") ?? call.option(1, "every")) ?? "*",
        handlers: [call.terms.handler(made ?? run, call.text(0))],
        delivery: { by: "schedule" },
        detached: true,
      });
    },
    // `new Subscription(orders, "send-receipt", { handler })`
    Subscription: (call, model) => {
      const run = call.option(2, "handler");
      const topic = call.argument(0);
      const name = topic?.kind === "external" ? call.terms.text(topic.arguments?.[0]) : undefined;
      if (!run) return;
      model.entryPoint({
        kind: "queue",
        path: name ?? call.text(1) ?? "*",
        handlers: [call.terms.handler(run, call.text(1))],
        handler: { parameters: ["message"], returns: "nothing" },
        delivery: { by: "queue" },
        detached: true,
      });
    },
  },
});

/** `api({ expose: true, method: "GET", path: "/orders/:id", auth: true }, handler)`; what is not exposed is called by other services. */
function endpoint(call: RegisterCall, model: Registry, shape: HandlerShape): void {
  const { terms } = call;
  const [handler] = call.functions(1);
  if (!handler) return;
  const exposed = call.option(0, "expose");
  const name = call.assignedTo ?? handler.name;
  const handlers = [...login(call), { ...handler, name }];
  if (exposed?.kind !== "literal" || exposed.value !== true) {
    model.entryPoint({ kind: "rpc", method: "CALL", path: addressOf(call).slice(1), handlers, handler: shape });
    return;
  }
  const paths = (terms.texts(call.option(0, "path")) ?? [addressOf(call)]).map((path) =>
    path.replace(/^([^/])/, "/$1"),
  );
  for (const method of terms.texts(call.option(0, "method")) ?? ["POST"]) {
    const verb = method === "*" ? "ALL" : method.toUpperCase();
    model.entryPoint({ kind: "http", method: verb, path: paths, handlers, handler: shape });
  }
}

/** `/service.endpoint`: the folder is the service unless `encore.service.ts` names it. */
function addressOf(call: RegisterCall): string {
  const folder = call.place.file.split("/").slice(0, -1);
  const file = call.terms.file([[...folder, "encore.service.ts"].join("/")]);
  const service = file === undefined ? undefined : call.terms.exported(file, "default");
  const named = service?.kind === "external" ? call.terms.text(service.arguments?.[0]) : undefined;
  return `/${named ?? folder.at(-1) ?? "service"}.${call.assignedTo ?? "endpoint"}`;
}

/** The gateway's `authHandler` answers 401 before the endpoint is called. */
function login(call: RegisterCall): readonly Handler[] {
  const auth = call.option(0, "auth");
  return auth?.kind === "literal" && auth.value === true
    ? [{ ...call.terms.handler(auth, "auth"), name: "auth", place: call.place, guard: "authentication" }]
    : [];
}
