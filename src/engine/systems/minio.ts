// https://min.io/docs/minio/linux/developers/javascript/API.html · https://github.com/nestjsx/nestjs-minio-client · https://github.com/NestCrafts/nestjs-minio
import type { Operation } from "../model/effect.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { namedTarget } from "./reading/name-text.ts";

export default defineSystem({
  title: "MinIO",
  category: "filestore",
  packages: ["minio", "nestjs-minio-client", "nestjs-minio"],
  clients: ["new Client()", "new MinioService().client"],
  decorators: { InjectMinio: "new Client()" },
  calls: {
    "putObject|fPutObject|composeObject|setObjectTagging": (call) => on(call, "set"),
    copyObject: (call) => on(call, "set"),
    "removeObject|removeObjects|removeIncompleteUpload": (call) => on(call, "delete"),
    "getObject|fGetObject|getPartialObject|statObject|presignedGetObject": (call) => on(call, "read"),
    "listObjects|listObjectsV2|listIncompleteUploads|bucketExists|getObjectTagging": (call) => ({
      access: "read",
      ...namedTarget(call.arguments[0]),
    }),
    // What the address lets do is done by whoever has it.
    "presignedPutObject|presignedUrl": (call) => on(call, "call"),
    presignedPostPolicy: { access: "call" },
    "makeBucket|setBucketPolicy": (call) => ({ access: "write", operation: "set", ...namedTarget(call.arguments[0]) }),
    removeBucket: (call) => ({ access: "write", operation: "delete", ...namedTarget(call.arguments[0]) }),
  },
});

/** The bucket comes first, then the name of the object: of `presignedUrl` the method stands ahead of both. */
function on(call: CallView, operation: Operation): CallDefinition {
  const [bucket, key] = call.path.at(-1) === "presignedUrl" ? call.arguments.slice(1) : call.arguments;
  const access = operation === "read" || operation === "call" ? operation : "write";
  return { access, operation, ...namedTarget(bucket), ...(key && key.kind !== "function" && { where: key }) };
}
