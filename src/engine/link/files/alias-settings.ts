/**
 * Names of modules that no tsconfig.json writes out: those of frameworks' generated settings, Deno's import map, and what
 * bundlers, Babel and Node are told.
 */
import { isRecord, parseJsonc } from "./jsonc.ts";

/**
 * Configurations that a framework writes when it runs, and nobody commits: what they say unless it is told otherwise.
 * https://svelte.dev/docs/kit/$lib · https://nuxt.com/docs/api/nuxt-config#alias
 */
export const GENERATED = [
  { config: /\.svelte-kit\/tsconfig\.json$/, paths: { "$lib/*": ["src/lib/*"], $lib: ["src/lib"] } },
  {
    config: /\.nuxt\/tsconfig(?:\.\w+)?\.json$/,
    paths: {
      "~/*": ["./*", "app/*"],
      "@/*": ["./*", "app/*"],
      "~~/*": ["./*"],
      "@@/*": ["./*"],
      "#shared/*": ["shared/*"],
    },
  },
];

/** Configurations of a framework that are only referred to: `{ "references": [{ "path": "./.nuxt/tsconfig.server.json" }] }`. */
export function referenced(json: Record<string, unknown>): readonly unknown[] {
  const list = [json["references"]].flat();
  return list
    .map((one) => (isRecord(one) ? one["path"] : undefined))
    .filter((path) => GENERATED.some(({ config }) => typeof path === "string" && config.test(path)));
}

/** `{ "imports": { "@/": "./src/" } }` of deno.json, as patterns. https://docs.deno.com/runtime/fundamentals/modules/#managing-third-party-modules-and-libraries */
export function importMap(config: string, json: Record<string, unknown>): Record<string, unknown> | undefined {
  const map = json["imports"];
  if (!/deno\.jsonc?$/.test(config) || !isRecord(map)) return undefined;
  const local = Object.entries(map).filter(([, target]) => typeof target === "string" && target.startsWith("."));
  return Object.fromEntries(
    local.map(([name, target]) => (name.endsWith("/") ? [`${name}*`, `${target}*`] : [name, target])),
  );
}

/** Settings of bundlers and of frameworks that have one, which may name modules. */
export const BUNDLER =
  /(?:^|\/)(?:(?:svelte|vite|vitest|nuxt|astro|webpack(?:\.\w+)?|babel|rollup|rspack|rsbuild|vue|craco|quasar|electron\.vite)\.config\.[cm]?[jt]s|\.babelrc(?:\.c?js|\.json)?|package\.json)$/;

/** What tests put in place of a package: `alias: { stripe: "./test/mocks/stripe.ts" }`. */
const STANDS_IN = /(?:^|[/._-])(?:tests?|__tests__|mocks?|__mocks__|stubs?|fakes?|fixtures?)(?:[/._-]|$)/i;
const CODE_FILE = /\.[cm]?[jt]sx?$/;

const TEXT_OR_COMMENT = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** What a settings file says of names: patterns with what they stand for, and a folder that bare names may be relative to. */
export interface WrittenNames {
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly base: string | undefined;
}

/**
 * `alias` of a bundler's settings, `_moduleAliases` and `NODE_PATH` of package.json, `root` of Babel's module resolver.
 * https://svelte.dev/docs/kit/configuration#alias · https://vite.dev/config/shared-options.html#resolve-alias ·
 * https://webpack.js.org/configuration/resolve/#resolvealias · https://github.com/tleunen/babel-plugin-module-resolver ·
 * https://github.com/ilearnio/module-alias · https://nodejs.org/api/modules.html#loading-from-the-global-folders
 */
export function bundlerNames(file: string, text: string): WrittenNames | undefined {
  const isPackage = file.endsWith("package.json");
  if (!(isPackage ? /module-resolver|_moduleAliases|NODE_PATH/ : /\balias\b|module-resolver/).test(text))
    return undefined;
  const code = isPackage ? text : text.replace(TEXT_OR_COMMENT, (found) => (found.startsWith("/") ? "" : found));
  const paths: Record<string, readonly string[]> = {};
  const name = (key: string, target: string): void => {
    if (STANDS_IN.test(target) || (/(?:^|\/)vitest\.[^/]*$/.test(file) && CODE_FILE.test(target))) return;
    const written = target.replace(/^\/(?=src|app|server|lib)/, "./");
    // `"@services": "src/lib/services/*"`: SvelteKit leaves the star away where the name has none.
    const folder = key.includes("*") ? written : written.replace(/\/\*$/, "");
    paths[key] = [folder];
    if (!key.includes("*")) paths[`${key.replace(/\/$/, "")}/*`] = [`${folder.replace(/\/$/, "")}/*`];
  };
  const json = isPackage ? parseJsonc(text) : undefined;
  const installed = isRecord(json) ? json["_moduleAliases"] : undefined;
  for (const [key, target] of isRecord(installed) ? Object.entries(installed) : [])
    if (typeof target === "string") name(key, target);
  for (const block of code.matchAll(/\balias["']?\s*:\s*(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\[[^[\]]*\])/g))
    for (const [key, target] of entriesIn(block[1] as string)) name(key, target);
  const root = /module-resolver["'][^[\]{}]*\{[^{}[\]]*\broot["']?\s*:\s*\[\s*["']([^"']+)["']/.exec(code)?.[1];
  const base = root ?? (isPackage ? /NODE_PATH=["']?([\w./-]+)/.exec(text)?.[1] : undefined);
  return base === undefined && Object.keys(paths).length === 0 ? undefined : { paths, base };
}

/** `"@": path.resolve(__dirname, "./src")` and `{ find: "@", replacement: "/src" }`: the name, and the last text of its value. */
function entriesIn(block: string): readonly (readonly [string, string])[] {
  const listed = [...block.matchAll(/find\s*:\s*["']([^"']+)["']\s*,\s*replacement\s*:([^{}]*)/g)];
  const pairs =
    listed.length > 0
      ? listed
      : [...block.matchAll(/(?:["']([^"'\n]+)["']|([$\w]+))\s*:\s*((?:[^,()\n]|\((?:[^()]|\([^()]*\))*\))+)/g)];
  return pairs.flatMap((pair) => {
    const key = pair[1] ?? pair[2];
    const target = (pair.at(-1) ?? "").match(/["'`]([^"'`]+)["'`]/g)?.at(-1);
    return key === undefined || target === undefined ? [] : [[key, target.slice(1, -1)] as const];
  });
}
