/**
 * Libraries that write a name in another case, for names that are known letter for letter: `kebabCase(Order.name)`.
 * https://lodash.com/docs#camelCase · https://github.com/blakeembrey/change-case · https://github.com/plurals/pluralize
 */
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import type { Linker } from "../evaluate/linker.ts";

const PACKAGE =
  /^(?:lodash(?:-es)?(?:[./]\w+)?|change-case|camelcase|decamelize|pluralize|(?:camel|param|kebab|snake|pascal|constant)-case)$/;

const CASES: Readonly<Record<string, (words: readonly string[]) => string>> = {
  camelCase: (words) => words.map((word, index) => (index === 0 ? word : capital(word))).join(""),
  pascalCase: (words) => words.map(capital).join(""),
  kebabCase: (words) => words.join("-"),
  paramCase: (words) => words.join("-"),
  snakeCase: (words) => words.join("_"),
  constantCase: (words) => words.join("_").toUpperCase(),
};

/** What the function gives; undefined where the package is none of these, or the name is not known. */
export function callLetterCase(linker: Linker, target: ExternalTerm, given: readonly Term[]): Term | undefined {
  if (!PACKAGE.test(target.package) || target.path.length !== 1) return undefined;
  const [text] = given;
  if (text?.kind !== "literal" || typeof text.value !== "string") return undefined;
  const made = written(nameOf(target), text.value, given.length);
  return made === undefined ? undefined : linker.terms.literal(made);
}

function written(name: string, text: string, given: number): string | undefined {
  if (name === "upperFirst") return text.slice(0, 1).toUpperCase() + text.slice(1);
  if (name === "lowerFirst") return text.slice(0, 1).toLowerCase() + text.slice(1);
  // With a number it may stay as it is.
  if (name === "pluralize" || name === "plural") return given === 1 ? plural(text) : undefined;
  return Object.hasOwn(CASES, name) ? CASES[name]?.(wordsOf(text)) : undefined;
}

/** `lodash/kebabCase`, `camelcase` and `pluralize` are the function itself. */
function nameOf(target: ExternalTerm): string {
  const own = (target.path[0] ?? "").replace(/\(\)$/, "");
  if (own !== "default") return own;
  const last = target.package.split(/[./]/).at(-1) ?? "";
  if (last === "camelcase") return "camelCase";
  return last === "decamelize" ? "snakeCase" : last;
}

function wordsOf(text: string): readonly string[] {
  const apart = text.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2");
  return apart
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The regular forms alone: of others nothing is said. */
function plural(text: string): string | undefined {
  if (/(?:person|man|child|foot|mouse|tooth|datum|series|news|equipment|information|s)$/i.test(text)) return undefined;
  if (/(?:x|ch|sh|z)$/i.test(text)) return `${text}es`;
  return /[^aeiou]y$/i.test(text) ? `${text.slice(0, -1)}ies` : `${text}s`;
}
