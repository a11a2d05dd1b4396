/** Text made of what a client sent: `String(req.body.email)`, `req.body.email.trim()`. It is no object any more. */
import type { InputSource, Term } from "../../model/term.ts";
import type { Linker } from "./linker.ts";
import { alternatives } from "./members.ts";

/** Parsed data: whoever sends it chooses between a text, a list and an object. */
const PARSED: ReadonlySet<InputSource> = new Set(["body", "query", "arguments", "message"]);

/** The value as text where it was sent in some other form, else the value itself. */
export function asText(linker: Linker, value: Term): Term {
  return alternatives(value).some(mayBeObject) ? linker.terms.text([value]) : value;
}

function mayBeObject(term: Term): boolean {
  if (term.kind === "member" || term.kind === "element") return mayBeObject(term.of);
  return term.kind === "input" && PARSED.has(term.source);
}

/** `form.get("email")`: an entry of a form or of an address is a text under its name. */
export function entryOf(
  linker: Linker,
  of: Term & { readonly kind: "input" },
  given: readonly Term[],
): Term | undefined {
  const [name, ...rest] = given;
  if (of.path.at(-1) !== "get" || !PARSED.has(of.source) || rest.length > 0) return undefined;
  if (name?.kind !== "literal" || typeof name.value !== "string") return undefined;
  return linker.terms.text([linker.terms.input(of.source, [...of.path.slice(0, -1), name.value], of.framework)]);
}
