// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-s3-request-presigner · /-aws-sdk-s3-presigned-post
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { namedTarget } from "./reading/name-text.ts";
import { field, made } from "./reading/terms.ts";

/** Whoever has such an address may read or store the object for a while: handing it out is what must be checked. */
export default defineSystem({
  title: "Amazon S3 presigned addresses",
  category: "filestore",
  system: "s3",
  packages: ["@aws-sdk/s3-request-presigner", "@aws-sdk/s3-presigned-post"],
  clients: [""],
  calls: {
    getSignedUrl: forCommand,
    createPresignedPost: (call) => handedOut("call", call.arguments[1]),
  },
});

/** `getSignedUrl(client, new PutObjectCommand(input))` */
function forCommand(call: CallView): CallDefinition | undefined {
  const command = made(call.arguments[1]);
  if (!command?.name.endsWith("Command")) return undefined;
  return handedOut(/^(?:Get|Head|List)/.test(command.name) ? "read" : "call", command.arguments[0]);
}

function handedOut(access: "read" | "call", input: Term | undefined): CallDefinition {
  const key = field(input, "Key");
  return {
    access,
    ...(access === "call" && { operation: "call" }),
    ...namedTarget(field(input, "Bucket")),
    ...(key && { where: key }),
  };
}
