// https://www.meilisearch.com/docs/reference/api/documents
import { defineSystem } from "./define-system.ts";

const target = "$index().0|$getIndex().0";

export default defineSystem({
  title: "Meilisearch",
  category: "search",
  packages: ["meilisearch"],
  clients: ["new MeiliSearch()", "new Meilisearch()"],
  calls: {
    // By primary key: a document with the same key is replaced.
    "*.addDocuments|updateDocuments|addDocumentsInBatches|updateDocumentsInBatches": {
      access: "write",
      operation: "upsert",
      target,
      data: "$0",
      conflict: ["id"],
    },
    "*.deleteDocument|deleteDocuments|deleteAllDocuments|delete": {
      access: "write",
      operation: "delete",
      target,
      where: "$0",
    },
    "*.search|getDocument|getDocuments|searchForFacetValues|getStats": { access: "read", target },
    "multiSearch|getIndexes|getStats": { access: "read" },
    "createIndex|updateIndex|swapIndexes": { access: "write", operation: "set", target: "$0" },
    deleteIndex: { access: "write", operation: "delete", target: "$0" },
    "*.updateSettings": { access: "write", operation: "set", target },
  },
});
