/** Files that fixes write into a project: code the team owns from then on. */
import { directoryOf } from "../../link/files/paths.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { type AddedImport, addImport } from "./add-import.ts";
import { type FileStyle, inStyle, relativeSpecifier, styleOf, withRelativeImportsOf } from "./file-style.ts";
import type { SourceText } from "./source-text.ts";

export interface Helper {
  /** File name in kebab-case, without ending. */
  readonly name: string;
  /** What it exports and this file needs. */
  readonly exports: string;
  /** Folders that may be there for such a file; the first that is there is taken. */
  readonly folders: readonly string[];
  /** A text that an existing helper must contain to be used as it is. */
  readonly mark: string;
  /** The text of the file, in standard style: two spaces, double quotes, semicolons, `\n`. */
  readonly text: (file: string, style: FileStyle) => string;
}

export interface AddedHelper extends AddedImport {
  readonly file: string;
  /** How this file names it in an import. */
  readonly module: string;
  /** It was there before. */
  readonly known: boolean;
}

/** Imports a helper into a file, and writes it first where the project has none. Undefined where its name is taken. */
export function addHelper(model: ServiceModel, app: string, into: SourceText, helper: Helper): AddedHelper | undefined {
  const style = withRelativeImportsOf(styleOf(into), model, into.file);
  const place = placeOf(model, app, into.file, helper, style);
  if (!place) return undefined;
  const module = relativeSpecifier(into.file, place.file, style);
  const imported = addImport(into, { module, name: helper.exports });
  const created: readonly Edit[] = place.known
    ? []
    : [
        {
          kind: "create",
          file: place.file,
          text: inStyle(helper.text(place.file, style).split("\n"), style).join(style.newline),
        },
      ];
  const edits = [...created, ...imported.edits];
  return { file: place.file, module, known: place.known, local: imported.local, edits };
}

function placeOf(model: ServiceModel, app: string, file: string, helper: Helper, style: FileStyle) {
  const folders = new Set<string>();
  const fileNames: string[] = [];
  for (const path of model.paths) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    fileNames.push(path);
    folders.add(directoryOf(path));
  }
  const { base, isRoute } = sourceRoot(app, file);
  const inBase = (one: string) => (base === "" ? one : `${base}/${one}`);
  const folder =
    helper.folders.map(inBase).find((one) => folders.has(one)) ?? (isRoute ? inBase("lib") : directoryOf(file));
  const path = `${folder === "" ? "" : `${folder}/`}${named(helper.name, fileNames)}${style.fileEnding}`;

  for (const candidate of fileNames) {
    if (!candidate.startsWith(app)) continue;
    const stem = candidate.slice(candidate.lastIndexOf("/") + 1).replace(/\.[cm]?[jt]s$/, "");
    if (stem !== helper.name && stem !== camelCase(helper.name)) continue;
    const text = model.text(candidate) ?? "";
    if (text.includes(helper.mark) && new RegExp(`\\b${helper.exports}\\b`).test(text))
      return { file: candidate, known: true };
  }
  return model.text(path) === undefined ? { file: path, known: false } : undefined;
}

/** Every line one level in. */
export function indentLines(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
}

/** `src` of the application where the file lies below it, else the application's folder. */
function sourceRoot(app: string, file: string): { readonly base: string; readonly isRoute: boolean } {
  const inside = app === "" ? file : file.slice(app.length + 1);
  // Below `app` and `pages` are the addresses of Next.js and its like: no place for other files.
  const routes = /^(src\/)?(?:app|pages)\/(?:.*\/)?(?:route|page|layout|api\/.*)\.[jt]sx?$/.exec(inside);
  if (routes) return { base: [app, routes[1] ? "src" : ""].filter(Boolean).join("/"), isRoute: true };
  const top = /^(?:src|lib|server|app)(?=\/)/.exec(inside)?.[0];
  return { base: [app, top].filter(Boolean).join("/"), isRoute: false };
}

/** In the project's way of naming files. */
function named(name: string, paths: readonly string[]): string {
  let camel = 0;
  let kebab = 0;
  for (const path of paths) {
    const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
    if (/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(stem)) kebab++;
    else if (/^[a-z]+[A-Z]\w*$/.test(stem)) camel++;
  }
  return camel > kebab ? camelCase(name) : name;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
