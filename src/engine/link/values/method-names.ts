/** What goes through the methods of a class: `Object.getOwnPropertyNames(Object.getPrototypeOf(controller))`. */
import type { Term } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";

/** What such a call gives; undefined where it is another, or the class is not known. */
export function methodNames(linker: Linker, name: string, of: Term | undefined): Term | undefined {
  const { terms } = linker;
  if (/^(?:Object|Reflect)\.getPrototypeOf$/.test(name))
    return of?.kind === "instance" ? terms.member(of.class, "prototype") : undefined;
  if (name !== "Object.getOwnPropertyNames" && name !== "Reflect.ownKeys") return undefined;
  const owner = of?.kind === "member" && of.name === "prototype" ? of.of : undefined;
  if (owner?.kind !== "class") return undefined;
  const members = factsOf(linker, owner.file)?.classes[owner.index]?.members ?? [];
  const methods = members.filter((member) => member.kind === "method" && !member.static);
  return terms.array(methods.map((member) => terms.literal(member.name)));
}
