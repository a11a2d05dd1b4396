/**
 * Tables of what each role may do: `RIGHTS[user.role].orders.includes("read")`. What is taken out of one keeps for which role
 * it stands there, so that whoever may pass is told apart from whoever may not.
 */
import type { Term } from "../../model/term.ts";
import { HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import type { Linker } from "./linker.ts";

/** More roles than this have no names of their own. */
const MAXIMUM_ROLES = 24;

/** What the table holds for the role that `index` tells; undefined where it is something else. */
export function rightsOfRole(linker: Linker, table: Term & { readonly kind: "object" }, index: Term): Term | undefined {
  const { terms } = linker;
  const { fields } = table;
  if (fields.length < 2 || fields.length > MAXIMUM_ROLES || !holds(index, HOLDS_CREDENTIAL)) return undefined;
  if (!fields.every(({ key, value }) => key !== undefined && isRights(value))) return undefined;
  return fields.reduceRight<Term>(
    (rest, { key = "", value }) =>
      terms.operation("?:", [terms.operation("===", [index, terms.literal(key)]), value, rest]),
    // A role that is not in the table has no rights.
    terms.object([]),
  );
}

/** Actions by resource: `{ orders: ["read", "update"], users: [] }`. */
function isRights(value: Term): boolean {
  return (
    value.kind === "object" && value.fields.length > 0 && value.fields.every((field) => isListOfNames(field.value))
  );
}

function isListOfNames(value: Term): boolean {
  return value.kind === "array" && value.items.every((item) => item.kind === "literal");
}

/** `rights.includes("read")` role by role; undefined where it is no list that was taken from such a table. */
export function holdsRight(linker: Linker, rights: Term, wanted: Term | undefined): Term | undefined {
  if (wanted?.kind !== "literal" || rights.kind !== "operation" || rights.operator !== "?:") return undefined;
  return answerOf(linker, rights, wanted);
}

function answerOf(linker: Linker, rights: Term, wanted: Term): Term | undefined {
  const { terms } = linker;
  if (rights.kind === "undefined") return terms.literal(false);
  if (rights.kind === "array" && isListOfNames(rights)) return terms.literal(rights.items.includes(wanted));
  if (rights.kind !== "operation" || rights.operator !== "?:") return undefined;
  const [test, yes, no] = rights.parts;
  const one = yes && answerOf(linker, yes, wanted);
  const other = no && answerOf(linker, no, wanted);
  return test && one && other ? terms.operation("?:", [test, one, other]) : undefined;
}
