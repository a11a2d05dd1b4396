// https://www.algolia.com/doc/libraries/javascript/v5/methods/search/save-object
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Algolia",
  category: "search",
  packages: ["algoliasearch"],
  clients: ["default()", "algoliasearch()", "liteClient()", "searchClient()"],
  calls: {
    "initIndex().*": (call) => operation(call, "$initIndex().0", "$0"),
    "*": (call) => operation(call, "$0.indexName", "$0.body|$0.objects"),
  },
});

function operation(call: CallView, target: string, data: string): CallDefinition | undefined {
  const method = call.path.at(-1) ?? "";
  // Objects are known by their objectID.
  if (/^(?:saveObjects?|addOrUpdateObject|partialUpdateObjects?|replaceAllObjects)$/.test(method)) {
    return { access: "write", operation: "upsert", target, data, conflict: ["objectid"] };
  }
  if (/^delete|^clear/.test(method)) return { access: "write", operation: "delete", target };
  if (/^set|^saveRule|^saveSynonym/.test(method)) return { access: "write", operation: "set", target };
  if (
    /^(?:search|searchSingleIndex|getObjects?|browse|browseObjects|findObject|listIndices|listIndexes)$/.test(method)
  ) {
    return { access: "read", target };
  }
  return undefined;
}
