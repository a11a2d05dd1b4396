/**
 * The application or router that a function is given which nobody was seen to call: `module.exports = (app) => { app.get(…) }`,
 * loaded by a walk through folders. Which framework it is, is told by what the program around it depends on.
 */
import { moduleSpecifiers } from "../../facts/imports.ts";
import type { Framework } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { isRecord, parseJsonc } from "../files/jsonc.ts";

const NAMES = /^(?:app|application|server|router|routes|fastify|\w+(?:App|Router|Server))$/;

/** By the parameter's name; undefined where the name or the program says nothing. */
export function adoptedReceiver(linker: Linker, file: string, index: number, position: number): Term | undefined {
  const facts = factsOf(linker, file);
  const found = facts?.functions[index];
  const pattern = found?.parameters[position]?.pattern;
  const bound = pattern?.kind === "binding" ? facts?.bindings[pattern.binding] : undefined;
  if (!found || !bound || bound.type || !NAMES.test(bound.name)) return undefined;
  const framework = namedBy(linker, file) ?? frameworkAround(linker, file);
  if (!framework?.adopts) return undefined;
  // What it is mounted on is not known: it stands nowhere.
  const place = { file, at: [found.at[0], 0] as const };
  return linker.terms.external(framework.packages[0] ?? "", [framework.adopts], undefined, [], place);
}

/** The only one that the file itself imports or requires. */
function namedBy(linker: Linker, file: string): Framework | undefined {
  const named = new Set(moduleSpecifiers(linker.sources.text(file) ?? "").map(({ module }) => module));
  return onlyOne(linker, named);
}

/** The only one that the file's own program depends on. */
function frameworkAround(linker: Linker, file: string): Framework | undefined {
  const app = linker.modules.appOf(file);
  const path = app === "" ? "package.json" : `${app}/package.json`;
  const read = (): Framework | undefined => {
    linker.memo.touch(path);
    const dependencies = dependenciesOf(linker.sources.text(path));
    return onlyOne(linker, dependencies);
  };
  return linker.memo.get(`framework around ${path}`, read, () => undefined);
}

function onlyOne(linker: Linker, names: ReadonlySet<string>): Framework | undefined {
  const [found, ...others] = linker.adapters.frameworks.filter(
    ({ adopts, packages }) => adopts !== undefined && packages.some((name) => names.has(name)),
  );
  return others.length === 0 ? found : undefined;
}

function dependenciesOf(text: string | undefined): ReadonlySet<string> {
  const settings = text === undefined ? undefined : parseJsonc(text);
  const listed = isRecord(settings) ? settings.dependencies : undefined;
  return new Set(isRecord(listed) ? Object.keys(listed) : []);
}
