/**
 * Members of a `Proxy`: what its `get` trap gives, else what its target has. `new Proxy({}, { get: (_, name) =>
 * connect()[name] })` is how clients are made when they are first used.
 * https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Proxy
 */
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";

/** Undefined where the term is no proxy, or its member cannot be told. */
export function proxyMember(linker: Linker, of: Term & { readonly kind: "external" }, name: string): Term | undefined {
  if (of.package !== "global:Proxy" || of.path.length !== 1 || !of.arguments) return undefined;
  const [target, traps] = of.arguments;
  if (!target) return undefined;
  const trap = traps && alternatives(memberOf(linker, traps, "get")).find((option) => option.kind === "function");
  if (trap?.kind !== "function") return memberOf(linker, target, name);
  const { result } = callFunction(linker, trap, [target, linker.terms.literal(name), of]);
  // A trap that gives a refusal where nothing is set up yet gives the member where it is.
  const known = alternatives(result).filter(
    (option) => option.kind !== "undefined" && !isOpen(option) && !refuses(linker, option),
  );
  // So does one that gives a stand-in for whatever the target has not.
  const own = known.filter((option) => !isStandIn(option));
  if (own.length > 0) return linker.terms.choice(own);
  return known.length > 0 ? linker.terms.choice(known) : undefined;
}

/** `new Proxy({}, { get: () => async () => null })`: answers to every name, and does nothing. */
function isStandIn(term: Term): boolean {
  if (term.kind !== "external" || term.package !== "global:Proxy" || term.path.length !== 1) return false;
  const [target] = term.arguments ?? [];
  return target?.kind === "function" || (target?.kind === "object" && target.fields.length === 0);
}

/** `() => { throw new Error("not configured"); }`. */
function refuses(linker: Linker, term: Term): boolean {
  return term.kind === "function" && callFunction(linker, term, []).block.ends === "throws";
}

function isOpen(term: Term): boolean {
  return term.kind === "unknown" || term.kind === "result" || term.kind === "member";
}
