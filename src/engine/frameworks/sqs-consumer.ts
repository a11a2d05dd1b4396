// https://bbc.github.io/sqs-consumer/interfaces/ConsumerOptions.html · https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues-at-least-once-delivery.html
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "sqs-consumer",
  packages: ["sqs-consumer", "@rxfork/sqs-consumer", "sqs-consumer-v2"],
  receivers: [""],
  handler: { parameters: ["message"], returns: "nothing" },
  calls: { "Consumer.create": create, Consumer: create, "default.create": create },
});

/** `Consumer.create({ queueUrl, handleMessage })`, or `handleMessageBatch`. */
function create(call: RegisterCall, model: Registry): void {
  const handle = call.option(0, "handleMessage") ?? call.option(0, "handleMessageBatch");
  if (!handle) return;
  const url = call.option(0, "queueUrl");
  const written = call.terms.text(url)?.split("/").at(-1);
  const path = written ?? (url?.kind === "environment" ? url.name : "*");
  consume(model, {
    kind: "queue",
    path,
    handler: call.terms.handler(handle, "handleMessage"),
    identities: ["message.MessageId"],
  });
}
