/**
 * Functions that take a callback, made to give a promise: `promisify(jwt.verify)`, and `queryAsync`, the twin of `query` that
 * `promisifyAll(pool)` adds. http://bluebirdjs.com/docs/api/promisification.html · https://nodejs.org/api/util.html#utilpromisifyoriginal
 */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";

type External = Term & { readonly kind: "external" };

/** What `promisify(fn)` and `promisifyAll(client)` give: what they were given, called without its callback. */
export function promisified(name: string, path: readonly string[], [given]: readonly Term[]): Term | undefined {
  const called = path.at(-1) ?? "default";
  if (given?.kind !== "external" || !PROMISIFYING.test(name)) return undefined;
  if (called === "promisifyAll") return given;
  const isOne = called === "promisify" || (called === "default" && name === "pify");
  return isOne && given.arguments === undefined ? given : undefined;
}

const PROMISIFYING = /^(?:(?:node:)?util|bluebird|pify|es6-promisify)$/;

/** The function behind its twin: undefined where the package has one of that name itself, or nothing known behind it. */
export function withoutTwin({ adapters, terms }: Linker, target: External): Term | undefined {
  const name = target.path.at(-1) ?? "";
  if (!name.endsWith(TWIN) || name === TWIN || target.base === undefined) return undefined;
  const path = [...target.path.slice(0, -1), name.slice(0, -TWIN.length)];
  const guards = (way: readonly string[]) =>
    adapters.guard(target.package, [...way.slice(0, -1), `${way.at(-1)}()`]) !== undefined;
  const own = adapters.call(target.package, target.path)?.key;
  if ((own !== undefined && own !== ANY) || guards(target.path)) return undefined;
  if (adapters.call(target.package, path)?.key === undefined && !guards(path)) return undefined;
  return terms.external(target.package, path, target.base, undefined, undefined);
}

const TWIN = "Async";

/** An adapter that reads the names of commands itself. */
const ANY = "**";
