// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html · no idempotency token
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";

export default defineSystem({
  title: "Amazon SES",
  category: "email",
  packages: ["@aws-sdk/client-ses", "@aws-sdk/client-sesv2", "aws-sdk/clients/ses", "aws-sdk"],
  clients: ["new SESClient()", "new SESv2Client()", "new SES()", "new SESV2()"],
  calls: { "*": command },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name === undefined) return call.path.at(-1) === "send" ? { access: "call", operation: "send" } : undefined;
  if (name.startsWith("Send")) return { access: "call", operation: "send", ...(input && { data: input }) };
  if (/^(?:Get|List|Describe|Verify)/.test(name)) return { access: "read" };
  if (/^(?:Create|Put|Update|Set)/.test(name)) return { access: "write", operation: "set" };
  return name.startsWith("Delete") ? { access: "write", operation: "delete" } : undefined;
}
