// https://kafka.js.org/docs/consuming · https://github.com/confluentinc/confluent-kafka-javascript/blob/master/MIGRATION.md
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Kafka consumer",
  packages: ["kafkajs", "@confluentinc/kafka-javascript", "node-rdkafka", "@platformatic/kafka"],
  receivers: [
    "new Kafka().consumer()",
    "KafkaJS.new Kafka().consumer()",
    "new Consumer()",
    "new KafkaConsumer()",
    "KafkaConsumer.createReadStream()",
  ],
  handler: {
    parameters: [
      { fields: { topic: "job.topic", partition: "job.partition", message: "message", batch: "message.batch" } },
    ],
    returns: "nothing",
  },
  // The client is made in a file of its own.
  composes: /\beachMessage\b|\beachBatch\b/,
  calls: {
    subscribe: (call, model) => {
      const { terms } = call;
      // node-rdkafka takes the list itself.
      const listed = call.argument(0)?.kind === "array" ? call.argument(0) : undefined;
      const topics = call.option(0, "topics") ?? call.option(0, "topic") ?? listed;
      const known = model.kept("topics");
      if (topics) model.keep("topics", terms.array([...(known ? terms.items(known) : []), topics]));
    },
    run,
    // https://github.com/Blizzard/node-rdkafka#kafkakafkaconsumer · https://github.com/platformatic/kafka/blob/main/docs/consumer.md
    on: onData,
    "consume().on": onData,
  },
});

/** `consumer.on("data", handler)` after `consumer.subscribe([topic])`, `(await consumer.consume({ topics })).on("data", handler)`. */
function onData(call: RegisterCall, model: Registry): void {
  const [handler] = call.functions(1);
  if (!handler) return;
  // What is subscribed to once the connection stands: `consumer.on("ready", () => consumer.subscribe([topic]))`.
  if (call.text(0) !== "data") return void (handler.term.kind === "function" && model.run(handler.term, []));
  const { terms, receiver } = call;
  const kept = model.kept("topics");
  const asked = terms.member(call.earlier("consume", 0), "topics");
  const streamed = receiver.kind === "external" ? terms.member(receiver.arguments?.[2], "topics") : undefined;
  const topics = terms.items(asked ?? streamed ?? kept).flatMap((topic) => terms.texts(topic) ?? []);
  for (const path of topics.length > 0 ? topics : ["*"])
    consume(model, { kind: "queue", path, handler, shape: { parameters: ["message"], returns: "nothing" } });
}

/** `consumer.run({ eachMessage: async ({ topic, message }) => … })`: one entry point for each topic subscribed to. */
function run(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const each = call.option(0, "eachMessage") ?? call.option(0, "eachBatch");
  if (!each) return;
  const kept = model.kept("topics");
  const topics = kept && terms.items(kept).flatMap((topic): readonly string[] => terms.texts(topic) ?? [nameOf(topic)]);
  const handler = terms.handler(each, "eachMessage");
  const identities = ["message.key", "message.offset"];
  for (const path of topics ?? ["*"]) consume(model, { kind: "queue", path, handler, identities });
}

function nameOf(topic: Term): string {
  return topic.kind === "environment" ? topic.name : "*";
}
