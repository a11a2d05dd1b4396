// https://sailsjs.com/documentation/concepts/extending-sails/hooks/hook-specification/routes
/** `routes: { before: { "/api/*": { fn } } }` of the hooks of an application run ahead of the routes that they name. */
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, TermView } from "../define-framework.ts";

/** What a hook binds to an address. */
export interface Bound {
  readonly verb: string | undefined;
  readonly address: RegExp;
  readonly handler: Handler;
}

export function boundByHooks(terms: TermView, root: string, shape: HandlerShape): readonly Bound[] {
  return hookFiles(terms, root).flatMap((file) => {
    const made = terms.exported(file, "*");
    const app = terms.reached(file, "sails");
    const hook = made.kind === "function" ? terms.result(made, app ? [{ term: app }] : []) : made;
    return terms.fields(terms.member(terms.member(hook, "routes"), "before")).flatMap(({ name, value }) => {
      const [, verb, path = name] = /^(?:(\w+)\s+)?(\S+)$/.exec(name) ?? [];
      return terms.items(value).flatMap((target): readonly Bound[] => {
        const run: Term | undefined = target.kind === "function" ? target : terms.member(target, "fn");
        if (run?.kind !== "function") return [];
        const handler = { ...terms.handler(run, name), shape };
        return [{ verb: verb?.toUpperCase(), address: addressOf(path), handler }];
      });
    });
  });
}

/** `/api/orders/:id` is one of the addresses of `/api/*`. */
export function boundTo(bound: readonly Bound[], verb: string, path: string): readonly Handler[] {
  return bound
    .filter((one) => (one.verb === undefined || one.verb === "ALL" || one.verb === verb) && one.address.test(path))
    .map(({ handler }) => handler);
}

/** `api/hooks/current-user/index.js`, `api/hooks/current-user.js`, in the order in which they are loaded. */
function hookFiles(terms: TermView, root: string): readonly string[] {
  const folder = `${root}api/hooks/`;
  return [...terms.paths()]
    .filter((path) => path.startsWith(folder) && /^[^/]+(?:\/index)?\.[jt]s$/.test(path.slice(folder.length)))
    .sort();
}

function addressOf(path: string): RegExp {
  if (path.startsWith("r|")) return pattern(path.slice(2, path.lastIndexOf("|")));
  const written = path
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/:\w+/g, "[^/]+");
  return new RegExp(`^${written}$`);
}

function pattern(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    return /^(?!)/;
  }
}
