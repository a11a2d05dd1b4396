// https://docs.deno.com/api/deno/~/Deno.serve · https://bun.com/docs/runtime/http/server · https://docs.deno.com/api/deno/~/Deno.cron · https://docs.deno.com/api/deno/~/Deno.Kv.prototype.listenQueue
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry } from "./define-framework.ts";
import { registerFetch } from "./reading/fetch-handler.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { consume } from "./reading/jobs.ts";
import { VERBS } from "./reading/methods.ts";

export default defineFramework({
  title: "Deno and Bun servers",
  packages: ["global:Deno", "global:Bun", "bun", "std"],
  receivers: ["", "openKv()"],
  handler: { parameters: ["request", "context"], returns: "response" },
  members: {
    "request.headers": "headers",
    "request.url": "query",
    "request.params": "params",
    "request.cookies": "cookies",
  },
  methods: FETCH_METHODS,
  words: ["Deno.serve(", "Deno.cron(", "Bun.serve(", "Deno.openKv("],
  calls: {
    serve,
    "default.serve": serve,
    // One queue for each database; a message is delivered at least once.
    "listenQueue|openKv().listenQueue": (call, model) => {
      const [handler] = call.functions(0);
      if (handler) consume(model, { kind: "queue", path: "kv", handler, shape: QUEUE });
    },
    cron: (call, model) => {
      const handler = call.functions(2).at(-1);
      if (handler)
        model.entryPoint({
          kind: "schedule",
          path: call.text(1) ?? "*",
          handlers: [handler],
          delivery: { by: "schedule" },
          detached: true,
        });
    },
  },
});

const QUEUE = { parameters: ["message"], returns: "nothing" } as const;

/** `Deno.serve(handler)`, `Deno.serve(options, handler)`, `Bun.serve({ routes, fetch })`. */
function serve(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const direct = call.functions(0).find((one) => one.term.kind === "function");
  const option = call.option(0, "fetch") ?? call.option(0, "handler");
  for (const { name, value } of terms.fields(call.option(0, "routes"))) route(call, model, name, value);
  const handler = direct ?? (option && terms.handler(option, "fetch"));
  if (!handler || handler.term.kind === "external") return;
  registerFetch(model, terms, handler, ["context"], edgePath(call.place.file));
}

/** `supabase/functions/pay/index.ts` is served at `/pay`. https://supabase.com/docs/guides/functions */
function edgePath(file: string): string {
  const name = /(?:^|\/)supabase\/functions\/([^/]+)\/index\.[jt]sx?$/.exec(file)?.[1];
  return name === undefined ? "" : `/${name}`;
}

/** `"/orders/:id": handler` or `{ GET: handler, POST: handler }`. */
function route(call: RegisterCall, model: Registry, path: string, value: Term): void {
  const { terms } = call;
  // `"/health": new Response("ok")` and pages answer by themselves.
  if (value.kind !== "object") return entry(model, "ALL", path, terms.handler(value, path));
  for (const { name, value: run } of terms.fields(value))
    if (VERBS.has(name)) entry(model, name, path, terms.handler(run, name));
}

function entry(model: Registry, method: string, path: string, handler: Handler): void {
  model.entryPoint({
    kind: "http",
    method,
    path,
    handlers: [handler],
    handler: { parameters: ["request", "context"], returns: "response" },
    detached: true,
  });
}
