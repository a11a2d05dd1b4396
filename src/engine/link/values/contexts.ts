/**
 * What handlers find in the context that their server makes for every request: `new ApolloServer({ … })` with
 * `context: async ({ req }) => ({ user, orders })`. Applications of one workspace make one each.
 */
import type { Handler } from "../../frameworks/define-framework.ts";
import type { Term, TermField } from "../../model/term.ts";
import type { Adapters } from "../adapters/adapters.ts";
import type { Terms } from "../terms/terms.ts";

export interface MadeContext {
  readonly fields: readonly TermField[];
  /** The function that makes it. It runs ahead of every handler, and may throw. */
  readonly maker: Handler | undefined;
}

export interface Contexts {
  set(framework: string, app: string, made: MadeContext): void;
  /** Members that the type of the context promises (`initTRPC.context<Context>()`), for those that no server was read to give. */
  promise(framework: string, app: string, fields: readonly TermField[]): void;
  /** The context of the application, else of those that others make the one that leaves least of itself empty, and was made last. */
  get(framework: string, app: string): MadeContext | undefined;
  clear(): void;
}

/** `adapters` tell which framework's server runs the handlers of another. */
export function createContexts(adapters: Pick<Adapters, "framework">): Contexts {
  const made: ByApp<MadeContext> = new Map();
  const promised: ByApp<readonly TermField[]> = new Map();
  const servedBy = (framework: string): string => adapters.framework(framework)?.servedBy ?? "";
  return {
    set: (framework, app, context) => put(made, framework, app, context),
    promise: (framework, app, fields) => put(promised, framework, app, fields),
    get(framework, app) {
      const found = find(made, framework, app, emptyFields) ?? find(made, servedBy(framework), app, emptyFields);
      const fields = find(promised, framework, app, () => 0);
      if (!fields) return found;
      const read = new Set(found?.fields.map(({ key }) => key));
      const rest = fields.filter(({ key }) => !read.has(key));
      return { maker: found?.maker, fields: [...rest, ...(found?.fields ?? [])] };
    },
    clear() {
      made.clear();
      promised.clear();
    },
  };
}

type ByApp<T> = Map<string, Map<string, T>>;

function put<T>(known: ByApp<T>, framework: string, app: string, value: T): void {
  const ofFramework = known.get(framework) ?? new Map<string, T>();
  ofFramework.delete(app);
  known.set(framework, ofFramework.set(app, value));
}

/** That of the application, else the last of those that lack least. */
function find<T>(known: ByApp<T>, framework: string, app: string, lacks: (value: T) => number): T | undefined {
  const ofFramework = known.get(framework);
  const own = ofFramework?.get(app);
  if (own || !ofFramework) return own;
  const all = [...ofFramework.values()];
  const least = Math.min(...all.map(lacks));
  return all.findLast((one) => lacks(one) === least);
}

/**
 * A server that signs nobody in leaves the caller out: `createContext({ req })` beside `createContext({ req, auth })`. The
 * procedures that both serve are meant for the other one.
 */
function emptyFields({ fields }: MadeContext): number {
  return fields.filter(({ value }) => value.kind === "undefined" || (value.kind === "literal" && value.value === null))
    .length;
}

/** Of what a type tells, the clients and services are known. */
export function promisedFields(value: Term): readonly TermField[] {
  return value.kind === "object" ? value.fields.filter(({ key }) => key !== undefined) : [];
}

/** A maker may return in several ways: with a caller, and with `null` for nobody. Each field is any of what the ways give. */
export function madeFields(
  terms: Terms,
  fields: readonly { readonly name: string; readonly value: Term }[],
): readonly TermField[] {
  const values = new Map<string, Term[]>();
  for (const { name, value } of fields) values.set(name, [...(values.get(name) ?? []), value]);
  return [...values].map(([key, given]) => ({ key, value: terms.choice(given) }));
}
