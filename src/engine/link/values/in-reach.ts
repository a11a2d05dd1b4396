/** What is in reach of a file beyond what it imports, as the platforms tell (`../frameworks/reach.ts`). */
import type { ReachView } from "../../frameworks/reach.ts";
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import type { Linker } from "../evaluate/linker.ts";
import { memberOf } from "../evaluate/members.ts";
import { exportedValue, exportNames } from "../evaluate/values.ts";
import type { Modules } from "../files/modules.ts";
import { isCode } from "../files/sources.ts";

/** What a name that the file does not declare stands for; undefined where it is a global like any other. */
export function nameInReach(linker: Linker, file: string, name: string): Term | undefined {
  return first(linker, ({ reach }) => reach?.name?.(viewOf(linker, file), name));
}

/** What `import { name } from "module"` gives, where only a platform has the module. */
export function importInReach(linker: Linker, file: string, module: string, name: string): Term | undefined {
  return first(linker, ({ reach }) => reach?.imported?.(viewOf(linker, file), module, name));
}

/** What a member of a package's value is, where a file of an application says so. */
export function memberInReach(linker: Linker, of: ExternalTerm, name: string): Term | undefined {
  return first(linker, ({ reach }) => reach?.member?.(viewOf(linker, of.site?.file ?? ""), of, name));
}

/** What a call on a value of a package gives in this file. */
export function givenInReach(
  linker: Linker,
  file: string,
  path: readonly string[],
  args: readonly Term[],
): Term | undefined {
  return first(linker, ({ reach }) => reach?.given?.(viewOf(linker, file), path, args));
}

type Reaching = Linker["adapters"]["reaching"][number];

function first(linker: Linker, ask: (framework: Reaching) => Term | undefined): Term | undefined {
  for (const framework of linker.adapters.reaching) {
    const found = ask(framework);
    if (found) return found;
  }
  return undefined;
}

/** What was made of the names of the workspace's files. */
const madeOfFiles = new WeakMap<Modules, Map<object, object>>();

function viewOf(linker: Linker, file: string): ReachView {
  const { terms, sources, memo, modules } = linker;
  return {
    file,
    paths: () => sources.paths(),
    exists: (path) => sources.has(path),
    isCode,
    read(path) {
      memo.touch(path);
      return sources.text(path);
    },
    exported: (from, name) => exportedValue(linker, from, name),
    exportNames: (from) => exportNames(linker, from),
    member: (value, name) => memberOf(linker, value, name),
    external: (packageName, path) =>
      terms.external(packageName, path, undefined, path.at(-1)?.endsWith("()") ? [] : undefined, undefined),
    environment: (name) => terms.environment(name),
    literal: terms.literal,
    module: terms.module,
    object: terms.object,
    remember: (key, make, otherwise) => memo.get(key, make, () => otherwise),
    rememberForFiles<Value extends object>(key: object, make: () => Value): Value {
      let made = madeOfFiles.get(modules);
      if (!made) {
        made = new Map();
        madeOfFiles.set(modules, made);
      }
      let value = made.get(key) as Value | undefined;
      if (!value) {
        value = make();
        made.set(key, value);
      }
      return value;
    },
  };
}
