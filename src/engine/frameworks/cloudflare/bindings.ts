/** What a worker finds in its `env`, by the settings of Wrangler. https://developers.cloudflare.com/workers/runtime-apis/bindings/ */
import { parseJsonc } from "../../link/files/jsonc.ts";
import { readToml } from "../../release/toml.ts";
import type { PlatformValue, TermView } from "../define-framework.ts";

/** Sections of the settings, with the package that stands for such a binding and the key that names what it reaches. */
const KINDS: Readonly<Record<string, { readonly package: string; readonly names: string }>> = {
  d1_databases: { package: "cloudflare:d1", names: "database_name" },
  kv_namespaces: { package: "cloudflare:kv", names: "binding" },
  r2_buckets: { package: "cloudflare:r2", names: "bucket_name" },
  "queues.producers": { package: "cloudflare:queue", names: "queue" },
  workflows: { package: "cloudflare:workflow", names: "name" },
  send_email: { package: "cloudflare:email", names: "name" },
  analytics_engine_datasets: { package: "cloudflare:analytics", names: "dataset" },
};

type Section = Readonly<Record<string, string>>;

/** The settings themselves. */
const SETTINGS = /(?:^|\/)wrangler\.(?:toml|jsonc?)$/;

/** What stands for them where they are nobody else's: `wrangler.toml.example`, `wrangler.dev.jsonc`, `wrangler-test.toml`. */
const VARIANTS = /(?:^|\/)wrangler[.-][\w.-]*\b(?:toml|jsonc?)\b[\w.-]*$/;

/** Settings of a worker, or what stands for them. */
export function isWorkerSettings(path: string): boolean {
  return SETTINGS.test(path) || VARIANTS.test(path);
}

/** Bindings of all workers of the workspace by name; what two workers name alike is of the first. */
export function bindingsOf(terms: TermView): ReadonlyMap<string, PlatformValue> {
  const found = new Map<string, PlatformValue>();
  const paths = [...terms.paths()].filter(isWorkerSettings);
  const own = paths.filter((path) => SETTINGS.test(path));
  const others = paths.filter((path) => !SETTINGS.test(path));
  for (const path of [...own, ...others]) {
    const text = terms.read(path) ?? "";
    for (const [kind, sections] of /\btoml\b/.test(path) ? fromToml(text) : fromJson(text)) {
      const known = KINDS[kind];
      for (const section of known ? sections : []) {
        const name = section["binding"] ?? section["name"];
        if (known && name !== undefined && !found.has(name))
          found.set(name, { package: known.package, name: section[known.names] ?? name });
      }
    }
  }
  return found;
}

/** `env.production.d1_databases` is a section as well. */
function kindOf(key: string): string {
  return key.replace(/^env\.[^.]+\./, "");
}

function fromToml(text: string): ReadonlyMap<string, readonly Section[]> {
  const kinds = new Map<string, Record<string, string>[]>();
  for (const { key, value } of readToml(text)) {
    const kind = kindOf(key);
    if (value === "") {
      const list = kinds.get(kind) ?? [];
      list.push({});
      kinds.set(kind, list);
      continue;
    }
    const dot = kind.lastIndexOf(".");
    const section = kinds.get(kind.slice(0, dot))?.at(-1);
    if (section) section[kind.slice(dot + 1)] = value;
    // `kv_namespaces = [ { binding = "A", id = "…" } ]`
    if (KINDS[kind] && value.startsWith("["))
      kinds.set(
        kind,
        [...value.matchAll(/\{([^}]*)\}/g)].map((one) => inline(one[1] ?? "")),
      );
  }
  return kinds;
}

function inline(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)\s*=\s*["']([^"']*)["']/g)].map((pair) => [pair[1] ?? "", pair[2] ?? ""]),
  );
}

function fromJson(text: string): ReadonlyMap<string, readonly Section[]> {
  const kinds = new Map<string, Section[]>();
  const settings = parseJsonc(text);
  const environments = Object.values(fields(fields(settings)["env"]));
  for (const one of [settings, ...environments]) {
    for (const kind of Object.keys(KINDS)) {
      const list = kind.split(".").reduce<unknown>((value, key) => fields(value)[key], one);
      if (Array.isArray(list)) kinds.set(kind, [...(kinds.get(kind) ?? []), ...list.map(textsOf)]);
    }
  }
  return kinds;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textsOf(value: unknown): Section {
  return Object.fromEntries(
    Object.entries(fields(value)).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}
