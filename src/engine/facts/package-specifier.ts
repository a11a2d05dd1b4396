/**
 * Names of packages in specifiers that carry their registry (`npm:hono@4`, `jsr:@oak/oak@17`,
 * `https://deno.land/x/oak@v12/mod.ts`, https://docs.deno.com/runtime/fundamentals/modules/) or the folder they are
 * installed in (`../../node_modules/pg`).
 */

/** The specifier as npm would write it: `hono`, `@oak/oak`, `zod/v4`; any other is given back as it is. */
export function plainSpecifier(specifier: string): string {
  const installed = /^(?:\.{0,2}\/)+(?:.*\/)?node_modules\/([^/]+.*)$/.exec(specifier)?.[1];
  if (installed !== undefined) return installed;
  if (!specifier.includes(":") || specifier.startsWith("node:")) return specifier;
  const registry = /^(?:npm|jsr):\/?(.+)$/.exec(specifier)?.[1];
  if (registry !== undefined) return withoutVersion(registry);
  const library = /^https:\/\/deno\.land\/(?:x\/)?([^@/]+)(?:@[^/]+)?\/(.*)$/.exec(specifier);
  if (library) return library[2] === "mod.ts" ? `${library[1]}` : `${library[1]}/${library[2]}`;
  const delivered =
    /^https:\/\/(?:esm\.sh|cdn\.skypack\.dev|esm\.run|unpkg\.com|jsr\.io|cdn\.jsdelivr\.net\/npm)\/(.+)$/.exec(
      specifier,
    )?.[1];
  return delivered === undefined ? specifier : withoutVersion(delivered.replace(/\?.*$/, ""));
}

/** `@scope/name@1.2/sub` is `@scope/name/sub`. */
function withoutVersion(text: string): string {
  return text.replace(/^((?:@[^/]+\/)?[^@/]+)@[^/]+/, "$1");
}
