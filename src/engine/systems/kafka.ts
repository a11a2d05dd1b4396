// https://kafka.js.org/docs/producing
// The producer's own idempotence only covers its retries: a second run of the handler sends again.
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Kafka",
  system: "kafka",
  category: "queue",
  packages: ["kafkajs", "@confluentinc/kafka-javascript", "node-rdkafka", "@platformatic/kafka"],
  clients: ["new Kafka().producer()", "KafkaJS.new Kafka().producer()", "new Producer()", "new HighLevelProducer()"],
  same: ["transaction"],
  calls: {
    send: { access: "publish", target: "$0.topic", data: "$0.messages" },
    sendBatch: { access: "publish", target: "$0.topicMessages.topic", data: "$0.topicMessages" },
    produce: { access: "publish", target: "$0", data: "$2" },
    sendOffsets: { access: "write", operation: "set" },
  },
});
