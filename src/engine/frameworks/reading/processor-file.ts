/**
 * Processors that stand in files of their own and run in processes of their own.
 * https://docs.bullmq.io/guide/workers/sandboxed-processors · https://github.com/OptimalBits/bull#separate-processes
 */
import type { Term } from "../../model/term.ts";
import type { Handler, TermView } from "../define-framework.ts";

/** The default export of the file that a path names. */
export function processorFile(terms: TermView, value: Term | undefined): Handler | undefined {
  const file = namedFile(terms, value);
  const found = file === undefined ? undefined : terms.exported(file, "default");
  const name = file?.slice(file.lastIndexOf("/") + 1).replace(/\.[cm]?[jt]s$/, "");
  return found?.kind === "function" ? terms.handler(found, name) : undefined;
}

/** A file of code by its path: `join(__dirname, "paint.js")`, `new URL("./paint.js", import.meta.url)`, `require.resolve("./paint")`. */
export function namedFile(terms: TermView, value: Term | undefined): string | undefined {
  if (!value || value.kind === "function") return undefined;
  const path = terms.folder(pathWithin(value))?.path;
  if (path === undefined || path === "") return undefined;
  const base = path.replace(/\.[cm]?[jt]s$/, "");
  // Built code is named, what it was built from is here.
  const bases = [base, base.replace(/(^|\/)(?:dist|build|lib|out)\//, "$1src/")];
  const endings = [".ts", ".js", ".mts", ".mjs", ".cjs", "/index.ts", "/index.js"];
  return terms.file([path, ...bases.flatMap((one) => endings.map((ending) => `${one}${ending}`))]);
}

/** What a URL, its path and `fileURLToPath(…)` are made from. */
function pathWithin(value: Term): Term | undefined {
  if (value.kind !== "external") return value;
  const last = value.path.at(-1);
  if (last === "pathname" || last === "href") return value.base && pathWithin(value.base);
  const [inner] = value.arguments ?? [];
  const wraps = value.package === "global:URL" || last === "fileURLToPath()";
  return wraps && inner ? pathWithin(inner) : value;
}
