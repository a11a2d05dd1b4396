// https://developers.cloudflare.com/r2/api/workers/workers-api-reference/
import { type CallView, defineSystem } from "./define-system.ts";
import { bindingName } from "./reading/binding-name.ts";

export default defineSystem({
  title: "Cloudflare R2",
  category: "filestore",
  packages: ["cloudflare:r2"],
  clients: ["*"],
  calls: {
    "get|head|list": (call) => ({ access: "read", ...bindingName(call), where: "$0" }),
    put: (call) => ({ access: "write", operation: "set", ...bindingName(call), ...where(call), data: "$1" }),
    delete: (call) => ({ access: "write", operation: "delete", ...bindingName(call), ...where(call) }),
    createMultipartUpload: (call) => ({ access: "write", operation: "set", ...bindingName(call), ...where(call) }),
  },
});

function where(call: CallView) {
  const [key] = call.arguments;
  return key ? { where: call.terms.object([{ key: "key", value: key }]) } : {};
}
