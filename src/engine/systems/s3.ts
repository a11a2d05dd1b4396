// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { namedTarget } from "./reading/name-text.ts";
import { field, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Amazon S3",
  category: "filestore",
  packages: ["@aws-sdk/client-s3", "@aws-sdk/lib-storage", "aws-sdk/clients/s3", "aws-sdk"],
  clients: ["new S3Client()", "new S3()", "new default()", "new Upload()"],
  calls: {
    // new Upload({ client, params: { Bucket, Key, Body } }).done()
    done: (call) => ({
      access: "write",
      operation: "set",
      ...bucket(call.at("$Upload().0.params")),
      where: "$Upload().0.params.Key",
    }),
    "*": command,
  },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name === undefined) return call.path.at(-1) === "send" ? { access: "call" } : undefined;
  const base = { ...bucket(input), ...(field(input, "Key") && { where: field(input, "Key") as Term }) };
  if (/^(?:GetSignedUrl|CreatePresignedPost)/.test(name)) return presigned(call, name);
  if (/^(?:Get|Head|List)/.test(name)) return { access: "read", ...base };
  if (/^(?:Delete|Abort)/.test(name)) return { access: "write", operation: "delete", ...base };
  if (name === "Upload" || /^(?:Put|Copy|UploadPart|CompleteMultipart|CreateMultipart|Restore)/.test(name)) {
    return { access: "write", operation: "set", ...base };
  }
  return undefined;
}

/** Version 2: `s3.getSignedUrl("putObject", { Bucket, Key })`, `s3.createPresignedPost({ Bucket, Fields })`. */
function presigned(call: CallView, name: string): CallDefinition {
  const of = name.startsWith("Get") ? (literalText(call.arguments[0]) ?? "") : "post";
  const input = call.arguments[name.startsWith("Get") ? 1 : 0];
  const key = field(input, "Key") ?? field(field(input, "Fields"), "key");
  const base = { ...bucket(input), ...(key && { where: key }) };
  return /^(?:get|head|list)/.test(of) ? { access: "read", ...base } : { access: "call", operation: "call", ...base };
}

function bucket(input: Term | undefined): { readonly target?: string } {
  return namedTarget(field(input, "Bucket"));
}
