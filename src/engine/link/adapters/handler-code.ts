/** Where the code of a handler stands, and what it is called. */
import type { FunctionReference, Place, Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import type { Block } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { indexOf } from "../evaluate/values.ts";
import { unwrapped } from "../values/unwrapped.ts";

/** Where a handler's own code stands. */
export function handlerPlace(linker: Linker, term: Term): Place | undefined {
  const found = innermost(linker, term, 0);
  if (found?.kind !== "function") return undefined;
  const facts = linker.sources.facts(found.function.file)?.functions[found.function.index];
  return facts && { file: found.function.file, at: facts.nameAt };
}

/** The function inside its wrappers: a wrapper's closure holds the function that it wraps. */
function innermost(linker: Linker, term: Term, depth: number): Term | undefined {
  const found = alternatives(unwrapped(linker, term)).find(
    (option) => option.kind === "function" || (option.kind === "operation" && option.operator.startsWith("guarded ")),
  );
  if (found?.kind === "operation" && found.parts[1]) return innermost(linker, found.parts[1], depth + 1);
  if (!found && term.kind === "external" && depth <= 8) {
    // The wrapper of a package that nobody knows: `traced(handler)`.
    const inside = (term.arguments ?? []).flatMap((argument) => innermost(linker, argument, depth + 1) ?? []);
    return inside.length === 1 ? inside[0] : undefined;
  }
  if (found?.kind !== "function" || depth > 8) return found;
  const held = [...found.captured.values()].flatMap((value) => {
    const one = value.kind === "array" ? value.items.at(-1) : value;
    return one && alternatives(one).some((option) => option.kind === "function") ? [one] : [];
  });
  const last = (held.length > 1 ? lastCalled(linker, found, held) : undefined) ?? held.at(-1);
  return (last && innermost(linker, last, depth + 1)) ?? found;
}

/** What a wrapper calls last is the handler: `for (const check of checks) await check(context); return handler(context)`. */
function lastCalled(
  linker: Linker,
  wrapper: Term & { readonly kind: "function" },
  held: readonly Term[],
): Term | undefined {
  const called = callsIn(callFunction(linker, wrapper, []).block);
  const orders = held.map((one) => Math.max(...alternatives(one).map((option) => called.lastIndexOf(option))));
  const latest = Math.max(...orders);
  return latest < 0 ? undefined : held[orders.indexOf(latest)];
}

/** The functions that the block calls itself, in order. */
function callsIn(block: Block): readonly Term[] {
  return block.steps.flatMap((step) => (step.kind === "call" ? [step.frame.target] : blocksIn(step).flatMap(callsIn)));
}

export function handlerName(linker: Linker, term: Term, written: string): string {
  if (written !== "" && written !== "inline function" && written !== "…") return written;
  const found = alternatives(unwrapped(linker, term)).find((option) => option.kind === "function");
  const facts =
    found?.kind === "function" ? linker.sources.facts(found.function.file)?.functions[found.function.index] : undefined;
  const declared = found?.kind === "function" && !facts?.name ? declaredName(linker, found.function) : undefined;
  if (facts?.name !== undefined || declared !== undefined) return facts?.name ?? declared ?? "";
  const maker = found?.kind === "function" && written === "" ? makerName(linker, found.function) : undefined;
  return maker ?? (written === "" ? "handler" : written);
}

/** The function that returns this one: `requireRole(…)` for what `requireRole("admin")` gives. */
function makerName(linker: Linker, reference: FunctionReference): string | undefined {
  const functions = linker.sources.facts(reference.file)?.functions;
  const own = functions?.[reference.index];
  const maker = own && own.owner > 0 ? functions?.[own.owner] : undefined;
  const isReturned = maker?.body.some(
    (statement) =>
      statement.kind === "return" &&
      statement.value?.kind === "function" &&
      statement.value.function === reference.index,
  );
  return isReturned && maker?.name ? `${maker.name}(…)` : undefined;
}

/** The variable that holds what a function is an argument for: `login` in `const login = createMiddleware(async …)`. */
function declaredName(linker: Linker, reference: FunctionReference): string | undefined {
  const facts = linker.sources.facts(reference.file);
  const at = facts?.functions[reference.index]?.at;
  if (!facts || !at) return undefined;
  for (const [binding, { value }] of indexOf(linker, reference.file)?.declarations ?? []) {
    const isCall = value?.kind === "call" && value.at[0] <= at[0] && at[1] <= value.at[1];
    const direct = isCall && value.arguments.some((argument) => argument.at[0] === at[0] && argument.at[1] === at[1]);
    if (direct) return facts.bindings[binding]?.name;
  }
  return undefined;
}
