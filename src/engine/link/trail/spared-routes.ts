/**
 * Middleware that leaves some addresses out: `jwt({ secret }).unless({ path: ["/login", /^\/public/] })`.
 * https://github.com/jfromaniello/express-unless · https://github.com/Foxandxss/koa-unless
 */

import type { Handler } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { patternOf, usualAddresses } from "../evaluate/route-texts.ts";
import { fieldOf } from "../terms/field-of.ts";
import type { Terms } from "../terms/terms.ts";

/** Whether a request is spared, as far as the address and the method tell. */
type Spares = (path: string, method: string) => boolean;

/** The middleware itself, with what it spares; unknown where nobody can tell what that is. */
export function withSparedRoutes(terms: Terms, handler: Handler): Handler {
  const spared = handler.exempts ? undefined : sparedBy(handler.term);
  if (!spared) return handler;
  const exempts = readOptions(spared.options);
  return exempts ? { ...handler, term: spared.of, exempts } : { ...handler, term: terms.unknown([handler.term]) };
}

/** A package's own, or a function that was given the method: `requireUser.unless = require("express-unless")`. */
function sparedBy(term: Term): { readonly of: Term; readonly options: Term | undefined } | undefined {
  if (term.kind === "external" && term.path.at(-1) === "unless()" && term.base)
    return { of: term.base, options: term.arguments?.[0] };
  if (term.kind !== "result" || term.of.callee.kind !== "member" || term.of.callee.name !== "unless") return undefined;
  const { of } = term.of.callee;
  return of.kind === "function" ? { of, options: term.of.arguments[0] } : undefined;
}

function readOptions(options: Term | undefined): Spares | undefined {
  if (options?.kind !== "object") return undefined;
  const found: Spares[] = [];
  for (const { key, value } of options.fields) {
    if (key === "path") {
      const items = value.kind === "array" ? value.items : [value];
      for (const item of items) {
        const spares = readPath(item);
        if (!spares) return undefined;
        found.push(spares);
      }
    } else if (key === "method") {
      const methods = textsIn(value);
      if (!methods) return undefined;
      found.push((_, method) => methods.includes(method));
    } else if (key !== "useOriginalUrl" && key !== "originalUrl") return undefined;
  }
  return (path, method) => found.some((spares) => spares(path, method));
}

/** `"/login"`, `/^\/public/`, `{ url: "/orders", methods: ["GET"] }`. */
function readPath(item: Term): Spares | undefined {
  if (item.kind === "object") {
    const url = fieldOf(item, "url");
    const methods = textsIn(fieldOf(item, "methods") ?? fieldOf(item, "method"));
    const fits = url && readPath(url);
    if (!fits || !methods) return undefined;
    return (path, method) => fits(path, method) && (methods.length === 0 || methods.includes(method));
  }
  const pattern = patternOf(item);
  // Which ids a service has only the pattern tells: `\d+` spares those that are numbers, and there it has no others.
  if (pattern) return (path) => usualAddresses(path).some((address) => pattern.test(address));
  if (item.kind !== "literal" || typeof item.value !== "string") return undefined;
  const { value } = item;
  return (path) => path === value;
}

function textsIn(term: Term | undefined): readonly string[] | undefined {
  if (term === undefined || term.kind === "undefined") return [];
  const items = term.kind === "array" ? term.items : [term];
  const texts = items.flatMap((one) => (one.kind === "literal" ? [String(one.value).toUpperCase()] : []));
  return texts.length === items.length ? texts : undefined;
}
