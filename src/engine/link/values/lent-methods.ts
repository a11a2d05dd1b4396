/**
 * Clients with functions of the code's own: `orders.extend({ open() { return this.find(…) } })`, and the same made to work
 * with another client: `manager.withRepository(openOrders)`.
 */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import { memberOf } from "../evaluate/members.ts";

type External = Term & { readonly kind: "external" };

/** The function of that name that the code has added, called on the client it is asked of. */
export function lentMethod(linker: Linker, of: External, name: string): Term | undefined {
  const lends = of.arguments && linker.adapters.lends(of.package);
  if (!lends) return undefined;
  for (let current: Term | undefined = of; current?.kind === "external"; current = current.base) {
    if (current.path.at(-1) !== lends.adds) return undefined;
    const [added] = current.arguments ?? [];
    const found = added?.kind === "object" && added.fields.some(({ key }) => key === name);
    const given = found ? memberOf(linker, added, name) : undefined;
    if (given?.kind === "function") return linker.terms.function(given.function, given.captured, of);
  }
  return undefined;
}

/** What the call makes work with its client, which is otherwise as it was, or makes of the class that it is given. */
export function lentClient(
  linker: Linker,
  { package: packageName, path }: External,
  given: readonly Term[],
): Term | undefined {
  const lends = linker.adapters.lends(packageName);
  const [client] = given;
  if (lends?.makes !== undefined && lends.makes === path.at(-1))
    return client?.kind === "class" ? linker.terms.instance(client, []) : undefined;
  if (lends?.takes !== path.at(-1)) return undefined;
  return client?.kind === "external" && client.package === packageName && client.arguments ? client : undefined;
}
