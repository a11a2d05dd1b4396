// https://github.com/nats-io/nats.js · https://docs.nats.io/using-nats/developer/develop_jetstream/model_deep_dive#message-deduplication
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "NATS",
  category: "queue",
  packages: ["nats", "@nats-io/transport-node", "@nats-io/jetstream", "@nats-io/nats-core"],
  clients: [
    "connect().jetstream()",
    "new NatsConnection().jetstream()",
    "jetstream()",
    "new JetStreamClient()",
    "connect()",
    "new NatsConnection()",
  ],
  calls: {
    publish: (call) => {
      const last = call.client.kind === "external" ? (call.client.path.at(-1) ?? "") : "";
      const stream = last.toLowerCase().includes("jetstream");
      // msgID is known to JetStream only, for its duplicate window.
      return { access: "publish", target: "$0", data: "$1", ...(stream && { key: "$2.msgID" }) };
    },
    "request|requestMany": { access: "call", target: "$0", data: "$1" },
    "views.kv().put|create|update|delete": {
      access: "write",
      operation: "set",
      category: "database",
      target: "$kv().0",
    },
    "views.kv().get|keys": { access: "read", category: "database", target: "$kv().0" },
  },
});
