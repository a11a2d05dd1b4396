/** Apps and routers as values: through chained calls, in the hands of packages that nobody knows, by computed methods. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { readableTexts } from "./readable-texts.ts";

type External = Term & { readonly kind: "external" };

/** The router that a function of the team's own calls for every request: `asyncHandler(router)`. */
export function wrappedReceiver(linker: Linker, term: Term): Term | undefined {
  if (term.kind !== "function") return undefined;
  const routers = [...term.captured.values()].filter((value) => value.kind === "external" && isReceiver(linker, value));
  return routers.length === 1 ? routers[0] : undefined;
}

/** The app or router that a term is, through chained calls that give it back. */
export function receiverOf(linker: Linker, term: Term): Term | undefined {
  for (const option of alternatives(term)) {
    for (let current: Term | undefined = option; current?.kind === "external"; current = current.base) {
      if (isReceiver(linker, current)) return current;
      const handed = handedBack(linker, current);
      if (handed) return handed;
    }
  }
  return undefined;
}

/** A package that nobody knows is given a router and gives it back with more: `withPromises(Router())`. */
export function handedBack(linker: Linker, of: External): External | undefined {
  const [name] = of.path;
  const [given] = of.arguments ?? [];
  if (given?.kind !== "external" || of.path.length !== 1 || name === undefined) return undefined;
  if (!name.endsWith("()") || name.startsWith("new ") || /^(?:global|node):/.test(of.package)) return undefined;
  if (linker.adapters.knows(of.package)) return undefined;
  return isReceiver(linker, given) ? given : undefined;
}

/** More methods than this are no choice between verbs. */
const MAXIMUM_METHODS = 8;

/** `router[method]`, of which method the text is not known: one of several, or any. */
export function computedMethod(linker: Linker, of: Term, method: Term): Term | undefined {
  if (of.kind !== "external" || !isReceiver(linker, of)) return undefined;
  const names = readableTexts(method);
  if (names && names.length <= MAXIMUM_METHODS && names.every((name) => /^\w+$/.test(name)))
    return linker.terms.choice(names.map((name) => memberOf(linker, of, name.toLowerCase())));
  const any = linker.adapters.registration(of.package, [...of.path, "all"]);
  return any ? memberOf(linker, of, "all") : undefined;
}

function isReceiver({ adapters }: Pick<Linker, "adapters">, term: External): boolean {
  return adapters.isReceiver(term.package, term.path) !== undefined;
}
