/**
 * Functions of Convex: what `mutation({ args, handler })` makes, also through builders of the project's own.
 *
 * https://docs.convex.dev/functions/query-functions · https://github.com/get-convex/convex-helpers#custom-functions
 */
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, TermView } from "../define-framework.ts";

export type FunctionKind = "query" | "mutation" | "action";

export interface ConvexFunction {
  readonly kind: FunctionKind;
  /** Only other functions of the deployment can call it. */
  readonly internal: boolean;
  /** What builders run ahead, then the function. */
  readonly handlers: readonly Handler[];
  readonly shape: HandlerShape;
  /** What the function is given first. */
  readonly context: Term;
}

const BUILDER = /^(internal)?(query|mutation|action)(?:Generic)?$/i;

/** Undefined where the value is no function of Convex. */
export function readFunction(terms: TermView, value: Term): ConvexFunction | undefined {
  if (value.kind !== "external") return undefined;
  const last = value.path.at(-1) ?? "";
  const [definition] = value.arguments ?? [];
  if (!definition || !last.endsWith("()")) return undefined;
  const builder = builderOf(terms, value.package, last.slice(0, -2), value.base);
  if (!builder) return undefined;
  const handler = definition.kind === "function" ? definition : terms.member(definition, "handler");
  if (!handler) return undefined;
  const { place } = terms.handler(handler);
  const validators = terms.member(definition, "args");
  const shape: HandlerShape = { parameters: [{ term: builder.context }, "arguments"], returns: "response" };
  const validation: readonly Handler[] = validators
    ? [{ term: validators, name: "args", place, guard: "validation", fields: fieldsOf(terms, validators) }]
    : [];
  const transaction = builder.kind === "mutation" ? { transaction: true as const } : {};
  return {
    ...builder,
    shape,
    handlers: [...validation, ...builder.ahead, { ...terms.handler(handler), ...transaction }],
  };
}

interface Builder {
  readonly kind: FunctionKind;
  readonly internal: boolean;
  readonly context: Term;
  readonly ahead: readonly Handler[];
}

/** `mutation`, or what `customMutation(mutation, { args, input })` gives. */
function builderOf(terms: TermView, from: string, name: string, base: Term | undefined): Builder | undefined {
  const plain = from === "convex/server" ? BUILDER.exec(name) : undefined;
  if (plain) {
    const kind = plain[2]?.toLowerCase() as FunctionKind;
    return { kind, internal: plain[1] !== undefined, context: contextOf(terms, kind), ahead: [] };
  }
  if (!from.startsWith("convex-helpers") || !/^z?[cC]ustom\w*\(\)$/.test(name)) return undefined;
  const given = base?.kind === "external" ? base.arguments : undefined;
  const [inner, custom] = given ?? [];
  const below = inner && innerBuilder(terms, inner);
  if (!below) return undefined;
  const input = inputOf(terms, custom);
  if (!input) return below;
  const parameters = [{ term: below.context }, "arguments"] as const;
  const made = terms.result(input, parameters);
  const added = isWhole(custom) ? terms.member(made, "ctx") : made;
  const ahead: Handler = { ...terms.handler(input), shape: { parameters, returns: "value" } };
  return { ...below, context: withMembers(terms, below.context, added), ahead: [...below.ahead, ahead] };
}

/** The builder that another is made from: the library's own, or again one that was made. */
function innerBuilder(terms: TermView, inner: Term): Builder | undefined {
  if (inner.kind !== "external") return undefined;
  const name = inner.path.at(-1) ?? "";
  return builderOf(terms, inner.package, name, inner);
}

/** `{ args, input }` gives context and arguments, `customCtx(fn)` what the context has besides. */
function inputOf(terms: TermView, custom: Term | undefined): Term | undefined {
  return isWhole(custom)
    ? terms.member(custom, "input")
    : custom?.kind === "external"
      ? custom.arguments?.[0]
      : undefined;
}

function isWhole(custom: Term | undefined): boolean {
  return custom?.kind === "object";
}

const MEMBERS = ["db", "auth", "storage", "scheduler", "runQuery", "runMutation", "runAction", "vectorSearch"];

function withMembers(terms: TermView, context: Term, added: Term | undefined): Term {
  const own = MEMBERS.map((name) => [name, terms.member(context, name)] as const);
  const more = terms.fields(added).map(({ name, value }) => [name, value] as const);
  const found = [...own, ...more].filter((entry): entry is readonly [string, Term] => entry[1] !== undefined);
  return more.length === 0 ? context : terms.object(Object.fromEntries(found));
}

/** What functions are given first. */
export function contextOf(terms: TermView, kind: FunctionKind): Term {
  const name = `new ${kind.charAt(0).toUpperCase()}${kind.slice(1)}Ctx()`;
  return terms.external("convex/server", [name], terms.literal("convex"), { file: "", at: [0, 0] });
}

/** Fields of `{ id: v.id("orders"), note: v.optional(v.string()) }`. */
function fieldsOf(terms: TermView, validators: Term): ReadonlyMap<string, "always" | "maybe"> {
  return new Map(
    terms.fields(validators).map(({ name, value }) => {
      const optional = value.kind === "external" && value.path.at(-1) === "optional()";
      return [name, optional ? "maybe" : "always"];
    }),
  );
}

/** `internal.orders.pay`: a function by its path. */
export function refersTo(reference: Term): reference is Term & { readonly kind: "external" } {
  return (
    reference.kind === "external" &&
    reference.package === "convex/server" &&
    /^(?:api|internal|anyApi)$/.test(reference.path[0] ?? "") &&
    reference.path.length > 2
  );
}

/** The export that a reference names. */
export function functionAt(terms: TermView, reference: Term): { readonly value: Term } | undefined {
  if (!refersTo(reference)) return undefined;
  const name = reference.path.at(-1) ?? "";
  const module = reference.path.slice(1, -1).join("/");
  const ending = new RegExp(`(?:^|/)convex/${module.replace(/[^\w/-]/g, "")}\\.[cm]?[jt]sx?$`);
  for (const path of terms.paths()) if (ending.test(path)) return { value: terms.exported(path, name) };
  return undefined;
}
