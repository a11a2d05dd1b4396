// https://cloud.google.com/pubsub/docs/pull · https://cloud.google.com/pubsub/docs/subscription-overview#at-least-once-delivery
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Google Pub/Sub subscriber",
  packages: ["@google-cloud/pubsub"],
  receivers: ["new PubSub().subscription()", "new PubSub().topic().subscription()", "new Subscription()"],
  handler: { parameters: ["message"], returns: "nothing" },
  // The client is made in a file of its own.
  composes: /\.on\s*\(\s*["']message["']/,
  calls: { "on|once": on },
});

/** `pubsub.subscription("receipts").on("message", handler)`. */
function on(call: RegisterCall, model: Registry): void {
  const [handler] = call.functions(1);
  if (!handler || call.text(0) !== "message") return;
  const name = call.receiver.kind === "external" ? call.receiver.arguments?.[0] : undefined;
  consume(model, { kind: "queue", path: call.terms.text(name) ?? "*", handler, identities: ["message.id"] });
}
