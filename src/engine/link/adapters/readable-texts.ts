/** Texts of arguments as addresses and names. */
import type { Term } from "../../model/term.ts";
import { alternatives } from "../evaluate/members.ts";

/** Every text that a term may be; parts that are not literal become `*`. */
export function readableTexts(term: Term | undefined): readonly string[] | undefined {
  if (!term) return undefined;
  switch (term.kind) {
    case "literal":
      return typeof term.value === "string" ? [term.value] : undefined;
    case "text":
      return [term.parts.map((part, index) => partText(part, index === 0 ? term.parts[1] : undefined)).join("")];
    case "array": {
      const all = term.items.flatMap((item) => readableTexts(item) ?? []);
      return all.length > 0 ? all : undefined;
    }
    case "choice":
    case "operation": {
      const all = alternatives(term)
        .filter((option) => option !== term)
        .flatMap((option) => readableTexts(option) ?? []);
      return all.length > 0 ? [...new Set(all)] : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * A part of a path. `${process.env.PREFIX || "/api"}` is its default. An unknown beginning, `${basePath}/orders`, is where
 * the service is put by whoever runs it, and mostly nothing.
 */
function partText(part: Term, next: Term | undefined): string {
  for (const option of alternatives(part)) {
    if (option.kind === "literal" && option.value !== null && option.value !== false) return String(option.value);
  }
  const isBase = next?.kind === "literal" && String(next.value).startsWith("/");
  return isBase ? "" : "*";
}
