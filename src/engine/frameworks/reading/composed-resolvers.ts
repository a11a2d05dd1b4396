/**
 * Resolvers with functions composed around them: `composeResolvers(resolvers, { "Query.*": [isSignedIn()] })`.
 * https://the-guild.dev/graphql/tools/docs/resolvers-composition
 */
import type { Term } from "../../model/term.ts";
import type { Handler, TermView } from "../define-framework.ts";

/** What stands around the resolver of a field. */
export interface Composed {
  readonly resolve: Term;
  /** Composers that could not be read: they run ahead of it. */
  readonly ahead: readonly Handler[];
}

export type Compose = (operation: string, field: string, resolve: Term) => Composed;

export const uncomposed: Compose = (_operation, _field, resolve) => ({ resolve, ahead: [] });

/** Puts around each resolver what the mapping names for it; a later key stands around an earlier one. */
export function composition(terms: TermView, mapping: Term | undefined): Compose {
  const parts = partsOf(terms, mapping, "");
  return (operation, field, resolve) => {
    const ahead: Handler[] = [];
    let composed = resolve;
    for (const { fits, composers } of parts) {
      if (!fits(operation, field)) continue;
      for (const composer of composers.toReversed()) {
        const around = terms.result(composer, [{ term: composed }]);
        if (around?.kind === "function") composed = around;
        else ahead.unshift(terms.handler(composer));
      }
    }
    return { resolve: composed, ahead };
  };
}

interface Part {
  readonly fits: (operation: string, field: string) => boolean;
  readonly composers: readonly Term[];
}

/** Keys may be nested: `{ Query: { "*": [isSignedIn()] } }`. */
function partsOf(terms: TermView, mapping: Term | undefined, above: string): readonly Part[] {
  return terms.fields(mapping).flatMap(({ name, value }) => {
    const key = above === "" ? name : `${above}.${name}`;
    if (value.kind === "object") return partsOf(terms, value, key);
    const [operation = "*", field = "*"] = key.split(".");
    const fits: Part["fits"] = (one, other) => matches(operation, one) && matches(field, other);
    return [{ fits, composers: terms.items(value) }];
  });
}

/** `me`, `*`, `{me, orders}` and each of them with `!` ahead. */
function matches(pattern: string, name: string): boolean {
  if (pattern.startsWith("!")) return !matches(pattern.slice(1), name);
  if (pattern === "*") return true;
  const names = /^\{(.*)\}$/.exec(pattern)?.[1]?.split(",") ?? [pattern];
  return names.some((one) => one.trim() === name);
}
