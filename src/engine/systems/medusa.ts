// https://docs.medusajs.com/resources/service-factory-reference · /resources/medusa-workflows-reference · /learn/fundamentals/module-links/query · /resources/commerce-modules/auth/authentication-route

import type { Operation } from "../model/effect.ts";
import { singular } from "../schema/singular.ts";
import { spelledApart } from "../vocabulary/spelled-apart.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field, isLiteral, literalText } from "./reading/terms.ts";

/** What the names of generated methods and of workflows begin with. */
const OPERATIONS: readonly (readonly [RegExp, Operation])[] = [
  [beginning("listAndCount|list|retrieve|get|find"), "read"],
  [beginning("create|add"), "insert"],
  [beginning("update|upsert|set|restore"), "set"],
  [beginning("delete|softDelete|remove"), "delete"],
  [beginning("capture|refund|authorize"), "charge"],
];
const NO_ROWS = /^(?:logger|event_?bus|cache|caching|locking|config_?module)$/i;

export default defineSystem({
  title: "Medusa",
  category: "database",
  system: "database",
  packages: ["@medusajs/framework", "@medusajs/medusa", "@medusajs/core-flows", "@medusajs/workflows-sdk"],
  clients: ["container.resolve()", "createWorkflow()()", ""],
  calls: {
    // `const { data } = await query.graph({ entity: "post", filters })`
    "graph|index": (call) => ({ ...on(literalText(field(call.arguments[0], "entity")), "read"), where: "$0.filters" }),
    // `createOrdersWorkflow(container).run({ input })` of Medusa, `createWorkflow("publish-post", …)` of the code's own.
    run: workflow,
    "*.run": workflow,
    "create*|update*|upsert*|delete*|softDelete*|restore*|list*|retrieve*|capture*|refund*|authorize*": moduleMethod,
  },
  guards: {
    "validateAndTransformBody()|validateAndTransformQuery()": { kind: "validation", how: "middleware" },
    "authenticate()": (call) =>
      isLiteral(field(call.arguments[2], "allowUnauthenticated"), true)
        ? undefined
        : { kind: call.text(0) === "user" ? "role" : "authentication", how: "middleware" },
  },
});

/** Methods of a module's service, its own tables' or a commerce module's: `createPosts`, `listPosts`. */
function moduleMethod(call: CallView): CallDefinition | undefined {
  const method = call.path.at(-1) ?? "";
  const token = literalText(call.earlier("resolve", 0)) ?? "";
  const found = operationOf(method);
  if (call.path.length !== 1 || !found || NO_ROWS.test(token) || call.earlier("resolve", 0) === undefined)
    return undefined;
  if (found.operation === "charge") return { access: "write", operation: "charge", category: "payment" };
  const made = on(found.of, found.operation);
  if (found.operation === "insert") return { ...made, data: "$0" };
  return found.operation === "set" ? { ...made, data: "$1|$0", where: "$0" } : { ...made, where: "$0" };
}

function workflow(call: CallView): CallDefinition | undefined {
  const own = literalText(call.earlier("createWorkflow", 0) ?? field(call.earlier("createWorkflow", 0), "name"));
  const name = own ?? /^(\w+)Workflow\(\)$/.exec(call.path[0] ?? "")?.[1];
  if (name === undefined) return undefined;
  const found = operationOf(name);
  if (!found || found.operation === "charge") return { access: "write", operation: "call", data: "$0.input" };
  return { ...on(found.of, found.operation), data: "$0.input" };
}

function operationOf(name: string): { readonly operation: Operation; readonly of: string } | undefined {
  for (const [pattern, operation] of OPERATIONS) {
    const of = pattern.exec(name)?.[1];
    if (of !== undefined) return { operation, of };
  }
  return undefined;
}

/** `createPosts`, `create-post`: the rest says of what. */
function beginning(verbs: string): RegExp {
  return new RegExp(`^(?:${verbs})(?:-|(?=[A-Z]))(.+)$`);
}

function on(name: string | undefined, operation: Operation): CallDefinition {
  return {
    access: operation === "read" ? "read" : "write",
    operation,
    ...(name === undefined ? {} : { target: `=${rowOf(name)}` }),
  };
}

/** `Posts`, `post` and `post-categories` as their rows are called: `post`, `post_category`. */
function rowOf(name: string): string {
  return singular(spelledApart(name.replace(/-/g, "_")).toLowerCase());
}
