// https://learn.microsoft.com/javascript/api/@azure/storage-blob
import { defineSystem } from "./define-system.ts";

const target = "$getContainerClient().0|$ContainerClient().1";

export default defineSystem({
  title: "Azure Blob Storage",
  category: "filestore",
  packages: ["@azure/storage-blob"],
  clients: [
    "BlobServiceClient.fromConnectionString()",
    "new BlobServiceClient()",
    "new ContainerClient()",
    "new BlockBlobClient()",
    "new BlobClient()",
  ],
  builders: ["getContainerClient", "getBlockBlobClient", "getBlobClient", "getAppendBlobClient"],
  calls: {
    "**.upload|uploadData|uploadFile|uploadStream|uploadBrowserData|setMetadata|beginCopyFromURL|syncCopyFromURL|uploadBlockBlob|createIfNotExists":
      { access: "write", operation: "set", target },
    "**.appendBlock": { access: "write", operation: "append", target },
    "**.delete|deleteIfExists|deleteBlob": { access: "write", operation: "delete", target },
    "**.download|downloadToBuffer|downloadToFile|exists|getProperties|listBlobsFlat": { access: "read", target },
  },
});
