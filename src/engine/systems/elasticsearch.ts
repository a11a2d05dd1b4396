// https://www.elastic.co/docs/reference/elasticsearch/clients/javascript/api-reference · https://docs.opensearch.org/latest/clients/javascript/index/
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

const target = "$0.index";

export default defineSystem({
  title: "Elasticsearch",
  category: "search",
  packages: ["@elastic/elasticsearch", "@nestjs/elasticsearch", "elasticsearch", "@opensearch-project/opensearch"],
  system: ({ client }) =>
    client.kind === "external" && client.package.startsWith("@opensearch") ? "opensearch" : undefined,
  traits: { readsNoSql: true },
  clients: ["new Client()", "new ElasticsearchService()"],
  calls: {
    index,
    create: {
      access: "write",
      operation: "upsert",
      target,
      data: "$0.document|$0.body",
      conflict: ["id"],
      where: "$0",
    },
    update: { access: "write", operation: "set", target, data: "$0.doc|$0.body", where: "$0" },
    "delete|deleteByQuery": { access: "write", operation: "delete", target, where: "$0" },
    "indices.delete": { access: "write", operation: "delete", target },
    updateByQuery: { access: "write", operation: "call", target },
    bulk: { access: "write", operation: "call", target, data: "$0.operations|$0.body" },
    "helpers.bulk": { access: "write", operation: "call", target, data: "$0" },
    reindex: { access: "write", operation: "set" },
    "indices.exists|get|getMapping|getSettings|stats": { access: "read", target },
    "indices.*": { access: "write", operation: "set", target },
    "search|get|mget|msearch|count|exists|scroll|suggest|getSource": { access: "read", target },
    "helpers.search|scrollSearch|scrollDocuments": { access: "read", target },
  },
});

/** With an id the document is replaced, without one another is added. */
function index(call: CallView): CallDefinition {
  const id = call.at("$0.id");
  const common = { access: "write", target, data: "$0.document|$0.body" } as const;
  if (!id) return { ...common, operation: "insert" };
  return { ...common, operation: "upsert", conflict: ["id"], where: call.terms.object([{ key: "id", value: id }]) };
}
