// https://typesense.org/docs/latest/api/documents.html
import { defineSystem } from "./define-system.ts";

const target = "$collections().0";

export default defineSystem({
  title: "Typesense",
  category: "search",
  packages: ["typesense"],
  clients: ["new Client()", "new SearchClient()"],
  calls: {
    // create is refused where a document has the same id.
    "collections().documents().create": { access: "write", operation: "upsert", target, data: "$0", conflict: ["id"] },
    "collections().documents().upsert|import": {
      access: "write",
      operation: "upsert",
      target,
      data: "$0",
      conflict: ["id"],
    },
    "collections().documents().update": { access: "write", operation: "set", target, data: "$0" },
    "collections().documents().delete": { access: "write", operation: "delete", target },
    "collections().documents().search|export|retrieve": { access: "read", target },
    "collections().delete": { access: "write", operation: "delete", target },
    "collections().create": { access: "write", operation: "upsert", data: "$0", conflict: ["name"] },
    "multiSearch.perform": { access: "read" },
  },
});
