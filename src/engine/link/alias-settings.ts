/** Names of modules that no tsconfig.json writes out: those of frameworks' generated settings, and Deno's import map. */
import { isRecord } from "./jsonc.ts";

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
