// https://amqp-node.github.io/amqplib/channel_api.html#channel_publish · https://github.com/onebeyond/rascal#publishing-messages
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

const BROKERS = ["Broker", "BrokerAsPromised"].flatMap((name) => [
  `${name}.create()`,
  `default.${name}.create()`,
  `new ${name}()`,
]);

export default defineSystem({
  title: "RabbitMQ",
  system: "rabbitmq",
  category: "queue",
  packages: ["amqplib", "amqp-connection-manager", "rabbitmq-client", "@golevelup/nestjs-rabbitmq", "rascal"],
  clients: [
    "connect().createChannel()",
    "connect().createConfirmChannel()",
    "new Channel()",
    "new ConfirmChannel()",
    "new ChannelWrapper()",
    "new ChannelModel().createChannel()",
    "new Connection().createChannel()",
    "new Connection().createPublisher()",
    "new AmqpConnection()",
    ...BROKERS,
  ],
  calls: {
    sendToQueue: { access: "publish", target: "$0", data: "$1", key: "$2.messageId" },
    publish,
    forward: { access: "publish", target: "$0", data: "$1" },
    send: { access: "publish", target: "$0.routingKey|$0", data: "$1", key: "$0.messageId" },
    "request|rpc": { access: "call", target: "$0.routingKey", data: "$0.payload" },
    get: { access: "read", target: "$0" },
    "purgeQueue|deleteQueue|deleteExchange": { access: "write", operation: "delete", target: "$0" },
  },
});

/** `channel.publish(exchange, key, content, options)`; rascal's publications have names: `broker.publish("orders", message, overrides)`. */
function publish({ client }: CallView): CallDefinition {
  return client.kind === "external" && client.package === "rascal"
    ? { access: "publish", target: "$0", data: "$1", key: "$2.options.messageId" }
    : { access: "publish", target: "$1", data: "$2", key: "$3.messageId" };
}
