/**
 * What code puts on an application for its handlers to find there: `app.locals.db = db`, `app.context.db = db` (Koa),
 * `server.app.db = db` (hapi), `app.set("db", db)` (Express, Feathers). Clients and services alone: other values change.
 */
import type { Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import type { Linker } from "../evaluate/linker.ts";
import { HOLDS_CLIENT_DATA, holds } from "../terms/marks.ts";
import { doesSomething } from "./typed-members.ts";

/** `request.server`, `req.app`: the application behind an input. */
export function applicationOf(
  { adapters, terms }: Linker,
  of: Term & { readonly kind: "input" },
  name: string,
): Term | undefined {
  const framework = adapters.framework(of.framework);
  const receiver = framework?.applications?.[[of.source, ...of.path, name].join(".")];
  return framework && receiver !== undefined
    ? terms.external(framework.packages[0] ?? "", [receiver], undefined, [], undefined)
    : undefined;
}

/** Notes `app.locals.db = db`, made in `file`. */
export function noteOnApplication(linker: Linker, file: string, of: Term, name: string, value: Term): void {
  if (of.kind !== "external" || !isKept(linker, value)) return;
  for (let length = of.path.length; length > 0; length--) {
    const framework = linker.adapters.isReceiver(of.package, of.path.slice(0, length));
    if (!framework) continue;
    const inside = [...of.path.slice(length), name];
    if (!inside.some((part) => part.endsWith("()")))
      linker.decorated.set(`${framework.id} ${inside.join(".")}`, { value, file });
    return;
  }
}

/** `app.set("db", db)` is noted, and `app.get("db")` gives it; undefined where the call is something else, or nothing is known. */
export function settingByCall(
  linker: Linker,
  target: ExternalTerm,
  given: readonly Term[],
  file: string,
): Term | undefined {
  const called = target.path.at(-1);
  const [name, value] = given;
  if (called === undefined || name?.kind !== "literal") return undefined;
  const framework = linker.adapters.isReceiver(target.package, target.path.slice(0, -1));
  const key = framework?.settings && `${framework.id} setting ${name.value}`;
  if (key === undefined) return undefined;
  if (called === framework?.settings?.puts && value && isKept(linker, value))
    linker.decorated.set(key, { value, file });
  if (called !== framework?.settings?.takes || given.length !== 1) return undefined;
  const kept = linker.decorated.get(key);
  if (kept) linker.memo.touch(kept.file);
  return kept?.value;
}

function isKept(linker: Linker, value: Term): boolean {
  return !holds(value, HOLDS_CLIENT_DATA) && doesSomething(linker, value);
}
