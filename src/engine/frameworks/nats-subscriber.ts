// https://github.com/nats-io/nats.js/blob/main/core/README.md · https://github.com/nats-io/nats.js/blob/main/jetstream/README.md
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "NATS subscriber",
  packages: ["nats", "@nats-io/transport-node", "@nats-io/nats-core", "@nats-io/jetstream"],
  receivers: ["connect()", "new NatsConnection()"],
  handler: { parameters: ["message.error", "message"], returns: "nothing" },
  calls: { subscribe },
});

/** `connection.subscribe("orders.created", { callback: (error, message) => … })`: delivered at most once. */
function subscribe(call: RegisterCall, model: Registry): void {
  const callback = call.option(1, "callback");
  if (!callback) return;
  const handler = call.terms.handler(callback, "callback");
  for (const path of call.texts(0) ?? ["*"]) consume(model, { kind: "event", path, handler, attempts: 1 });
}
