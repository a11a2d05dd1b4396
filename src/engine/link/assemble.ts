/** Lets frameworks whose parts find each other through modules put them together, over all classes at once. */
import type { ClassView } from "../frameworks/define-framework.ts";
import type { Term } from "../model/term.ts";
import { classView, classViews } from "./class-view.ts";
import type { Linker } from "./linker.ts";
import { createRegistry, type Registrations } from "./registry.ts";
import { createTermView } from "./term-view.ts";

export function assemble(linker: Linker, registrations: Registrations, files: readonly string[]): void {
  const providers: ((wanted: Term) => Term | undefined)[] = [];
  linker.provided = undefined;
  for (const framework of linker.adapters.frameworks) {
    if (!framework.assemble) continue;
    const classes = files.flatMap((file) => classViews(linker, file));
    const place = { file: files[0] ?? "", at: [0, 0] as const };
    framework.assemble(
      {
        classes,
        classOf: (value) => viewOf(linker, value),
        receivers: [...registrations.receivers.values()]
          .filter((receiver) => receiver.framework.id === framework.id)
          .map((receiver) => receiver.term),
        terms: createTermView(linker, framework.id, place),
        provide: (find) => void providers.push(find),
      },
      createRegistry(linker, registrations, framework, undefined, place),
    );
  }
  linker.provided = (wanted) => {
    // Whatever was injected is read anew when a class with decorators changes.
    linker.memo.get(
      "providers",
      () => {
        for (const file of files) if (classViews(linker, file).length > 0) linker.memo.touch(file);
        return true;
      },
      () => true,
    );
    for (const find of providers) {
      const found = find(wanted);
      if (found) return found;
    }
    return undefined;
  };
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
