/** Frameworks whose files are their routes: the parts of names that they share. */
import type { Term } from "../../model/term.ts";
import type { TermView } from "../define-framework.ts";

/** One value for each application of the workspace: what its middleware stands ahead of. */
export function applicationAt(terms: TermView, packageName: string, folder: string): Term {
  return terms.external(packageName, ["application"], terms.literal(folder), {
    file: folder === "" ? "package.json" : `${folder}/package.json`,
    at: [0, 1],
  });
}

/** `[id]`, `[[id]]`, `[id=integer]` are `:id`; `[...rest]` is `:rest*`; groups and `index` are no part of the address. */
export function bracketSegment(name: string): readonly string[] {
  if (name === "" || name === "index" || /^\(.*\)$/.test(name)) return [];
  const whole = /^\[{1,2}(\.\.\.)?([^\]=]*)(?:=\w+)?\]{1,2}$/.exec(name);
  if (whole) return [whole[1] ? (whole[2] ? `:${whole[2]}*` : "*") : `:${whole[2]}`];
  return [name.replace(/\[([^\]=.]+)(?:=\w+)?\]/g, ":$1")];
}

export function joined(segments: readonly string[]): string {
  return `/${segments.join("/")}`;
}

export const CODE = /\.[cm]?[jt]sx?$/;
