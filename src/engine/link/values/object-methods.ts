/** Methods of plain objects: `export default { find(id) { … }, list() { return this.find(1); } }`. */
import type { Term } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { indexOf } from "../evaluate/values.ts";

type FunctionTerm = Term & { readonly kind: "function" };

/** The function as it runs when it is called on the object, where it asks for that. */
export function calledOn(linker: Linker, target: FunctionTerm, object: Term | undefined): FunctionTerm {
  if (object?.kind !== "object" || target.self) return target;
  const { file, index } = target.function;
  if (factsOf(linker, file)?.functions[index]?.kind === "arrow") return target;
  if (!indexOf(linker, file)?.usesThis(index)) return target;
  const method = linker.terms.function(target.function, target.captured, object);
  return method.kind === "function" ? method : target;
}
