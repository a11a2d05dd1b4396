// https://imagekit.io/docs/integration/nodejs · https://imagekit.io/docs/api-reference/digital-asset-management-dam
import { defineSystem } from "./define-system.ts";

const target = "=assets";
const removed = { access: "write", operation: "delete", target, where: "$0" } as const;

export default defineSystem({
  title: "ImageKit",
  category: "filestore",
  packages: ["imagekit", "@imagekit/nodejs"],
  clients: ["new default()", "new ImageKit()"],
  calls: {
    "upload|uploadV3": { access: "write", operation: "set", target, where: "$0.fileName" },
    "files.upload": { access: "write", operation: "set", target, where: "$0.fileName" },
    "deleteFile|bulkDeleteFiles|deleteFolder": removed,
    "files|folders.delete": removed,
    // Whoever is given a signature uploads in the service's name.
    getAuthenticationParameters: { access: "call", operation: "call", target },
    "helper.getAuthenticationParameters": { access: "call", operation: "call", target },
    "listFiles|getFileDetails": { access: "read", target },
    "files|assets.get|list": { access: "read", target },
  },
});
