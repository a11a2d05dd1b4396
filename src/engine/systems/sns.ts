// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { nameText } from "./reading/name-text.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "Amazon SNS",
  category: "queue",
  packages: ["@aws-sdk/client-sns", "aws-sdk/clients/sns", "aws-sdk"],
  clients: ["new SNSClient()", "new SNS()"],
  calls: { "*": command },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name === undefined) return call.path.at(-1) === "send" ? { access: "call" } : undefined;
  // With a phone number it is a text message, with a topic an event.
  const phone = field(input, "PhoneNumber");
  const topic = nameText(field(input, "TopicArn") ?? field(input, "TargetArn"));
  if (name === "Publish" && phone) return { access: "call", operation: "send", category: "sms", data: phone };
  const key = field(input, "MessageDeduplicationId");
  if (name === "Publish" || name === "PublishBatch") {
    const data = field(input, "Message") ?? field(input, "PublishBatchRequestEntries");
    return {
      access: "publish",
      ...(topic && { target: `=${topic.split(":").at(-1)}` }),
      ...(data && { data }),
      ...(key && { key }),
    };
  }
  if (/^(?:Subscribe|CreateTopic|SetTopicAttributes|CreatePlatformEndpoint)/.test(name))
    return { access: "write", operation: "set" };
  return undefined;
}
