/** Classes as they were written before there were any: functions called with `new`, with methods on `this` or the prototype. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { moduleValue } from "../evaluate/values.ts";

/** A member of what the function made. */
export function memberByFunction(
  linker: Linker,
  instance: Term & { readonly kind: "instance" },
  maker: Term & { readonly kind: "function" },
  name: string,
): Term | undefined {
  const builder = linker.terms.function(maker.function, maker.captured, instance);
  if (builder.kind !== "function") return undefined;
  const own = callFunction(linker, builder, instance.arguments).own?.get(name);
  const member = own ?? onPrototype(linker, maker, name);
  return member?.kind === "function" ? linker.terms.function(member.function, member.captured, instance) : member;
}

/** `Orders.prototype.list = function () { … }`. */
function onPrototype(linker: Linker, maker: Term & { readonly kind: "function" }, name: string): Term | undefined {
  const { file, index } = maker.function;
  const facts = factsOf(linker, file);
  const body = facts?.functions[0]?.body ?? [];
  for (const statement of body) {
    if (statement.kind !== "expression" || statement.value.kind !== "assign") continue;
    const { target, value } = statement.value;
    if (target.kind !== "place" || target.place.kind !== "member" || target.place.name !== name) continue;
    const of = prototypeOf(target.place.object);
    const binding = of === undefined ? undefined : facts?.bindings[of];
    if (binding && (binding.function === index || binding.name === facts?.functions[index]?.name))
      return moduleValue(linker, file, value).term;
  }
  return undefined;
}

/** The binding of `Orders` in `Orders.prototype`. */
function prototypeOf(object: Expression): number | undefined {
  if (object.kind !== "member" || object.name !== "prototype" || object.object.kind !== "name") return undefined;
  return object.object.binding;
}
