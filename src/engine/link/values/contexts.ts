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
  /** The context of the application, else the one that was made last. */
  get(framework: string, app: string): MadeContext | undefined;
  clear(): void;
}

/** `adapters` tell which framework's server runs the handlers of another. */
export function createContexts(adapters: Pick<Adapters, "framework">): Contexts {
  const made = new Map<string, Map<string, MadeContext>>();
  return {
    set(framework, app, context) {
      const ofFramework = made.get(framework) ?? new Map<string, MadeContext>();
      ofFramework.delete(app);
      made.set(framework, ofFramework.set(app, context));
    },
    get(framework, app) {
      const ofFramework = made.get(framework) ?? made.get(adapters.framework(framework)?.servedBy ?? "");
      return ofFramework?.get(app) ?? [...(ofFramework?.values() ?? [])].at(-1);
    },
    clear: () => made.clear(),
  };
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
