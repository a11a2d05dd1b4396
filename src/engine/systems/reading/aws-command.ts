/** AWS calls in their three forms: `client.send(new PutCommand(input))`, `client.put(input)`, and v2's `put(input).promise()`. */
import type { Term } from "../../model/term.ts";
import type { CallView } from "../define-system.ts";
import { made } from "./terms.ts";

export interface AwsCommand {
  /** As in the service's reference, such as `PutItem`; the first letter is upper case. */
  readonly name: string;
  readonly input: Term | undefined;
}

/** Undefined where the command cannot be read, and for calls that are none. */
export function awsCommand(call: CallView): AwsCommand | undefined {
  const method = call.path.at(-1) ?? "";
  if (method === "send") {
    const command = made(call.arguments[0]);
    return command?.name.endsWith("Command")
      ? { name: command.name.slice(0, -"Command".length), input: command.arguments[0] }
      : undefined;
  }
  if (!/^[a-z][A-Za-z0-9]+$/.test(method) || method === "promise" || method === "destroy" || method === "config")
    return undefined;
  return { name: method.charAt(0).toUpperCase() + method.slice(1), input: call.arguments[0] };
}
