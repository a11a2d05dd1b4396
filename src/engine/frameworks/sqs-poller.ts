// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html (delivered again until it is deleted)
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "SQS polling",
  packages: ["@aws-sdk/client-sqs", "aws-sdk"],
  receivers: ["new SQSClient()", "new SQS()", "new default.SQS()"],
  handler: { parameters: [], returns: "nothing" },
  watches: true,
  calls: {
    send: (call, model) => {
      const command = call.argument(0);
      if (command?.kind === "external" && command.path.at(-1) === "new ReceiveMessageCommand()")
        poll(call, model, command.arguments?.[0]);
    },
    receiveMessage: (call, model) => poll(call, model, call.argument(0)),
  },
});

function poll(call: RegisterCall, model: Registry, options: Term | undefined): void {
  const handler = call.enclosing;
  if (!handler) return;
  const url = call.terms.member(options, "QueueUrl");
  const path = call.terms.text(url)?.split("/").at(-1) ?? (url?.kind === "environment" ? url.name : "*");
  consume(model, { kind: "queue", path, handler, identities: ["message.MessageId"] });
}
