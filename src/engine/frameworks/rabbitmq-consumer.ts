// https://amqp-node.github.io/amqplib/channel_api.html#channel_consume · https://github.com/jwalton/node-amqp-connection-manager · https://cody-greene.github.io/node-rabbitmq-client · https://github.com/onebeyond/rascal#consuming-messages
import type { Term } from "../model/term.ts";
import { defineFramework, type TermView } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "RabbitMQ consumer",
  packages: ["amqplib", "amqp-connection-manager", "rabbitmq-client", "rascal"],
  // The client is made in a file of its own.
  composes: /\.consume\s*\(|\.subscribe\s*\(/,
  receivers: [
    "connect().createChannel()",
    "connect().createConfirmChannel()",
    "default.connect().createChannel()",
    "default.connect().createConfirmChannel()",
    "new Connection()",
    "new Channel()",
    "new ConfirmChannel()",
    "new ChannelWrapper()",
    "connect()",
    "default.connect()",
    "Broker.create()",
    "BrokerAsPromised.create()",
    "default.Broker.create()",
    "default.BrokerAsPromised.create()",
    "new Broker()",
    "new BrokerAsPromised()",
    "Broker",
    "default.Broker",
    "default",
    "",
  ],
  handler: { parameters: ["message"], returns: "nothing" },
  calls: {
    consume: (call, model) => {
      const [handler] = call.functions(1);
      if (!handler) return;
      for (const path of call.texts(0) ?? [asserted(call.argument(0), call.terms) ?? "*"])
        consume(model, { kind: "queue", path, handler, identities: ["message.properties.messageId"] });
    },
    // rabbitmq-client: `connection.createConsumer({ queue }, handler)`.
    createConsumer: (call, model) => {
      const [handler] = call.functions(1);
      if (!handler) return;
      const path = call.terms.text(call.option(0, "queue")) ?? "*";
      consume(model, { kind: "queue", path, handler, identities: ["message.messageId"] });
    },
    // amqplib/callback_api: `connect(url, (error, connection) => …)`, `connection.createChannel((error, channel) => …)`.
    connect: (call, model) => {
      for (const handler of call.functions(1).filter(({ term }) => term.kind === "function"))
        model.run(handler.term, ["message.error", { term: call.result }]);
    },
    "createChannel|createConfirmChannel": (call, model) => {
      for (const handler of call.functions(0).filter(({ term }) => term.kind === "function"))
        model.run(handler.term, ["message.error", { term: call.result }]);
      const setup = call.option(0, "setup");
      if (setup) model.run(setup, [{ term: call.result }]);
    },
    // https://www.rabbitmq.com/tutorials/tutorial-three-javascript: `assertQueue("", {}, (error, queue) => …)`.
    assertQueue: (call, model) => {
      for (const handler of call.functions(1).filter(({ term }) => term.kind === "function"))
        model.run(handler.term, ["message.error", { term: call.result }]);
    },
    // rascal: `(await broker.subscribe("orders")).on("message", (message, content, ackOrNack) => …)`.
    "on|once": (call, model) => {
      const [handler] = call.functions(1);
      if (!handler || call.text(0) !== "message") return;
      const path = call.terms.text(call.earlier("subscribe", 0)) ?? "*";
      consume(model, { kind: "queue", path, handler, shape: RASCAL, identities: ["message.properties.messageId"] });
    },
    // The same with callbacks: `broker.subscribe("orders", (error, subscription) => …)`, `Broker.create(config, (error, broker) => …)`.
    "subscribe|create": (call, model) => {
      for (const handler of call.functions(1).filter(({ term }) => term.kind === "function"))
        model.run(handler.term, ["message.error", { term: call.result }]);
    },
    // amqp-connection-manager: `createChannel({ setup: (channel) => … })`.
    addSetup: (call, model) => {
      for (const handler of call.functions(0)) model.run(handler.term, [{ term: call.receiver }]);
    },
  },
});

/** The message, and its content as its type says. */
const RASCAL = { parameters: ["message", "message.content", "context"], returns: "nothing" } as const;

/** `consume(q.queue)` with `q = await channel.assertQueue("tasks")`. One without a name is the server's to name. */
function asserted(queue: Term | undefined, terms: TermView): string | undefined {
  if (queue?.kind !== "external" || queue.path.at(-1) !== "queue" || queue.base?.kind !== "external") return undefined;
  return terms.text(queue.base.arguments?.[0]) || undefined;
}
