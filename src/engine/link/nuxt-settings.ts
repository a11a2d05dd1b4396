/**
 * What the settings of a Nuxt application say of the code below it: its runtime configuration, and what NuxtHub adds.
 * https://nuxt.com/docs/guide/going-further/runtime-config · https://hub.nuxt.com/docs/database/query
 */
import type { Term, TermField } from "../model/term.ts";
import type { Linker } from "./linker.ts";
import { memberOf } from "./members.ts";
import { exportedValue } from "./values.ts";

const EXTENSIONS = ["ts", "js", "mts", "mjs"];
const MAXIMUM_DEPTH = 5;

/** The values of `runtimeConfig`, each as the variable `NUXT_…` that fills it when the service runs. */
export function runtimeSettings(linker: Linker, config: string): Term | undefined {
  const written = exportedValue(linker, config, "default");
  const given =
    written.kind === "external"
      ? written.arguments?.[0]
      : written.kind === "result"
        ? written.of.arguments[0]
        : written;
  const settings = given?.kind === "object" ? memberOf(linker, given, "runtimeConfig") : undefined;
  return settings?.kind === "object" ? named(linker, settings, "NUXT", 0) : undefined;
}

function named(linker: Linker, settings: Term & { readonly kind: "object" }, prefix: string, depth: number): Term {
  return linker.terms.object(
    settings.fields.map((field): TermField => {
      if (field.key === undefined) return field;
      const { value } = field;
      const name = `${prefix}_${field.key.replace(/([a-z\d])([A-Z])/g, "$1_$2").toUpperCase()}`;
      if (value.kind === "object" && depth < MAXIMUM_DEPTH)
        return { key: field.key, value: named(linker, value, name, depth + 1) };
      // What is read from a variable of its own keeps its name; a text is only what stands in until the variable is set.
      return { key: field.key, value: value.kind === "literal" ? linker.terms.environment(name) : value };
    }),
  );
}

/** `db`, `schema` and `kv` of NuxtHub: Drizzle on the database that `hub.db` names, and the tables in `server/db`. */
export function hubName(linker: Linker, folder: string, settings: string, name: string): Term | undefined {
  const { terms } = linker;
  if (name === "db") {
    const dialect = /\bdb\s*:\s*(?:\{[^}]*?\bdialect\s*:\s*)?["'](\w+)["']/.exec(settings)?.[1];
    return dialect === undefined
      ? undefined
      : terms.external(`drizzle-orm/${dialect}`, ["drizzle()"], undefined, [], undefined);
  }
  if (name === "kv" || name === "hubKV") return terms.external("hub:kv", [name], undefined, undefined, undefined);
  if (name !== "schema") return undefined;
  const prefix = folder === "" ? "" : `${folder}/`;
  const file = ["server/db/schema", "server/database/schema", "server/db/schema/index", "server/database/schema/index"]
    .flatMap((path) => EXTENSIONS.map((extension) => `${prefix}${path}.${extension}`))
    .find((path) => linker.sources.has(path));
  return file === undefined ? undefined : terms.module(file);
}
