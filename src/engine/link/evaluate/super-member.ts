/** What `super.name` stands for: in a method of an instance, in a static one, in one that a row of a package was given. */
import type { Term } from "../../model/term.ts";
import { packageArguments } from "../values/instance-state.ts";
import { rowMember } from "../values/row-methods.ts";
import type { Activation, Linker } from "./linker.ts";
import { classMember, memberOf } from "./members.ts";
import { parentOf } from "./parents.ts";

/** Undefined where it is no member of a class above, or of what a package gives. */
export function superMember(linker: Linker, activation: Activation, of: Term, name: string): Term | undefined {
  const { terms } = linker;
  const index = activation.facts.functions[activation.functionIndex]?.class;
  const current = index === undefined ? undefined : terms.class(activation.file, index, activation.captured);
  const parent = current?.kind === "class" ? parentOf(linker, current) : undefined;
  if (of.kind === "instance" && of.class.kind === "class") {
    if (parent?.kind === "external") {
      const path = [...parent.path.slice(0, -1), `new ${parent.path.at(-1) ?? "default"}()`];
      const base = terms.external(parent.package, path, of, packageArguments(linker, of), undefined);
      return terms.external(parent.package, [...path, name], base, undefined, undefined);
    }
    const method = parent?.kind === "class" ? memberOf(linker, terms.instance(parent, []), name) : undefined;
    return method?.kind === "function" ? terms.function(method.function, method.captured, of) : undefined;
  }
  if (of.kind === "class") {
    if (parent?.kind === "class") return classMember(linker, parent, name, of);
    return parent?.kind === "external"
      ? terms.external(parent.package, [...parent.path, name], of, undefined, undefined)
      : undefined;
  }
  if (of.kind !== "external") return undefined;
  const inherited = parent?.kind === "class" ? rowMember(linker, of, name, parent) : undefined;
  return inherited ?? terms.external(of.package, [...of.path, name], of, undefined, undefined);
}
