/** What the platform hands to handlers by name in their `env`: databases, stores, queues. */
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { createTermView } from "../adapters/term-view.ts";
import type { Linker } from "../evaluate/linker.ts";
import { isOfFramework } from "./unwrapped.ts";

/** Undefined where no platform's settings name it. `of` is the object that is asked for it. */
export function platformValue(linker: Linker, of: Term, name: string): Term | undefined {
  if (!isEnvironment(of)) return undefined;
  const values = linker.memo.get(
    "platform values",
    () => readValues(linker),
    () => NONE,
  );
  return values.get(name) ?? (SECRET.test(name) ? linker.terms.environment(name) : undefined);
}

/** What stands beside them are texts: variables and secrets of the worker. */
const SECRET = /^[A-Z][A-Z0-9_]*(?:KEY|SECRET|TOKEN|PASSWORD|PASSPHRASE|PWD|SALT)$/;

/** What a value of a package hands out that is known as another package's: the client that a transaction works with. */
export function handedMember(linker: Linker, of: ExternalTerm, name: string): Term | undefined {
  if (!of.arguments) return undefined;
  for (const framework of linker.adapters.readers) {
    if (!framework.hands || !isOfFramework(framework, of.package)) continue;
    const value = framework.hands[[...of.path, name].join(".")]?.(of.arguments);
    if (value) return linker.terms.external(value.package, [value.name], undefined, [], undefined);
  }
  return undefined;
}

const NONE: ReadonlyMap<string, Term> = new Map();

/** `c.env`, the second parameter of a worker, `platform.env`; `env` of `cloudflare:workers`, `this.env`. */
function isEnvironment(of: Term): boolean {
  if (of.kind === "input") return of.source === "context" && of.path.at(-1) === "env";
  return of.kind === "external" && !of.arguments && of.path.at(-1) === "env" && of.package.startsWith("cloudflare:");
}

function readValues(linker: Linker): ReadonlyMap<string, Term> {
  const found = new Map<string, Term>();
  const place = { file: "", at: [0, 0] } as const;
  for (const framework of linker.adapters.frameworks) {
    if (!framework.environment) continue;
    const view = createTermView(linker, framework.id, place);
    const read = (path: string): string | undefined => {
      linker.memo.touch(path);
      return view.read(path);
    };
    const values = framework.environment({ ...view, read });
    for (const [name, value] of values)
      if (!found.has(name))
        found.set(name, linker.terms.external(value.package, [value.name], undefined, undefined, undefined));
  }
  return found;
}
