// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html · the name makes it idempotent
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { nameText } from "./reading/name-text.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "AWS Step Functions",
  category: "queue",
  packages: ["@aws-sdk/client-sfn", "aws-sdk/clients/stepfunctions"],
  clients: ["new SFNClient()", "new SFN()", "new default()"],
  calls: { "*": command },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name !== "StartExecution")
    return name === undefined
      ? undefined
      : /^(?:Describe|Get|List)/.test(name)
        ? { access: "read" }
        : { access: "call" };
  const machine = nameText(field(input, "stateMachineArn"));
  const key = field(input, "name");
  const isNew = call.path.at(-1) === "send" ? undefined : "$0.name";
  return {
    access: "publish",
    ...(machine && { target: `=${machine.split(":").at(-1)}` }),
    ...(key ? { key } : isNew ? { key: isNew } : {}),
  };
}
