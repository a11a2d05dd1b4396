/**
 * What the settings of a Nuxt application say of the code below it: its runtime configuration, and what NuxtHub adds.
 * https://nuxt.com/docs/guide/going-further/runtime-config · https://hub.nuxt.com/docs/database/query
 */
import type { Term, TermField } from "../../model/term.ts";
import type { ReachView } from "../reach.ts";

const EXTENSIONS = ["ts", "js", "mts", "mjs"];
const MAXIMUM_DEPTH = 5;

/** The values of `runtimeConfig`, each as the variable `NUXT_…` that fills it when the service runs. */
export function runtimeSettings(view: ReachView, config: string): Term | undefined {
  const written = view.exported(config, "default");
  const given =
    written.kind === "external"
      ? written.arguments?.[0]
      : written.kind === "result"
        ? written.of.arguments[0]
        : written;
  const settings = given?.kind === "object" ? view.member(given, "runtimeConfig") : undefined;
  return settings?.kind === "object" ? named(view, settings, "NUXT", 0) : undefined;
}

function named(view: ReachView, settings: Term & { readonly kind: "object" }, prefix: string, depth: number): Term {
  return view.object(
    settings.fields.map((field): TermField => {
      if (field.key === undefined) return field;
      const { value } = field;
      const name = `${prefix}_${field.key.replace(/([a-z\d])([A-Z])/g, "$1_$2").toUpperCase()}`;
      if (value.kind === "object" && depth < MAXIMUM_DEPTH)
        return { key: field.key, value: named(view, value, name, depth + 1) };
      // What is read from a variable of its own keeps its name; a text is only what stands in until the variable is set.
      return { key: field.key, value: value.kind === "literal" ? view.environment(name) : value };
    }),
  );
}

/** `db`, `schema` and `kv` of NuxtHub: Drizzle on the database that `hub.db` names, and the tables in `server/db`. */
export function hubName(view: ReachView, folder: string, settings: string, name: string): Term | undefined {
  if (name === "db") {
    const dialect = /\bdb\s*:\s*(?:\{[^}]*?\bdialect\s*:\s*)?["'](\w+)["']/.exec(settings)?.[1];
    return dialect === undefined ? undefined : view.external(`drizzle-orm/${dialect}`, ["drizzle()"]);
  }
  if (name === "kv" || name === "hubKV") return view.external("hub:kv", [name]);
  if (name !== "schema") return undefined;
  const prefix = folder === "" ? "" : `${folder}/`;
  const file = ["server/db/schema", "server/database/schema", "server/db/schema/index", "server/database/schema/index"]
    .flatMap((path) => EXTENSIONS.map((extension) => `${prefix}${path}.${extension}`))
    .find((path) => view.exists(path));
  return file === undefined ? undefined : view.module(file);
}
