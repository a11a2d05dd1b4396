// https://cloud.google.com/nodejs/docs/reference/storage/latest
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field, literalText } from "./reading/terms.ts";

const target = "$bucket().0";

export default defineSystem({
  title: "Google Cloud Storage",
  category: "filestore",
  packages: ["@google-cloud/storage", "firebase-admin", "firebase-admin/storage"],
  clients: ["new Storage()", "new Bucket()", "getStorage()", "storage()", "initializeApp()|app().storage()"],
  builders: ["bucket", "file"],
  calls: { "bucket()|file().**": file, upload: file },
});

function file(call: CallView): CallDefinition | undefined {
  const where = call.earlier("file", 0);
  const base = { target, ...(where && { where }) };
  switch (call.path.at(-1)) {
    case "save":
    case "upload":
    case "createWriteStream":
    case "copy":
    case "move":
    case "setMetadata":
    case "makePublic":
      return { access: "write", operation: "set", ...base };
    case "delete":
    case "deleteFiles":
      return { access: "write", operation: "delete", ...base };
    case "getSignedUrl":
    case "createResumableUpload": {
      const action = literalText(field(call.arguments[0], "action"));
      return action === "read" ? { access: "read", ...base } : { access: "call", operation: "call", ...base };
    }
    case "download":
    case "createReadStream":
    case "exists":
    case "getMetadata":
    case "getFiles":
      return { access: "read", ...base };
    default:
      return undefined;
  }
}
