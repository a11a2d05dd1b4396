/**
 * The object that `sequelize-cli` makes of a folder of models: `db[model.name] = model` for every file beside it.
 * https://sequelize.org/docs/v6/other-topics/migrations/#project-bootstrapping
 */
import type { Term, TermField } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { bindingValue, exportedValue } from "../evaluate/values.ts";
import { directoryOf, joinPath } from "../files/paths.ts";
import { isCode } from "../files/sources.ts";

const MAXIMUM_MODELS = 200;

/** The object with a member for each model, where the file reads a folder to fill it. */
export function withModels(linker: Linker, file: string, binding: number, value: Term): Term {
  if (value.kind !== "object") return value;
  const name = factsOf(linker, file)?.bindings[binding]?.name;
  const text = linker.sources.text(file);
  if (name === undefined || text === undefined || !fills(text, name)) return value;
  const connection = connectionOf(linker, file);
  const folder = listedIn(text, directoryOf(file));
  const prefix = folder === "" ? "" : `${folder}/`;
  const models: TermField[] = [];
  for (const path of linker.sources.paths()) {
    if (path === file || !path.startsWith(prefix) || path.slice(prefix.length).includes("/") || !isCode(path)) continue;
    if (models.length >= MAXIMUM_MODELS) break;
    const model = modelIn(linker, path, connection);
    if (model) models.push(...calledAs(text, model));
  }
  return models.length > 0 ? linker.terms.object([...value.fields, ...models]) : value;
}

/** The file's own folder, or one below: `readdirSync(path.join(__dirname, "models"))`, `readdirSync(__dirname + "/models")`. */
function listedIn(text: string, folder: string): string {
  const below = /readdirSync\([^;)]*?__dirname[\s,+}]+["'`]?([\w./-]+)/.exec(text)?.[1];
  return (below && joinPath(folder, below)) ?? folder;
}

function fills(text: string, name: string): boolean {
  if (!text.includes("readdirSync") || !/sequelize/i.test(text)) return false;
  return new RegExp(`\\b${name.replace(/\$/g, "\\$")}\\[[^\\]]+\\]\\s*=`).test(text);
}

/** `db[upperFirst(camelCase(model.name))] = model`: where the file knows other cases, by both names. */
function calledAs(text: string, { key = "", value }: TermField): readonly TermField[] {
  const capital = key.slice(0, 1).toUpperCase() + key.slice(1);
  if (!/(?:upperFirst|capitalize|pascalCase)\(/.test(text)) return [{ key, value }];
  return [
    { key, value },
    { key: capital.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase()), value },
  ];
}

/** `const sequelize = new Sequelize(…)`; where it is made in one of several ways, some connection. */
function connectionOf(linker: Linker, file: string): Term {
  const bindings = factsOf(linker, file)?.bindings ?? [];
  const index = bindings.findIndex((binding) => binding.name === "sequelize" && binding.owner === 0);
  const found = index < 0 ? [] : alternatives(bindingValue(linker, file, index));
  return (
    found.find((option) => option.kind === "external" && option.arguments !== undefined) ??
    linker.terms.external("sequelize", ["new default()"], undefined, [], undefined)
  );
}

/** `module.exports = (sequelize, DataTypes) => sequelize.define("User", …)`, or a class that it gives. */
function modelIn(linker: Linker, path: string, connection: Term): TermField | undefined {
  const types = linker.terms.external("sequelize", ["DataTypes"], undefined, undefined, undefined);
  for (const made of ["default", "export="].flatMap((name) => alternatives(exportedValue(linker, path, name)))) {
    const model = made.kind === "function" ? callFunction(linker, made, [connection, types]).result : made;
    const name = nameOf(linker, model);
    if (name !== undefined) return { key: name, value: model };
  }
  return undefined;
}

function nameOf(linker: Linker, model: Term): string | undefined {
  if (model.kind === "class") return factsOf(linker, model.file)?.classes[model.index]?.name;
  if (model.kind !== "external" || model.path.at(-1) !== "define()") return undefined;
  const [name] = model.arguments ?? [];
  return name?.kind === "literal" && typeof name.value === "string" ? name.value : undefined;
}
