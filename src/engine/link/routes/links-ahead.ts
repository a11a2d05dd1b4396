/** What is wrapped around a schema as a whole stands ahead of its fields: see `Registry.ahead`. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import { containsTerm } from "../terms/terms.ts";
import type { Registrations } from "./registrations.ts";
import type { RoutedEntry } from "./routing.ts";

export function withLinksAhead(
  linker: Linker,
  { ahead }: Registrations,
  entries: readonly RoutedEntry[],
): readonly RoutedEntry[] {
  if (ahead.length === 0) return entries;
  const schemas = new Set(entries.flatMap(({ item }) => item.schema ?? []));
  const wrapped = ahead.map((one) => ({ ...one, schemas: schemasIn(one.schema, schemas) }));
  return entries.map((entry) => {
    const { entryKind, method, place, schema } = entry.item;
    const app = linker.modules.appOf(place.file);
    const links = wrapped
      .filter((one) => (schema && one.schemas.length > 0 ? one.schemas.includes(schema) : one.app === app))
      .flatMap((one) => one.links(entryKind, method, entry.path));
    return links.length === 0 ? entry : { ...entry, handlers: [...links, ...entry.handlers] };
  });
}

/** Those that the wrapped one is made of: `applyMiddleware(mergeSchemas({ schemas: [orders, users] }), rules)`. */
function schemasIn(wrapped: Term | undefined, schemas: ReadonlySet<Term>): readonly Term[] {
  return wrapped === undefined ? [] : [...schemas].filter((schema) => containsTerm(wrapped, schema));
}
