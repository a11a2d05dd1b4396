/** The file of a function that a template names: `handler: src/orders.create` beside it, below `CodeUri`, or below `src`. */
import type { TermView } from "../define-framework.ts";
import { onlyFileBelow } from "./infrastructure.ts";
import type { LambdaFunction } from "./templates.ts";

const EXTENSIONS = ["ts", "mts", "js", "mjs", "cjs", "tsx"];

export function handlerFile(found: LambdaFunction, folder: string, terms: TermView): string | undefined {
  const base = found.handler.slice(0, found.handler.lastIndexOf(".")).replace(/^\.?\//, "");
  const below = [found.folder, ""].map((root) => `${folder}${root === "" ? "" : `${root.replace(/^\.\/|\/$/g, "")}/`}`);
  // A path that was made from `__dirname` begins at the workspace's root.
  const roots = [...below, ""];
  const beside = terms.file(
    roots.flatMap((root) =>
      [base, `src/${base}`].flatMap((path) => EXTENSIONS.map((extension) => `${root}${path}.${extension}`)),
    ),
  );
  // The build puts it there: the one file of that name below the function's folder.
  return beside ?? onlyFileBelow(terms, below.slice(0, 1), base);
}
