// https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { namedTarget } from "./reading/name-text.ts";
import { field, isLiteral } from "./reading/terms.ts";

export default defineSystem({
  title: "AWS Lambda",
  category: "externalApi",
  packages: ["@aws-sdk/client-lambda", "aws-sdk/clients/lambda", "aws-sdk"],
  clients: ["new LambdaClient()", "new Lambda()"],
  calls: { "*": command },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name !== "Invoke" && name !== "InvokeAsync") return undefined;
  const target = namedTarget(field(input, "FunctionName"));
  const isEvent = name === "InvokeAsync" || isLiteral(field(input, "InvocationType"), "Event");
  return isEvent ? { access: "publish", category: "queue", ...target } : { access: "call", ...target };
}
