/**
 * What a value is by its type alone, member by member: of `deps: { db: Pool; orders: Orders }`, or of a global that is
 * declared to hold the store, the clients and services are known. The rest is not.
 */
import type { Term, TermField } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { classesAbove, packageClassAbove } from "../evaluate/parents.ts";
import { typedValue } from "../evaluate/values.ts";
import { declarationOf } from "./declarations.ts";
import { isMethodInField } from "./implementations.ts";

/** Types with more members than this are shapes of data. */
const MAXIMUM_MEMBERS = 60;

export function membersByType(linker: Linker, file: string, binding: number): Term | undefined {
  return linker.memo.get(
    `typed members ${linker.provided ? "" : "early "}${file}#${binding}`,
    () => readMembers(linker, file, binding),
    () => undefined,
  );
}

function readMembers(linker: Linker, file: string, binding: number): Term | undefined {
  const declared = declarationOf(linker, file, binding);
  const members = declared && factsOf(linker, declared.file)?.bindings[declared.binding]?.typeMembers;
  if (!members || members.length > MAXIMUM_MEMBERS) return undefined;
  const fields = members.flatMap(({ name, type }): readonly TermField[] => {
    const value = type && !type.array ? typedValue(linker, declared.file, type) : undefined;
    return value && doesSomething(linker, value) ? [{ key: name, value }] : [];
  });
  return fields.length > 0 ? linker.terms.object([{ value: linker.terms.unknown([]) }, ...fields]) : undefined;
}

/** A client of a system, an instance of a class that does something, or an object that holds one. */
export function doesSomething(linker: Linker, value: Term): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === "external")
      return linker.adapters.clientCall(option.package, [...option.path, "call"]) !== undefined;
    if (option.kind === "object") return option.fields.some((field) => doesSomething(linker, field.value));
    if (option.kind !== "instance" || option.class.kind !== "class") return false;
    return hasMethods(linker, option.class);
  });
}

/** Methods, or fields that hold functions, of the class or of one above it. */
function hasMethods(linker: Linker, of: Term): boolean {
  for (const current of classesAbove(linker, of)) {
    const found = factsOf(linker, current.file)?.classes[current.index];
    const does = found?.members.some(
      ({ kind, value, static: isStatic }) => !isStatic && (kind === "method" || isMethodInField(value)),
    );
    if (does) return true;
  }
  return packageClassAbove(linker, of) !== undefined;
}
