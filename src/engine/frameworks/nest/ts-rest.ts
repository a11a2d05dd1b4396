/** Routes that a contract of ts-rest gives to a controller. https://ts-rest.com/server/nest */
import type { Term } from "../../model/term.ts";
import type { DecoratorView, TermView } from "../define-framework.ts";

export interface ContractRoute {
  readonly method: string;
  readonly path: string;
  /** Key of the route in its contract. */
  readonly name: string;
}

/** Routes of `@TsRestHandler(contract.getOrder)` and `@TsRestHandler(contract)`; nothing for other decorators. */
export function contractRoutes(terms: TermView, decorator: DecoratorView): readonly ContractRoute[] {
  if (decorator.package !== "@ts-rest/nest" || !/^TsRest(?:Handler)?$/.test(decorator.name)) return [];
  const found = resolve(terms, decorator.arguments[0]);
  return found.value ? routesIn(terms, found.value, found.prefix, found.name) : [];
}

interface Part {
  readonly value: Term | undefined;
  readonly prefix: string;
  readonly name: string;
}

/** What `contract.orders.get` stands for: contracts are calls of `router(…)`, whose routes are their first argument. */
function resolve(terms: TermView, term: Term | undefined): Part {
  if (term?.kind !== "external" || isContract(term) || !term.base) return { value: term, prefix: "", name: "" };
  const name = term.path.at(-1) ?? "";
  const above = resolve(terms, term.base);
  const inside = routesOf(terms, above.value);
  return { value: terms.member(inside.routes, name), prefix: `${above.prefix}${inside.prefix}`, name };
}

function isContract(term: Term): boolean {
  return term.kind === "external" && /^(?:router|nestControllerContract)\(\)$/.test(term.path.at(-1) ?? "");
}

function routesOf(
  terms: TermView,
  term: Term | undefined,
): { readonly routes: Term | undefined; readonly prefix: string } {
  if (term?.kind !== "external" || !isContract(term)) return { routes: term, prefix: "" };
  const [routes, options] = term.arguments ?? [];
  if (routes && isContract(routes)) return routesOf(terms, routes);
  return { routes, prefix: terms.text(terms.member(options, "pathPrefix")) ?? "" };
}

function routesIn(terms: TermView, value: Term, prefix: string, name: string): readonly ContractRoute[] {
  const method = terms.text(terms.member(value, "method"));
  const path = terms.text(terms.member(value, "path"));
  if (method !== undefined && path !== undefined)
    return [{ method: method.toUpperCase(), path: `${prefix}${path}`, name }];
  const inside = routesOf(terms, value);
  return terms
    .fields(inside.routes)
    .flatMap((field) => routesIn(terms, field.value, `${prefix}${inside.prefix}`, field.name));
}
