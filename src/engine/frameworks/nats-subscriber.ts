// https://github.com/nats-io/nats.js/blob/main/core/README.md · https://github.com/nats-io/nats.js/blob/main/jetstream/README.md
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "NATS subscriber",
  packages: ["nats", "@nats-io/transport-node", "@nats-io/nats-core", "@nats-io/jetstream"],
  // The client is made in a file of its own.
  composes: /\.subscribe\s*\(\s*["'`]/,
  receivers: ["connect()", "new NatsConnection()", "jetstream()"],
  handler: { parameters: ["message.error", "message"], returns: "nothing" },
  calls: {
    subscribe,
    // `consumer.consume({ callback: (message) => … })`
    "**.consume": (call, model) => {
      const callback = call.option(0, "callback");
      if (!callback) return;
      const handler = call.terms.handler(callback, "callback");
      for (const path of call.terms.texts(call.earlier("get", 1) ?? call.earlier("get", 0)) ?? ["*"])
        consume(model, { kind: "queue", path, handler, shape: { parameters: ["message"], returns: "nothing" } });
    },
    // `for await (const message of connection.subscribe("orders.created"))`
    "@@asyncIterator": (call, model) => pull(call, model, call.earlier("subscribe", 0), "event"),
    // JetStream: `for await (const message of await consumer.consume())`, delivered until it is acknowledged.
    "**.get().@@asyncIterator": (call, model) =>
      pull(call, model, call.earlier("get", 1) ?? call.earlier("get", 0), "queue"),
  },
});

function pull(call: RegisterCall, model: Registry, subject: Term | undefined, kind: "event" | "queue"): void {
  const handler = call.enclosing;
  if (!handler) return;
  const attempts = kind === "event" ? { attempts: 1 } : {};
  for (const path of call.terms.texts(subject) ?? ["*"])
    consume(model, { kind, path, handler, shape: PULLS, ...attempts });
}

const PULLS = { parameters: [], returns: "nothing" } as const;

/** `connection.subscribe("orders.created", { callback: (error, message) => … })`: delivered at most once. */
function subscribe(call: RegisterCall, model: Registry): void {
  const callback = call.option(1, "callback");
  if (!callback) return;
  const handler = call.terms.handler(callback, "callback");
  for (const path of call.texts(0) ?? ["*"]) consume(model, { kind: "event", path, handler, attempts: 1 });
}
