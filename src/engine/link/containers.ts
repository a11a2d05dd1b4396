/** Containers that are asked for a class of the workspace: what they give is an instance of it. */
import type { Term } from "../model/term.ts";
import type { Linker } from "./linker.ts";

/**
 * `Container.get(Orders)` of TypeDI, `container.resolve(Orders)` of tsyringe, `getInstanceByToken(Orders)` of Fastify
 * Decorators, `moduleRef.get(Orders)` of Nest: whatever the package, who is given a class to get something gives one of it.
 */
export function fromContainer(
  linker: Linker,
  target: Term & { readonly kind: "external" },
  given: readonly Term[],
): Term | undefined {
  const [wanted] = given;
  if (wanted?.kind !== "class" || !ASKS.test(target.path.at(-1) ?? "")) return undefined;
  return linker.provided?.(wanted) ?? linker.terms.instance(wanted, []);
}

const ASKS = /^(?:get|resolve|make|getInstance|getInstanceByToken|inject)$/;
