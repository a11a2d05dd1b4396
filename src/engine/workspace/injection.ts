/** What dependency injection gives for a decorated parameter or a token: adapters name the decorators of their packages. */
import type { Linker } from "../link/evaluate/linker.ts";
import type { Term } from "../model/term.ts";

export function injectionOf(linker: Linker): (decorator: Term) => Term | undefined {
  return (decorator) => {
    if (decorator.kind !== "external") return undefined;
    const written = (decorator.path.at(-1) ?? "").replace(/\(\)$/, "");
    // Tokens are named like their decorators. https://docs.nestjs.com/techniques/database#testing
    const token = /^get(\w+)Token$/.exec(written)?.[1];
    const name = token === undefined ? written : `Inject${token}`;
    for (const system of linker.adapters.systems) {
      const path = system.decorators?.[name];
      if (path === undefined || !system.packages.includes(decorator.package)) continue;
      return linker.terms.external(
        decorator.package,
        [path],
        undefined,
        decorator.arguments ?? [],
        token === undefined ? decorator.site : undefined,
      );
    }
    return undefined;
  };
}
