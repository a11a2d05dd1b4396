import type { Term } from "../../model/term.ts";

/** Whether a term is certainly true or false. */
export function truth(term: Term): boolean | undefined {
  switch (term.kind) {
    case "literal":
      return Boolean(term.value);
    case "undefined":
      return false;
    case "function":
    case "class":
    case "object":
    case "array":
    case "instance":
      return true;
    case "operation": {
      const [first] = term.parts;
      if (term.operator === "&&" || term.operator === "||") {
        // One part may decide: `!user && false`.
        const deciding = term.operator === "||";
        const parts = term.parts.map(truth);
        if (parts.includes(deciding)) return deciding;
        return parts.includes(undefined) ? undefined : !deciding;
      }
      if (term.operator !== "!" || !first) return undefined;
      const inner = truth(first);
      return inner === undefined ? undefined : !inner;
    }
    case "external":
      return isSchema(term) || isMade(term) ? true : undefined;
    default:
      return undefined;
  }
}

/** `z.object({ … })`: what the builders of these packages give is an object; what their parsers give may be anything. */
function isSchema({ package: name, path, arguments: given }: Term & { readonly kind: "external" }): boolean {
  return given !== undefined && SCHEMAS.has(name) && !/parse|valid|cast|assert|attempt|is\(\)/i.test(path.at(-1) ?? "");
}

/** `Response.json(…)` is an object, whatever is in it. */
function isMade({ package: name, path, arguments: given }: Term & { readonly kind: "external" }): boolean {
  if (given === undefined) return false;
  const isResponse = name === "global:Response" || (name === "next/server" && path[0] === "NextResponse");
  return isResponse ? /^(?:json|redirect|rewrite|next)\(\)$|^new /.test(path.at(-1) ?? "") : false;
}

const SCHEMAS: ReadonlySet<string> = new Set(["zod", "zod/v3", "zod/v4", "yup", "joi", "valibot"]);

/** `true`, `false`, or one of both by what a test says. */
export function isFlag(term: Term): boolean {
  if (term.kind === "operation" && term.operator === "?:") return term.parts.slice(1).every(isFlag);
  return term.kind === "literal" && typeof term.value === "boolean";
}
