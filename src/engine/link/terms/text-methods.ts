/** Methods of JavaScript's texts, and of patterns that are asked about them. */

/** It gives a text or parts of one, made of the text alone. */
export function makesText(name: string): boolean {
  return MAKES.has(name);
}

/** It tells something of what the text holds. */
export function asksText(name: string): boolean {
  return ASKS.has(name);
}

/** Either, or a pattern is asked: `/^\d+$/.test(id)`. */
export function isTextMethod(name: string): boolean {
  return makesText(name) || asksText(name) || name === "test" || name === "exec";
}

/** The method that `token.trim` names; empty where it is no member. */
export function methodIn(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1 || text.length);
}

const MAKES: ReadonlySet<string> = new Set(
  "at charAt concat join normalize padEnd padStart replace replaceAll slice split subarray substr substring toLowerCase toString toUpperCase trim trimEnd trimStart".split(
    " ",
  ),
);
const ASKS: ReadonlySet<string> = new Set(
  "charCodeAt codePointAt endsWith includes indexOf lastIndexOf localeCompare match matchAll startsWith".split(" "),
);
