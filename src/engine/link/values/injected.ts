/** What a container gives where a decorator or a type asks for it. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";

/** A constructor parameter whose decorator names what is injected: `@InjectRepository(Order) private orders`. */
export function injected(
  linker: Linker,
  activation: Activation,
  parameter: { readonly decorators: readonly Expression[] },
  value: Term,
): Term {
  for (const decorator of parameter.decorators) {
    const term = evaluate(linker, activation, decorator);
    // What the container gives for its token, as a call of the same name would: `@inject(TYPES.Orders) orders: Orders`.
    if (alternatives(term).every(({ kind }) => kind === "instance")) return term;
    if (term.kind !== "external" || !term.arguments) continue;
    const token = linker.bound?.asked(term);
    const bound = token && linker.bound?.get(token, activation.file);
    if (bound) return bound;
    if (token) continue;
    const provided = linker.memo.get(
      `injected ${term.id}`,
      () => linker.injection?.(term) ?? linker.provided?.(term),
      () => undefined,
    );
    if (provided) return provided;
    // What another package's decorator says of the field (`@Expose() id: number`) is not what stands in it.
    if (value.kind === "unknown" && linker.adapters.knows(term.package)) return term;
  }
  return (value.kind === "instance" && value.arguments.length === 0 && linker.provided?.(value.class)) || value;
}
