/** Apps and routers as values: through chained calls, in the hands of packages that nobody knows, by computed methods. */
import { childrenOf } from "../../facts/children.ts";
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { packageArguments } from "../values/instance-state.ts";
import { readableTexts } from "./readable-texts.ts";

type External = Term & { readonly kind: "external" };

/**
 * The router that a function of the team's own hands every request to, and does nothing else: `asyncHandler(router)`.
 */
export function wrappedReceiver(linker: Linker, term: Term): Term | undefined {
  if (term.kind !== "function") return undefined;
  const found = factsOf(linker, term.function.file)?.functions[term.function.index];
  const [statement, ...others] = found?.body ?? [];
  const [request] = found?.parameters ?? [];
  if (!statement || others.length > 0 || request?.pattern.kind !== "binding") return undefined;
  if (statement.kind !== "expression" && statement.kind !== "return") return undefined;
  const called = statement.value && callWith(statement.value, request.pattern.binding);
  const router = called === undefined ? undefined : term.captured.get(called);
  if (router?.kind !== "external") return undefined;
  return linker.adapters.isReceiver(router.package, router.path)?.callable ? router : undefined;
}

/** What is called with the request first, `run` of `Promise.resolve(run(req, res, next)).catch(next)`. */
function callWith(expression: Expression, request: number): number | undefined {
  if (expression.kind === "call" && expression.callee.kind === "name") {
    const [first] = expression.arguments;
    if (first?.kind === "name" && first.binding === request) return expression.callee.binding;
  }
  for (const part of childrenOf(expression)) {
    const found = callWith(part, request);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The app or router that a term is, through chained calls that give it back. */
export function receiverOf(linker: Linker, term: Term): Term | undefined {
  for (const option of alternatives(term)) {
    for (let current: Term | undefined = option; current?.kind === "external"; current = current.base) {
      if (isReceiver(linker, current)) return current;
      const own = ownRouter(linker, current);
      if (own) return own;
      const handed = handedBack(linker, current);
      if (handed) return handed;
    }
  }
  return undefined;
}

/** `class Orders extends Router {}`: `new Orders().routes()` is of a router that a class of the team's own makes. */
function ownRouter(linker: Linker, { base, package: of, path }: External): Term | undefined {
  const made = path.slice(0, 1);
  return base?.kind === "instance" && linker.adapters.isReceiver(of, made) ? base : undefined;
}

/** What a receiver was made with; for an instance of a class of the team's own, what that hands on to the package's class. */
export function madeWith(linker: Linker, receiver: Term): readonly Term[] {
  if (receiver.kind === "instance") return packageArguments(linker, receiver);
  return receiver.kind === "external" ? (receiver.arguments ?? []) : [];
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
