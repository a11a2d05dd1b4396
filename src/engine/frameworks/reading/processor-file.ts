/**
 * Processors that stand in files of their own and run in processes of their own.
 * https://docs.bullmq.io/guide/workers/sandboxed-processors · https://github.com/OptimalBits/bull#separate-processes
 */
import type { Term } from "../../model/term.ts";
import type { Handler, TermView } from "../define-framework.ts";

/** The default export of the file that a path names: `join(__dirname, "paint.js")`, `new URL("./paint.js", import.meta.url)`. */
export function processorFile(terms: TermView, value: Term | undefined): Handler | undefined {
  if (!value || value.kind === "function") return undefined;
  const isUrl = value.kind === "external" && value.package === "global:URL";
  const path = terms.folder(isUrl ? value.arguments?.[0] : value)?.path;
  if (path === undefined || path === "") return undefined;
  const base = path.replace(/\.[cm]?[jt]s$/, "");
  // Built code is named, what it was built from is here.
  const bases = [base, base.replace(/(^|\/)(?:dist|build|lib|out)\//, "$1src/")];
  const file = terms.file([
    path,
    ...bases.flatMap((one) => [".ts", ".js", ".mts", ".mjs", ".cjs"].map((ending) => `${one}${ending}`)),
  ]);
  const found = file === undefined ? undefined : terms.exported(file, "default");
  return found?.kind === "function" ? terms.handler(found, base.slice(base.lastIndexOf("/") + 1)) : undefined;
}
