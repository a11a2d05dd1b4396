/** Names of buckets, queues and topics, which are often given by the environment. */
import type { Term } from "../../model/term.ts";

/** Literal text, with `?` for parts that are not literal, or the name of the environment variable. */
export function nameText(term: Term | undefined): string | undefined {
  switch (term?.kind) {
    case "literal":
      return typeof term.value === "string" ? term.value : undefined;
    case "environment":
      return term.name;
    case "text":
      return term.parts.map((part) => nameText(part) ?? "?").join("");
    case "choice":
      return term.options.map(nameText).find((name) => name !== undefined);
    case "operation":
      return term.operator === "??" || term.operator === "||"
        ? term.parts.map(nameText).find((name) => name !== undefined)
        : undefined;
    default:
      return undefined;
  }
}

/** As the target of a call. */
export function namedTarget(term: Term | undefined): { readonly target?: string } {
  const name = nameText(term);
  return name ? { target: `=${name}` } : {};
}
