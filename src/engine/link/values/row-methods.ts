/**
 * Methods and getters that a class of models has for its rows: `class Order extends Model { close() { return this.save(); } }`,
 * then `(await Order.findByPk(id)).close()`. They run on the row that the call gave.
 */
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { classesAbove } from "../evaluate/parents.ts";
import { registeredClass } from "./registered-models.ts";

type External = Term & { readonly kind: "external" };
type ClassTerm = Term & { readonly kind: "class" };

/** Undefined where the value is no row of such a class, or the class has no member of that name. */
export function rowMember(
  linker: Linker,
  row: External,
  name: string,
  from: ClassTerm | undefined = classOfRow(linker, row),
): Term | undefined {
  for (const current of classesAbove(linker, from)) {
    const member = factsOf(linker, current.file)?.classes[current.index]?.members.find(
      (one) => !one.static && one.name === name && one.function !== undefined && one.kind !== "constructor",
    );
    if (member?.function !== undefined && member.kind !== "setter") {
      const method = linker.terms.function({ file: current.file, index: member.function }, current.captured, row);
      if (member.kind !== "getter" || method.kind !== "function") return method;
      return callFunction(linker, method, []).result;
    }
  }
  return undefined;
}

/** The class that the call was made on which gave the row. */
function classOfRow(linker: Linker, row: External): ClassTerm | undefined {
  if (!row.arguments) return undefined;
  let current: Term | undefined = row;
  while (current?.kind === "external") {
    const registered = registeredClass(linker, current);
    if (registered) return registered;
    current = current.base;
  }
  return current?.kind === "class" ? current : undefined;
}
