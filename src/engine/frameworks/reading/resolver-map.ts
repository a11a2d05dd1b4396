/** Resolvers of GraphQL as objects by operation and field: `{ Query: { orders: (parent, args, context) => … } }`. */
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, Registry, TermView } from "../define-framework.ts";
import { type Compose, uncomposed } from "./composed-resolvers.ts";

const OPERATIONS = ["Query", "Mutation", "Subscription"] as const;

/** What a resolver is given. */
export const RESOLVER: HandlerShape = {
  parameters: ["context.parent", "arguments", "context", "context.info"],
  returns: "response",
};

/** A function of the root value is a method of the parent. https://graphql.org/graphql-js/object-types/ */
export const OF_ROOT_VALUE: HandlerShape = {
  parameters: ["arguments", "context", "context.info"],
  returns: "response",
};

/** Fields that are registered so are of this schema. */
export function ofSchema(model: Registry, schema: Term): Registry {
  return { ...model, entryPoint: (entry) => model.entryPoint({ ...entry, schema }) };
}

/** One entry point per field of the operations. */
export function registerResolvers(
  model: Registry,
  terms: TermView,
  map: Term | undefined,
  compose: Compose = uncomposed,
): void {
  for (const operation of OPERATIONS) registerFields(model, terms, operation, terms.member(map, operation), compose);
}

/** Fields of one operation: a function, or `{ subscribe, resolve }`. */
export function registerFields(
  model: Registry,
  terms: TermView,
  operation: string,
  fields: Term | undefined,
  compose: Compose = uncomposed,
): void {
  for (const { name, value } of terms.fields(fields)) {
    const written = resolverOf(terms, value);
    if (!written) continue;
    const { resolve, ahead } = compose(operation, name, written);
    registerField(model, terms, operation, name, resolve, ahead);
  }
}

export function registerField(
  model: Registry,
  terms: TermView,
  operation: string,
  name: string,
  resolve: Term,
  ahead: readonly Handler[] = [],
  shape: HandlerShape = RESOLVER,
): void {
  const handlers = [...ahead, ...chainOf(terms, resolve, name)].map((handler) => ({
    ...handler,
    framework: "graphql",
  }));
  const place = handlers.at(-1)?.place;
  model.entryPoint({
    kind: "graphql",
    method: operation.toUpperCase(),
    path: name,
    handlers,
    handler: shape,
    detached: true,
    ...(place ? { place } : {}),
  });
}

/** The function in `{ type, args, resolve }`; a subscription's own is `subscribe`. What else a module exports is none. */
export function resolverOf(terms: TermView, value: Term): Term | undefined {
  if (value.kind === "literal") return undefined;
  return value.kind === "object" ? (terms.member(value, "subscribe") ?? terms.member(value, "resolve")) : value;
}

/** `combineResolvers(isLoggedIn, resolve)` of graphql-resolvers runs one after the other. */
function chainOf(terms: TermView, resolve: Term, name: string): readonly Handler[] {
  const combined =
    resolve.kind === "external" && /^(?:combineResolvers|pipeResolvers)\(\)$/.test(resolve.path.at(-1) ?? "");
  const links = combined && resolve.kind === "external" ? (resolve.arguments ?? []) : [resolve];
  return links.map((link, index) => terms.handler(link, index === links.length - 1 ? name : ""));
}
