/** The address that a regular expression over a whole path stands for: `/^\/users\/(\d+)$/` is `/users/:param`. */

/** A group or class that stands for one segment of a path, or a part of one. */
const VARIABLE =
  /\((?:\?<(\w+)>)?(?:\?:)?(?:\[[^\]]*\]|\\[dwS]|\.)[+*]?(?:\{\d+(?:,\d*)?\})?\??\)|(?:\[[^\]]*\]|\\[dwS])(?:[+*]|\{\d+(?:,\d*)?\})/g;

/** Undefined where it is no plain path with variable parts. Takes the expression as it is written, with its slashes. */
export function pathOfPattern(written: string): string | undefined {
  const source = /^\/\^(.*?)(\$?)\/[a-z]*$/s.exec(written);
  if (source?.[1] === undefined) return undefined;
  const named = source[1]
    .replace(VARIABLE, (_, name: string | undefined) => `:${name ?? "param"}`)
    .replace(/\\\/\?$|\/\?$/, "")
    .replace(/\\([/.\-_])/g, "$1");
  const path = source[2] === "" ? `${named}*` : named;
  return /^\/[\w\-.:/~@*]*$/.test(path) ? path.replace(/\/\*$/, "/*") : undefined;
}
