// https://electrodb.dev/en/mutations/put/ · https://electrodb.dev/en/mutations/update/ · https://electrodb.dev/en/queries/query/ · https://electrodb.dev/en/core-concepts/services/
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { type ChainCall, chainOf, named } from "./reading/chain.ts";
import { argumentOf, field, fieldAt, itemsOf, keysOf, literalText } from "./reading/terms.ts";

const MUTATES = "put|create|upsert|update|patch|delete|remove";
const STARTS = `get|scan|find|match|collections|query|${MUTATES}`;

export default defineSystem({
  title: "ElectroDB",
  system: "dynamodb",
  category: "database",
  packages: ["electrodb"],
  clients: ["new Entity()", "new Service()"],
  builders: [
    STARTS,
    "query.*",
    "collections.*",
    `entities.*.${STARTS}`,
    "entities.*.query.*",
    "scan.*",
    "entities.*.scan.*",
  ],
  calls: {
    // `service.transaction.write(({ order }) => [order.put({ … }).commit()]).go({ token })`
    "transaction.write|get": () => [],
    "**": chain,
  },
});

function chain(call: CallView): CallDefinition | undefined {
  // What is done with what was found is no question any more: `found.data.map(…)`.
  if (call.path.slice(0, -1).includes("go()")) return undefined;
  const steps = chainOf(call);
  const entity = entityOf(call);
  const target = literalText(fieldAt(entity, "model", "entity"));
  const table = target === undefined ? {} : { target: `=${target}` };
  const given = (...names: readonly string[]): Term | undefined => named(steps, ...names)[0]?.arguments[0];
  const data = given("put", "create", "upsert");
  if (data) return { access: "write", ...table, data, ...written(call, steps, entity, data) };
  const key = given("update", "patch");
  if (key) {
    const changed = named(steps, "set", "data", "append").flatMap(({ arguments: [first] }) => (first ? [first] : []));
    const increments = named(steps, "add", "subtract").length > 0;
    return {
      access: "write",
      operation: increments ? "increment" : "set",
      ...table,
      where: key,
      ...(changed[0] && { data: changed[0] }),
    };
  }
  const gone = given("delete", "remove");
  if (gone) return { access: "write", operation: "delete", ...table, where: gone };
  const asked = steps.find(({ arguments: args }) => args.length > 0)?.arguments[0];
  return { access: "read", ...table, ...(asked && { where: asked }) };
}

/** An item whose key is made in this run is another one at every run; otherwise the key is the same again. */
function written(
  call: CallView,
  steps: readonly ChainCall[],
  entity: Term | undefined,
  data: Term,
): Pick<CallDefinition, "operation" | "conflict" | "refuses"> {
  const keys = keyAttributes(entity);
  const isFresh = keys.some((name) => {
    const value = field(data, name);
    if (value) return value.kind === "unstable" || (value.kind === "text" && value.parts.some(isUnstable));
    const usual = fieldAt(entity, "attributes", name, "default");
    const made = usual && (usual.kind === "function" ? call.returned(usual, []) : usual);
    return data.kind === "object" && made?.kind === "unstable";
  });
  if (isFresh || (data.kind === "object" && keys.length === 0)) return { operation: "insert" };
  return {
    operation: "upsert",
    conflict: keys,
    ...(named(steps, "create").length > 0 ? { refuses: true as const } : {}),
  };
}

function isUnstable(term: Term): boolean {
  return term.kind === "unstable";
}

/** Attributes that the first index is made of. */
function keyAttributes(entity: Term | undefined): readonly string[] {
  const indexes = field(entity, "indexes");
  const [first] = keysOf(indexes);
  const index = first === undefined ? undefined : field(indexes, first);
  return ["pk", "sk"].flatMap((part) =>
    itemsOf(fieldAt(index, part, "composite")).flatMap((item) => literalText(item) ?? []),
  );
}

/** What the entity was made with, also where a service names it. */
function entityOf(call: CallView): Term | undefined {
  const own = argumentOf(call.client, "Entity", 0);
  if (own) return own;
  const [, name = ""] = call.path[0] === "entities" ? call.path : [];
  return argumentOf(field(argumentOf(call.client, "Service", 0), name), "Entity", 0);
}
