/** What a framework's configuration file says, through the functions that wrap it: `export default withMDX({ basePath: "/app" })`. */
import type { Term } from "../../model/term.ts";
import type { TermView } from "../define-framework.ts";

const EXTENSIONS = ["js", "mjs", "ts", "mts", "cjs", "cts"] as const;
/** Wrappers around wrappers. */
const MAXIMUM_WRAPPERS = 6;

/** The text at a path of the configuration in `folder`: `configText(terms, "apps/web", "next.config", ["basePath"])`. */
export function configText(terms: TermView, folder: string, name: string, path: readonly string[]): string | undefined {
  const prefix = folder === "" ? "" : `${folder}/`;
  const file = terms.file(EXTENSIONS.map((extension) => `${prefix}${name}.${extension}`));
  return file === undefined ? undefined : textAt(terms, terms.exported(file, "default"), path, MAXIMUM_WRAPPERS);
}

/** What the configuration in `folder` has under a name, through the functions that wrap it. */
export function configMember(terms: TermView, folder: string, name: string, key: string): Term | undefined {
  const prefix = folder === "" ? "" : `${folder}/`;
  const file = terms.file(EXTENSIONS.map((extension) => `${prefix}${name}.${extension}`));
  const config = file === undefined ? undefined : terms.exported(file, "default");
  const inner = config?.kind === "external" ? (config.arguments?.[0] ?? config) : config;
  return inner && terms.member(inner, key);
}

/** The part of the address that an application stands below: `/app`; `""` where it stands at the root. */
export function basePath(terms: TermView, folder: string, name: string, path: readonly string[]): string {
  const text = (configText(terms, folder, name, path) ?? "").replace(/\/+$/, "");
  return text.startsWith("/") ? text : "";
}

function textAt(terms: TermView, config: Term, path: readonly string[], wrappers: number): string | undefined {
  const found = path.reduce<Term | undefined>((value, key) => value && terms.member(value, key), config);
  const text = terms.text(found);
  if (text !== undefined || wrappers === 0) return text;
  const inner =
    config.kind === "function"
      ? [terms.result(config, [])]
      : config.kind === "external"
        ? [...(config.arguments ?? []), ...(config.base?.kind === "external" ? [config.base] : [])]
        : config.kind === "result"
          ? config.of.arguments
          : [];
  for (const one of inner) {
    const below = one && textAt(terms, one, path, wrappers - 1);
    if (below !== undefined) return below;
  }
  return undefined;
}
