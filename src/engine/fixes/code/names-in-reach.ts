/** Which names can be used at a place, and under what import a name of one file is had in another. */

import { listsOf } from "../../facts/children.ts";
import type { Binding, FileFacts, FunctionFacts, Statement } from "../../facts/file-facts.ts";
import { directoryOf, joinPath } from "../../link/files/paths.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { type AddedImport, addImport } from "./add-import.ts";
import { relativeSpecifier, styleOf, withRelativeImportsOf } from "./file-style.ts";
import type { SourceText } from "./source-text.ts";

/** The binding a name means at an offset of a function, where it is declared before it. */
export function nameInReach(
  facts: FileFacts,
  name: string,
  functionIndex: number,
  offset: number,
): Binding | undefined {
  for (let owner: number | undefined = functionIndex; owner !== undefined; ) {
    const current: FunctionFacts | undefined = facts.functions[owner];
    const found = facts.bindings.find(
      (binding) =>
        binding.owner === owner &&
        binding.name === name &&
        reaches(binding, current?.body ?? [], owner, functionIndex, offset),
    );
    if (found) return found;
    if (owner === 0 || !current) return undefined;
    owner = current.owner;
  }
  return undefined;
}

/** The first name of readable code: `event` of `event.id`. */
export function rootName(code: string): string | undefined {
  return /^[\w$]+/.exec(code)?.[0];
}

/**
 * The name of another file's module scope, imported here: under its own import there, or from there where it is
 * exported. Undefined where it is private to that file.
 */
export function importFrom(model: ServiceModel, from: string, name: string, into: SourceText): AddedImport | undefined {
  const facts = model.facts(from);
  const index = facts?.bindings.findIndex((binding) => binding.owner === 0 && binding.name === name) ?? -1;
  const binding = facts?.bindings[index];
  if (!facts || !binding) return undefined;
  if (from === into.file) return { local: name, edits: [] };

  const style = withRelativeImportsOf(styleOf(into), model, into.file);
  const source = importOf(facts, index);
  if (source) {
    const target = source.module.startsWith(".") ? resolveRelative(model, from, source.module) : undefined;
    if (source.module.startsWith(".") && target === undefined) return undefined;
    if (target === into.file) return ownExport(into, source.name);
    const module = target === undefined ? source.module : relativeSpecifier(into.file, target, style);
    return addImport(into, { module, name: source.name, as: name });
  }
  const exported = exportedName(facts, index);
  if (exported === undefined) return undefined;
  return addImport(into, { module: relativeSpecifier(into.file, from, style), name: exported, as: name });
}

/** An export of a file, imported here; the file may be one that a fix is about to make. */
export function importedFor(model: ServiceModel, into: SourceText, file: string, name: string): AddedImport {
  const style = withRelativeImportsOf(styleOf(into), model, into.file);
  return addImport(into, { module: relativeSpecifier(into.file, file, style), name });
}

/** Where a binding of the module scope comes from, by `import` or `require`. */
function importOf(facts: FileFacts, index: number): { readonly module: string; readonly name: string } | undefined {
  const binding = facts.bindings[index];
  if (binding?.import !== undefined) {
    const fact = facts.imports[binding.import];
    return fact && !fact.typeOnly ? fact : undefined;
  }
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.kind !== "declare" || statement.value?.kind !== "module" || statement.value.dynamic) continue;
    const { module } = statement.value;
    const { pattern } = statement;
    if (pattern.kind === "binding" && pattern.binding === index) return { module, name: "default" };
    if (pattern.kind !== "object") continue;
    const field = pattern.fields.find((one) => one.pattern.kind === "binding" && one.pattern.binding === index);
    if (field?.key !== undefined) return { module, name: field.key };
  }
  return undefined;
}

/** What the file exports a binding as: by name, or as a field of `module.exports = { … }`. */
function exportedName(facts: FileFacts, index: number): string | undefined {
  for (const one of facts.exports) {
    if (one.binding === index) return one.name === "export=" ? "default" : one.name;
    if (one.name !== "export=" || one.value?.kind !== "object") continue;
    const field = one.value.fields.find(({ value }) => value.kind === "name" && value.binding === index);
    if (field?.key !== undefined) return field.key;
  }
  return undefined;
}

/** The file a relative specifier means. */
export function resolveRelative(model: ServiceModel, from: string, specifier: string): string | undefined {
  const path = joinPath(directoryOf(from), specifier);
  if (path === undefined) return undefined;
  const bare = path.replace(/\.([cm]?)js(x?)$/, "");
  const endings = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs", "/index.ts", "/index.js"];
  return [path, ...endings.map((ending) => bare + ending)].find((candidate) => model.text(candidate) !== undefined);
}

function ownExport(into: SourceText, name: string): AddedImport | undefined {
  const exported = into.facts.exports.find((one) => one.name === name);
  const local = exported?.binding === undefined ? undefined : into.facts.bindings[exported.binding]?.name;
  return local === undefined ? undefined : { local, edits: [] };
}

function reaches(binding: Binding, body: readonly Statement[], owner: number, from: number, offset: number): boolean {
  if (binding.kind === "parameter" || binding.kind === "function" || binding.kind === "import") return true;
  const list = declaringList(body, binding);
  // Names of an outer function are read when the inner one runs, names of the module always.
  if (owner !== from) return owner === 0 || list !== undefined;
  if (binding.at[0] >= offset || !list) return false;
  const first = list[0];
  const last = list.at(-1);
  return first !== undefined && last !== undefined && first.at[0] <= offset && offset <= last.at[1];
}

function declaringList(body: readonly Statement[], binding: Binding): readonly Statement[] | undefined {
  for (const statement of body) {
    if (binding.at[0] < statement.at[0] || binding.at[1] > statement.at[1]) continue;
    for (const list of listsOf(statement)) {
      const inner = declaringList(list, binding);
      if (inner) return inner;
    }
    return body;
  }
  return undefined;
}
