/** Methods of texts that are known letter for letter: `"GET".toLowerCase()`, `"orders.js".replace(".js", "")`. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "./linker.ts";
import { patternOf } from "./route-texts.ts";

/** What the call gives; undefined where that is not known. */
export function callLiteralText(linker: Linker, name: string, object: Term, given: readonly Term[]): Term | undefined {
  if (object.kind !== "literal" || typeof object.value !== "string") return undefined;
  const args = given.map((term) => (term.kind === "literal" ? term.value : undefined));
  if (args.includes(undefined)) return undefined;
  const [first, second] = args;
  const text = object.value;
  const { literal, array } = linker.terms;
  switch (name) {
    case "toLowerCase":
    case "toLocaleLowerCase":
      return literal(text.toLowerCase());
    case "toUpperCase":
    case "toLocaleUpperCase":
      return literal(text.toUpperCase());
    case "trim":
      return literal(text.trim());
    case "concat":
      return literal(text.concat(...args.map(String)));
    case "slice":
      return isNumbers(args) ? literal(text.slice(...(args as [number, number]))) : undefined;
    case "substring":
    case "substr":
      return isNumbers(args) ? literal(text.substring(...(args as [number, number]))) : undefined;
    case "charAt":
      return typeof first === "number" ? literal(text.charAt(first)) : undefined;
    case "indexOf":
      return typeof first === "string" && args.length === 1 ? literal(text.indexOf(first)) : undefined;
    case "split":
      return typeof first === "string" && args.length === 1 ? array(text.split(first).map(literal)) : undefined;
    case "endsWith":
    case "includes":
    case "startsWith":
      return typeof first === "string" && args.length === 1 ? literal(text[name](first)) : undefined;
    case "replace":
    case "replaceAll": {
      // A regular expression is a literal, too: `/\.js$/`.
      const pattern = given[0] && !text.includes(String(first)) ? patternOf(given[0]) : undefined;
      if (pattern && typeof second === "string") {
        const all = name === "replaceAll" || /\/[a-z]*g[a-z]*$/.test(String(first));
        return literal(text.replace(all ? new RegExp(pattern, `g${pattern.flags}`) : pattern, second));
      }
      return typeof first === "string" && typeof second === "string"
        ? literal(name === "replace" ? text.replace(first, () => second) : text.replaceAll(first, () => second))
        : undefined;
    }
    default:
      return undefined;
  }
}

function isNumbers(values: readonly unknown[]): boolean {
  return values.length > 0 && values.every((value) => typeof value === "number");
}
