/**
 * Methods and getters that a class of models has for its rows: `class Order extends Model { close() { return this.save(); } }`,
 * then `(await Order.findByPk(id)).close()`. They run on the row that the call gave.
 */
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives, isSomething } from "../evaluate/members.ts";
import { classesAbove } from "../evaluate/parents.ts";
import { registeredClass } from "./registered-models.ts";
import { relatedClass } from "./related-class.ts";

type External = Term & { readonly kind: "external" };
type ClassTerm = Term & { readonly kind: "class" };

/** Undefined where the value is no row of such a class, or the class has no member of that name. */
export function rowMember(
  linker: Linker,
  row: Term,
  name: string,
  from: Term | undefined = row.kind === "external" ? classOfRow(linker, row) : undefined,
): Term | undefined {
  if (row.kind === "external" && linker.adapters.isOfQuery(row.package, row.path, name)) return undefined;
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

/** The one class of which a value is a row, whichever way it was found. */
export function classOfRows(linker: Linker, value: Term): ClassTerm | undefined {
  const rows = alternatives(value).filter(isSomething);
  const classes = new Set(rows.map((row) => (row.kind === "external" ? classOfRow(linker, row) : undefined)));
  const [only] = classes;
  return classes.size === 1 ? only : undefined;
}

/**
 * The class that the call was made on which gave the row, or that a call on the way was given: `Order.findByPk(id)`,
 * `getRepository(Order).findOne(…)`. The client itself is no row.
 */
function classOfRow(linker: Linker, row: External): ClassTerm | undefined {
  if (!row.arguments || linker.adapters.isClient(row.package, row.path)) return undefined;
  let current: Term | undefined = row;
  while (current?.kind === "external") {
    const registered = registeredClass(linker, current);
    if (registered) return registered;
    const [given] = current.arguments ?? [];
    const name = current.path.at(-1)?.replace(/\(\)$/, "") ?? "";
    if (current.base && given?.kind === "literal" && linker.adapters.related(row.package)?.calls.includes(name))
      return relatedClass(linker, row.package, current.base, String(given.value));
    if (given?.kind === "class") return given;
    current = current.base;
  }
  return current?.kind === "class" ? current : undefined;
}
