/** Lets frameworks whose parts find each other through modules put them together, over all classes at once. */
import type { ClassView, Program } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { createTermView } from "../adapters/term-view.ts";
import type { Linker } from "../evaluate/linker.ts";
import { boundTokens } from "../values/bound-tokens.ts";
import { namedValues } from "../values/named-values.ts";
import { isOfFramework } from "../values/unwrapped.ts";
import { BUDGET } from "./allowance.ts";
import { classView, classViews } from "./class-view.ts";
import type { Registrations } from "./registrations.ts";
import { createRegistry } from "./registry.ts";

export function assemble(linker: Linker, registrations: Registrations, files: readonly string[]): void {
  for (const framework of linker.adapters.frameworks) {
    if (!framework.assemble) continue;
    const receivers = [...registrations.receivers.values()]
      .filter((receiver) => receiver.framework.id === framework.id)
      .map((receiver) => receiver.term);
    const place = { file: files[0] ?? "", at: [0, 0] as const };
    framework.assemble(
      programOf(linker, framework.id, files, receivers, registrations),
      createRegistry(linker, registrations, framework, undefined, place),
    );
  }
}

/** Stands for the list of files with decorated classes among what results depend on. */
const DECORATED_FILES = "(files with decorated classes)";

/** Makes ready what containers give, before anything is run that asks for it. */
export function provide(linker: Linker, files: readonly string[]): void {
  linker.provided = undefined;
  linker.named = namedValues(linker, files);
  linker.bound = boundTokens(linker, files);
  linker.dispatched = undefined;
  const finders = linker.adapters.frameworks.flatMap((framework) =>
    framework.provide ? [framework.provide(programOf(linker, framework.id, files, []))] : [],
  );
  const decorated = files.filter((file) => classViews(linker, file).length > 0);
  const known = decorated.join("\n");
  if (linker.decoratedFiles !== known) linker.memo.forget(DECORATED_FILES);
  linker.decoratedFiles = known;
  const noted = () => {
    linker.memo.touch(DECORATED_FILES);
    for (const file of decorated) linker.memo.touch(file);
    return true;
  };
  linker.provided = (wanted) => {
    // Whatever was injected is read anew when a class with decorators changes, comes or goes.
    linker.memo.get("providers", noted, noted);
    for (const find of finders) {
      const found = find(wanted);
      if (found) return found;
    }
    return undefined;
  };
  const dispatchers = linker.adapters.frameworks.flatMap((framework) =>
    framework.dispatch ? [{ framework, find: framework.dispatch(programOf(linker, framework.id, files, [])) }] : [],
  );
  linker.dispatched = (packageName, path, given) => {
    for (const { framework, find } of dispatchers) {
      if (!isOfFramework(framework, packageName)) continue;
      linker.memo.get("providers", noted, noted);
      const found = find({ path: path.join("."), arguments: given });
      if (found) return found;
    }
    return undefined;
  };
}

function programOf(
  linker: Linker,
  framework: string,
  files: readonly string[],
  receivers: readonly Term[],
  registrations?: Registrations,
): Program {
  let handlers: ReadonlySet<Term> | undefined;
  return {
    classes: files.flatMap((file) => {
      linker.budget = BUDGET;
      return classViews(linker, file);
    }),
    classOf: (value) => {
      linker.budget = BUDGET;
      return viewOf(linker, value);
    },
    receivers,
    isRegistered(handler) {
      handlers ??= registrations ? handlersOf(registrations) : new Set();
      return handlers.has(handler);
    },
    terms: createTermView(linker, framework, { file: files[0] ?? "", at: [0, 0] }),
  };
}

function handlersOf({ receivers, loose }: Registrations): ReadonlySet<Term> {
  const items = [...receivers.values()].flatMap((receiver) => receiver.items.filter((item) => item.kind === "entry"));
  return new Set([...items, ...loose].flatMap((item) => item.handlers.map(({ term }) => term)));
}

function viewOf(linker: Linker, value: Term): ClassView | undefined {
  const found = value.kind === "instance" ? value.class : value;
  if (found.kind !== "class") return undefined;
  return linker.memo.get(
    `class view ${found.id}`,
    () => classView(linker, found),
    () => undefined,
  );
}
