/** The function behind a value: out of a package's wrapper, or a member that an application was given. */
import type { Framework } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";

export function unwrapped(linker: Linker, term: Term): Term {
  let current = term;
  for (let depth = 0; current.kind === "external" && depth < 6; depth++) {
    const inner: Term | undefined = wrappedBy(linker, current) ?? decoratedMember(linker, current);
    if (!inner) break;
    current = inner;
  }
  return current;
}

/**
 * A function that a package remembers the answers of: to call `cache(load)` is to call `load`.
 * https://react.dev/reference/react/cache · https://nextjs.org/docs/app/api-reference/functions/unstable_cache ·
 * https://nitro.build/guide/cache
 */
export function remembered(term: Term & { readonly kind: "external" }): Term | undefined {
  const [given] = term.arguments ?? [];
  if (given?.kind !== "function") return undefined;
  return REMEMBERS.get(term.package)?.test(term.path.at(-1) ?? "") === true ? given : undefined;
}

const BY_DEFAULT = /^default\(\)$/;
const REMEMBERS: ReadonlyMap<string, RegExp> = new Map([
  ["react", /^cache\(\)$/],
  ["next/cache", /^unstable_cache\(\)$/],
  ["nitropack/runtime", /^(?:defineC|c)achedFunction\(\)$/],
  ["lodash", /^(?:memoize|once)\(\)$/],
  ["lodash-es", /^(?:memoize|once)\(\)$/],
  ...["lodash.memoize", "lodash/memoize", "lodash.once", "lodash/once", "p-memoize", "memoizee", "mem", "memoize"].map(
    (name) => [name, BY_DEFAULT] as const,
  ),
]);

/** The package is one of the framework's, or a part of one (`hono/factory`). */
export function isOfFramework(framework: Framework, packageName: string): boolean {
  return framework.packages.some((name) => packageName === name || packageName.startsWith(`${name}/`));
}

/** `createMiddleware(fn)` is `fn`, where an adapter says so: the call itself runs nothing. */
export function wrappedBy(linker: Linker, term: Term & { readonly kind: "external" }): Term | undefined {
  if (!term.arguments) return undefined;
  const path = term.path.join(".");
  for (const framework of linker.adapters.readers) {
    const position = isOfFramework(framework, term.package) ? framework.wrappers?.[path] : undefined;
    if (position !== undefined) return term.arguments[position];
  }
  return undefined;
}

/** `app.authenticate` after `app.decorate("authenticate", fn)`. */
export function decoratedMember(linker: Linker, term: Term & { readonly kind: "external" }): Term | undefined {
  if (linker.decorated.size === 0 || term.arguments) return undefined;
  // `server.methods.total`, after the name `methods.total`.
  for (let from = term.path.length - 1; from > 0 && from >= term.path.length - 3; from--) {
    if (term.path[from]?.endsWith("()")) return undefined;
    const framework = receivingFramework(linker, term.package, term.path.slice(0, from));
    const found = framework && linker.decorated.get(`${framework.id} ${term.path.slice(from).join(".")}`);
    if (found) linker.memo.touch(found.file);
    if (framework) return found?.value;
  }
  return undefined;
}

/** `app`, also where calls gave it back: `app.withTypeProvider()`. */
function receivingFramework(linker: Linker, packageName: string, path: readonly string[]): Framework | undefined {
  const framework = linker.adapters.isReceiver(packageName, path);
  const isCall = path.at(-1)?.endsWith("()") === true;
  return (
    framework ?? (isCall && path.length > 1 ? receivingFramework(linker, packageName, path.slice(0, -1)) : undefined)
  );
}

/** `request.isAdmin` after `app.decorateRequest("isAdmin", function (reply) {…})`: it runs on the request. */
export function decoratedMethod(
  linker: Linker,
  target: Term & { readonly kind: "input" },
): (Term & { readonly kind: "function" }) | undefined {
  if (linker.decorated.size === 0 || target.path.length === 0) return undefined;
  const found = linker.decorated.get(`${target.framework} ${target.source}.${target.path.join(".")}`);
  if (found?.value.kind !== "function") return undefined;
  linker.memo.touch(found.file);
  const { value } = found;
  const self = value.self ?? linker.terms.input(target.source, [], target.framework);
  const method = linker.terms.function(value.function, value.captured, self);
  return method.kind === "function" ? method : undefined;
}

/** `context.orders` after `app.decorate("orders", new Orders())`: a value that every context or request has. */
export function decoratedInput(linker: Linker, of: Term & { readonly kind: "input" }, name: string): Term | undefined {
  if (linker.decorated.size === 0 || of.path.length > 0) return undefined;
  const found = linker.decorated.get(`${of.framework} ${of.source}.${name}`);
  if (!found || found.value.kind === "function") return undefined;
  linker.memo.touch(found.file);
  return found.value;
}
