/**
 * What code puts on the global object to find it again elsewhere: `global.database = this`, `globalForDb.db = connect()`.
 * Clients and services alone: other values change.
 */
import type { Term } from "../../model/term.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { indexOf } from "../evaluate/values.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { classesBelow } from "./implementations.ts";
import { bindAhead } from "./late-locals.ts";
import { doesSomething } from "./typed-members.ts";

/** The name, among those that files are looked up by, of a member of the global object. */
export function keptGlobally(name: string): string {
  return `global ${name}`;
}

/** What `global.name` is; undefined where nothing was seen to set it, or no client or service. */
export function globalValue(linker: Linker, name: string): Term | undefined {
  return linker.memo.get(
    `global value ${name}`,
    () => readGlobal(linker, name),
    () => undefined,
  );
}

/** The one function that the file's top level gives to a name that it does not declare. */
export function undeclaredFunction(linker: Linker, file: string, name: string): Term | undefined {
  const [given, ...others] = indexOf(linker, file)?.undeclared.get(name) ?? [];
  if (given?.owner !== 0 || others.length > 0 || given.value.kind !== "function") return undefined;
  return linker.terms.function({ file, index: given.value.function }, NOTHING_CAPTURED);
}

/** Stands for a variable that the file sets and nothing declares, where bindings have their index; undefined for other names. */
export function undeclaredVariable(linker: Linker, file: string, name: string): number | undefined {
  const names = indexOf(linker, file)?.undeclared;
  if (!names?.has(name) || NAMES_OF_MODULE.has(name)) return undefined;
  return -2 - [...names.keys()].indexOf(name);
}

const NAMES_OF_MODULE: ReadonlySet<string> = new Set(["module", "exports", "require"]);

function readGlobal(linker: Linker, name: string): Term | undefined {
  linker.memo.touch(classesBelow(keptGlobally(name)));
  const values = (linker.filesBelow?.(keptGlobally(name)) ?? []).flatMap((file) =>
    (indexOf(linker, file)?.globals.get(name) ?? []).flatMap(({ value, owner }) => {
      const facts = factsOf(linker, file);
      const found = facts?.functions[owner];
      if (!facts) return [];
      const self =
        found?.class === undefined
          ? undefined
          : linker.terms.instance(linker.terms.class(file, found.class, NOTHING_CAPTURED), []);
      const activation = createActivation(file, facts, owner, NOTHING_CAPTURED, self);
      bindAhead(linker, activation, found?.body ?? [], value.at[0]);
      const term = evaluate(linker, activation, value);
      return doesSomething(linker, term) ? [term] : [];
    }),
  );
  return values.length > 0 ? linker.terms.choice(values) : undefined;
}
