// https://amqp-node.github.io/amqplib/channel_api.html#channel_publish
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "RabbitMQ",
  system: "rabbitmq",
  category: "queue",
  packages: ["amqplib", "amqp-connection-manager", "rabbitmq-client", "@golevelup/nestjs-rabbitmq"],
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
  ],
  calls: {
    sendToQueue: { access: "publish", target: "$0", data: "$1", key: "$2.messageId" },
    publish: { access: "publish", target: "$1", data: "$2", key: "$3.messageId" },
    send: { access: "publish", target: "$0.routingKey|$0", data: "$1", key: "$0.messageId" },
    "request|rpc": { access: "call", target: "$0.routingKey", data: "$0.payload" },
    get: { access: "read", target: "$0" },
    "purgeQueue|deleteQueue|deleteExchange": { access: "write", operation: "delete", target: "$0" },
  },
});
