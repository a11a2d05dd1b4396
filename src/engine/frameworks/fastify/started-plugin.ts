/** An application that is a plugin: `fastify start app.js` runs what the file exports. https://github.com/fastify/fastify-cli */
import type { FileFacts } from "../../facts/file-facts.ts";
import { parseJsonc } from "../../link/files/jsonc.ts";
import type { FileView, Registry, TermView } from "../define-framework.ts";

const STARTS = /fastify(?:-cli)?\s+start\b([^&|;]*)/g;

export function exportsPlugin(facts: FileFacts): boolean {
  return facts.exports.some(({ name }) => name === "default" || name === "export=");
}

/** Registers what the file exports, where a script of its package starts it. */
export function registerStarted(file: FileView, model: Registry, terms: TermView): void {
  const name = baseName(file.path);
  if (!scriptsOf(terms, file.path).some((script) => startedFiles(script).includes(name))) return;
  const plugin = file.exports.get("default");
  if (!plugin) return;
  const application = terms.external("fastify", ["default()"], terms.literal(file.path), plugin.place);
  model.on(application).run(plugin.term, [{ term: application }, { term: terms.object({}) }, "next"]);
}

function startedFiles(script: string): readonly string[] {
  return [...script.matchAll(STARTS)].flatMap((found) => (found[1] ?? "").trim().split(/\s+/).map(baseName));
}

/** Built or not, the file has the same name. */
function baseName(path: string): string {
  return (path.split("/").at(-1) ?? "").replace(/\.[cm]?[jt]s$/, "");
}

/** Scripts of the nearest package.json. */
function scriptsOf(terms: TermView, path: string): readonly string[] {
  const folders = path.split("/").slice(0, -1);
  for (let length = folders.length; length >= 0; length--) {
    const file = [...folders.slice(0, length), "package.json"].join("/");
    const text = terms.exists(file) ? terms.read(file) : undefined;
    if (text === undefined) continue;
    const json = parseJsonc(text);
    const scripts = typeof json === "object" && json !== null && "scripts" in json ? json.scripts : undefined;
    return typeof scripts === "object" && scripts !== null
      ? Object.values(scripts).filter((script): script is string => typeof script === "string")
      : [];
  }
  return [];
}
