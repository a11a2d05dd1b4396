// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
// MessageDeduplicationId holds for five minutes, on FIFO queues only.
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { nameText } from "./reading/name-text.ts";
import { field, itemsOf } from "./reading/terms.ts";

export default defineSystem({
  title: "Amazon SQS",
  category: "queue",
  packages: ["@aws-sdk/client-sqs", "aws-sdk/clients/sqs", "aws-sdk"],
  clients: ["new SQSClient()", "new SQS()"],
  calls: { "*": command },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name === undefined) return call.path.at(-1) === "send" ? { access: "call" } : undefined;
  const queue = queueOf(input);
  switch (name) {
    case "SendMessage":
      return {
        access: "publish",
        ...queue,
        ...body(field(input, "MessageBody")),
        ...key(call, input, field(input, "MessageDeduplicationId")),
      };
    case "SendMessageBatch": {
      const ids = itemsOf(field(input, "Entries")).flatMap((entry) => field(entry, "MessageDeduplicationId") ?? []);
      return {
        access: "publish",
        ...queue,
        ...body(field(input, "Entries")),
        ...key(call, input, ids.length > 0 ? call.terms.array(ids) : undefined),
      };
    }
    case "DeleteMessage":
    case "DeleteMessageBatch":
    case "PurgeQueue":
      return { access: "write", operation: "delete", ...queue };
    case "ReceiveMessage":
    case "GetQueueAttributes":
    case "GetQueueUrl":
      return { access: "read", ...queue };
    case "ChangeMessageVisibility":
    case "ChangeMessageVisibilityBatch":
      return { access: "write", operation: "set", ...queue };
    default:
      return undefined;
  }
}

/** Last part of the queue's address, or the variable that holds it. */
function queueOf(input: Term | undefined): { readonly target?: string } {
  const name = nameText(field(input, "QueueUrl"));
  return name ? { target: `=${name.split("/").at(-1)}` } : {};
}

function body(term: Term | undefined): Pick<CallDefinition, "data"> {
  return term ? { data: term } : {};
}

/** On a FIFO queue without the id, the queue may deduplicate by content: a setting that is not in the code. */
function key(call: CallView, input: Term | undefined, id: Term | undefined): Pick<CallDefinition, "key"> {
  if (id) return { key: id };
  const url = nameText(field(input, "QueueUrl")) ?? "";
  if (/fifo/i.test(url) || field(input, "MessageGroupId")) return { key: call.terms.unknown([]) };
  return {};
}
