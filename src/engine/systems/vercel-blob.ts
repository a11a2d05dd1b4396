// https://vercel.com/docs/vercel-blob/using-blob-sdk
import { defineSystem } from "./define-system.ts";
import { isLiteral } from "./reading/terms.ts";

export default defineSystem({
  title: "Vercel Blob",
  category: "filestore",
  packages: ["@vercel/blob"],
  clients: [""],
  calls: {
    // A random suffix makes another file at every run.
    put: (call) => ({
      access: "write",
      operation: isLiteral(call.at("$2.addRandomSuffix"), true) ? "insert" : "set",
      target: "=blobs",
      where: "$0",
    }),
    "copy|upload|completeMultipartUpload": { access: "write", operation: "set", target: "=blobs", where: "$1" },
    del: { access: "write", operation: "delete", target: "=blobs", where: "$0" },
    "head|list|getDownloadUrl": { access: "read", target: "=blobs" },
  },
});
