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
    case "operation":
      return LOGICAL.has(term.operator) ? truthOfOperation(term) : undefined;
    case "external":
      return isSchema(term) || isMade(term) ? true : undefined;
    default:
      return undefined;
  }
}

const LOGICAL: ReadonlySet<string> = new Set(["!", "&&", "||"]);

/** One thing may stand in a test on more ways than anybody could go: each part is asked once. */
const known = new WeakMap<Term, { readonly truth: boolean | undefined }>();

function truthOfOperation(term: Term & { readonly kind: "operation" }): boolean | undefined {
  const before = known.get(term);
  if (before) return before.truth;
  const answer = truthByParts(term);
  known.set(term, { truth: answer });
  return answer;
}

function truthByParts({ operator, parts }: Term & { readonly kind: "operation" }): boolean | undefined {
  const values = parts.map(truth);
  if (operator === "!") return values[0] === undefined ? undefined : !values[0];
  // One part may decide: `!user && false`.
  const deciding = operator === "||";
  if (values.includes(deciding)) return deciding;
  return values.includes(undefined) ? undefined : !deciding;
}

/**
 * `z.object({ … })`: what the builders of these packages give is an object; what their parsers give may be anything, and so
 * may be what is asked of that: `schema.parse(body).tags.includes(tag)`.
 */
function isSchema({ package: name, path, arguments: given }: Term & { readonly kind: "external" }): boolean {
  if (given === undefined || !SCHEMAS.has(name) || path.some((segment) => PARSED.test(segment))) return false;
  return !/parse|valid|cast|assert|attempt|is\(\)/i.test(path.at(-1) ?? "");
}

const PARSED = /^(?:(?:safe)?[pP]arse(?:Async)?|spa|validate\w*|isValid\w*|cast\w*|assert|attempt)\(\)$/;

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
