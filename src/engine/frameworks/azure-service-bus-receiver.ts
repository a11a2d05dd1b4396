// https://learn.microsoft.com/javascript/api/@azure/service-bus/servicebusreceiver#@azure-service-bus-servicebusreceiver-subscribe
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Azure Service Bus receiver",
  packages: ["@azure/service-bus"],
  // The client is made in a file of its own.
  composes: /\bprocessMessage\b/,
  receivers: ["new ServiceBusClient().createReceiver()", "new ServiceBusReceiver()"],
  handler: { parameters: ["message"], returns: "nothing" },
  calls: {
    subscribe: (call, model) => {
      const handle = call.option(0, "processMessage");
      if (!handle) return;
      const handler = call.terms.handler(handle, "processMessage");
      consume(model, { kind: "queue", path: pathOf(call), handler, identities: ["message.messageId"] });
    },
  },
});

/** A queue, or a topic with a subscription of it. */
function pathOf(call: RegisterCall): string {
  const named = (value: Term | undefined): string | undefined =>
    call.terms.text(value) ?? (value?.kind === "environment" ? value.name : undefined);
  return named(call.earlier("createReceiver", 0)) ?? "*";
}
