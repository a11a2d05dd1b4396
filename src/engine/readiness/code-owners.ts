/** CODEOWNERS, as GitHub reads it: the last pattern that matches a file names its owners. */

export function ownersOf(text: string, file: string): readonly string[] {
  let owners: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [pattern, ...names] = line
      .replace(/(?:^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (pattern && !/^\^?\[/.test(pattern) && matches(pattern, file)) owners = names;
  }
  return owners;
}

function matches(pattern: string, file: string): boolean {
  const anchored = pattern.startsWith("/") || /\/./.test(pattern);
  const body = pattern
    .replace(/^\//, "")
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map(
      (part) =>
        ({ "**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]" })[part] ??
        part.replace(/[.+^${}()|[\]\\]/g, "\\$&"),
    )
    .join("");
  const start = anchored ? "^" : "(?:^|/)";
  // A folder owns what is in it; `docs/*` only what lies directly there.
  const end = pattern.endsWith("/") ? "" : pattern.endsWith("/*") ? "$" : "(?:/|$)";
  return new RegExp(`${start}${body}${end}`).test(file);
}
