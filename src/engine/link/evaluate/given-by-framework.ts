/** Calls of packages that give what a framework knows: what it hands to handlers, what decorators left, what a container holds. */
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { isOfFramework } from "../values/unwrapped.ts";
import type { Call } from "./call.ts";
import type { Linker } from "./linker.ts";

/** A key that was asked for and is not known. */
export const ANY_KEY = "?";

/** `reflector.get("roles", …)` while a guard is read: what the decorators of this handler left under the key. */
export function readMetadata(linker: Linker, target: ExternalTerm, call: Call): Term | undefined {
  for (const framework of linker.adapters.readers) {
    const keys = framework.metadata;
    if (!keys || !isOfFramework(framework, target.package)) continue;
    const position = keys[target.path.join(".")];
    const key = position === undefined ? undefined : call.arguments[position];
    if (!key) continue;
    linker.keysRead.add(key.kind === "literal" ? String(key.id) : ANY_KEY);
    if (!linker.metadata) return undefined;
    const found = linker.metadata.fields.find((field) => field.key === String(key.id));
    return found?.value ?? linker.terms.undefined;
  }
  return undefined;
}

/** Calls on a package that give what the framework hands to handlers: `getRequestHeaders()`. */
export function frameworkValue(linker: Linker, target: ExternalTerm, given: readonly Term[]): Term | undefined {
  for (const framework of linker.adapters.readers) {
    const source =
      framework.values && isOfFramework(framework, target.package)
        ? (framework.values[target.path.join(".")] ?? framework.values[target.package])
        : undefined;
    if (!source) continue;
    // `getCookie(event, "session")`
    const name = source === "cookies" ? given.at(-1) : undefined;
    const path = name?.kind === "literal" && typeof name.value === "string" ? [name.value] : [];
    return linker.terms.input(source, path, framework.id);
  }
  return undefined;
}

/** `inject: [getRepositoryToken(Order)]`: the token stands for what it is exchanged for. */
export function tokenOf(linker: Linker, made: ExternalTerm): Term | undefined {
  return linker.adapters.isToken(made.package, made.path) ? linker.injection?.(made) : undefined;
}
