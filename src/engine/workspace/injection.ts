/** What dependency injection gives for a decorated parameter: adapters name the decorators of their packages. */
import type { Linker } from "../link/linker.ts";
import type { Term } from "../model/term.ts";

export function injectionOf(linker: Linker): (decorator: Term) => Term | undefined {
  return (decorator) => {
    if (decorator.kind !== "external") return undefined;
    const name = (decorator.path.at(-1) ?? "").replace(/\(\)$/, "");
    for (const system of linker.adapters.systems) {
      const path = system.decorators?.[name];
      if (path === undefined || !system.packages.includes(decorator.package)) continue;
      return linker.terms.external(decorator.package, [path], undefined, decorator.arguments ?? [], decorator.site);
    }
    return undefined;
  };
}
