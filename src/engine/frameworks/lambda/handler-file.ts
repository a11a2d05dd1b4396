/** The file of a function that a template names: `handler: src/orders.create` beside it, below `CodeUri`, or below `src`. */
import type { TermView } from "../define-framework.ts";
import { onlyFileBelow } from "./infrastructure.ts";
import type { LambdaFunction } from "./templates.ts";

/** Folders that builds write to: `dist/src/orders.create` is made from `src/orders`. */
const BUILT = /^(?:dist|build|out|lib|\.build|\.dist)\//;
const EXTENSIONS = ["ts", "mts", "js", "mjs", "cjs", "tsx"];

export function handlerFile(found: LambdaFunction, folder: string, terms: TermView): string | undefined {
  const base = found.handler.slice(0, found.handler.lastIndexOf(".")).replace(/^\.?\//, "");
  const below = [found.folder, ""].map((root) => `${folder}${root === "" ? "" : `${root.replace(/^\.\/|\/$/g, "")}/`}`);
  // A path that was made from `__dirname` begins at the workspace's root.
  const roots = [...below, ""];
  const at = (path: string): string | undefined =>
    terms.file(
      roots.flatMap((root) =>
        [path, `src/${path}`].flatMap((one) => EXTENSIONS.map((extension) => `${root}${one}.${extension}`)),
      ),
    );
  // The build puts it there: the source it was made from, or the one file of that name below the function's folder.
  return at(base) ?? at(base.replace(BUILT, "")) ?? onlyFileBelow(terms, below.slice(0, 1), base);
}
