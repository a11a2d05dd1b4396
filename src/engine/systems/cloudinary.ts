// https://cloudinary.com/documentation/image_upload_api_reference · https://cloudinary.com/documentation/authentication_signatures
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "Cloudinary",
  category: "filestore",
  packages: ["cloudinary"],
  clients: ["v2", "default.v2", "default"],
  calls: {
    "uploader.upload|upload_large|upload_stream|upload_chunked|explicit": upload,
    "uploader.destroy": { access: "write", operation: "delete", target: "=files", where: "$0" },
    "api.delete_resources|delete_resources_by_prefix|delete_folder": {
      access: "write",
      operation: "delete",
      target: "=files",
      where: "$0",
    },
    // Whoever has the signature may store a file for a while.
    "utils.api_sign_request": { access: "call", operation: "call", target: "=files", data: "$0" },
  },
});

/** A file with a name of its own takes the place of the one before. */
function upload(call: CallView): CallDefinition {
  const options = call.arguments.find((one) => one.kind === "object");
  const name = field(options, "public_id");
  return { access: "write", operation: "set", target: "=files", ...(name && { where: name }) };
}
