/** Controllers and resolvers that no module lists: Nest never makes them. https://docs.nestjs.com/modules#feature-modules */
import type { Term } from "../../model/term.ts";
import type { ClassView, Program } from "../define-framework.ts";
import type { ModuleClosure } from "./modules.ts";

/** A list longer than this says that the modules could not be read. */
const MAXIMUM_UNLISTED = 30;

/**
 * Those that certainly nobody lists: every list of every module is known, and no file with a module names them.
 * `everything` are all modules of the workspace, also those that no application was seen to import.
 */
export function unlistedClasses(
  program: Program,
  everything: ModuleClosure,
  views: readonly ClassView[],
): ReadonlySet<Term> {
  const listed = new Set([...everything.controllers, ...everything.providers]);
  if (![...listed].every(isKnown)) return new Set();
  const texts = moduleTexts(program);
  // A module that lists none of a kind is no evidence: the others may be listed elsewhere.
  const kinds = ["Controller", "Resolver"].filter((kind) =>
    program.classes.some((view) => listed.has(view.term) && isDecorated(view, kind)),
  );
  const unlisted = views.filter(
    (view) =>
      kinds.some((kind) => isDecorated(view, kind)) &&
      !listed.has(view.term) &&
      view.facts.name !== undefined &&
      !texts.some((text) => new RegExp(`\\b${view.facts.name}\\b`).test(text)),
  );
  return new Set(unlisted.length > MAXIMUM_UNLISTED ? [] : unlisted.map((view) => view.term));
}

function isDecorated(view: ClassView, name: string): boolean {
  return view.decorators.some((decorator) => decorator.name === name);
}

function isKnown(term: Term): boolean {
  return term.kind === "class" || term.kind === "object" || term.kind === "external";
}

/** What stands in files with modules, without comments and without imports: an import alone lists nothing. */
function moduleTexts(program: Program): readonly string[] {
  const files = new Set(program.classes.filter((view) => isDecorated(view, "Module")).map((view) => view.file));
  return [...files].map((file) =>
    (program.terms.read(file) ?? "")
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
      .replace(/^import\b[\s\S]*?from\s*["'][^"']*["'];?/gm, ""),
  );
}
