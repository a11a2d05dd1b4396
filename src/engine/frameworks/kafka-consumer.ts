// https://kafka.js.org/docs/consuming · https://github.com/confluentinc/confluent-kafka-javascript/blob/master/MIGRATION.md
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Kafka consumer",
  packages: ["kafkajs", "@confluentinc/kafka-javascript"],
  receivers: ["new Kafka().consumer()", "new KafkaJS.Kafka().consumer()", "new Consumer()"],
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
      const topics = call.option(0, "topics") ?? call.option(0, "topic");
      const known = model.kept("topics");
      if (topics) model.keep("topics", terms.array([...(known ? terms.items(known) : []), topics]));
    },
    run,
  },
});

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
