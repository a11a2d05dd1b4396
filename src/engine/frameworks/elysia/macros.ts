/**
 * Options of routes that a service makes up itself: `.macro({ auth: { resolve } })`, `.get("/me", handler, { auth: true })`.
 * https://elysiajs.com/patterns/macro
 */
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, RegisterCall, Registry } from "../define-framework.ts";

// https://elysiajs.com/essential/life-cycle.html#before-handle: what it returns is the answer.
export const HOOK = { parameters: ["context"], returns: "answers" } as const;
// https://elysiajs.com/essential/life-cycle.html#derive: what it returns is put into the context.
export const DERIVE = { parameters: ["context"], returns: "passes", adds: true } as const;

/** Under these names macros are kept: an application has them all, whichever plugin brought them. */
const KEPT = "macro.";
const KEPT_BY = "macro by.";

/** `macro({ auth: … })`, `macro("auth", …)`, `macro(({ onBeforeHandle }) => ({ auth(role) { onBeforeHandle(…) } }))`. */
export function keepMacros(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const [first, second] = call.arguments;
  const name = call.text(0);
  if (name !== undefined && second) return model.decorate(`${KEPT}${name}`, second);
  if (first?.kind === "function") {
    for (const one of terms.fields(terms.result(first, [{ term: call.receiver }])))
      model.decorate(`${KEPT_BY}${one.name}`, first);
    return;
  }
  for (const one of terms.fields(first)) model.decorate(`${KEPT}${one.name}`, one.value);
}

/**
 * What the macros that these options ask for put ahead of the handler; those that register their hooks themselves do so on
 * `child`. One that is not known may do anything.
 */
export function macroHooks(
  call: RegisterCall,
  model: Registry,
  options: Term | undefined,
  child: () => Term,
  levels = MAXIMUM_LEVELS,
): readonly Handler[] {
  const { terms } = call;
  return terms.fields(options).flatMap(({ name, value }): readonly Handler[] => {
    if (OWN.has(name) || (value.kind === "literal" && value.value === false)) return [];
    const by = model.decorated(`${KEPT_BY}${name}`);
    if (by) {
      const macro = terms.member(terms.result(by, [{ term: child() }]), name);
      if (macro && model.on(child()).run(macro, [{ term: value }])) return [];
    }
    const kept = model.decorated(`${KEPT}${name}`);
    const made = kept?.kind === "function" ? terms.result(kept, [{ term: value }]) : kept;
    const ahead = [
      ...(made?.kind === "object" && levels > 0 ? macroHooks(call, model, made, child, levels - 1) : []),
      ...hooksOf(call, terms.member(made, "beforeHandle"), HOOK),
      ...hooksOf(call, terms.member(made, "resolve"), DERIVE),
    ];
    return ahead.length > 0 || made?.kind === "object" ? ahead : [{ ...terms.handler(options ?? value), name }];
  });
}

/** Macros that ask for others: `{ shop: { signedIn: true } }`. */
const MAXIMUM_LEVELS = 3;

export function hooksOf(
  { terms }: RegisterCall,
  term: Term | undefined,
  shape: HandlerShape = HOOK,
): readonly Handler[] {
  return terms.items(term).map((item) => ({ ...terms.handler(item), shape }));
}

/** Elysia's own options of routes. https://elysiajs.com/essential/route · https://elysiajs.com/essential/life-cycle */
const OWN = new Set([
  ...["body", "query", "params", "headers", "cookie", "response", "detail", "tags", "type", "parse", "schema", "error"],
  ...["transform", "resolve", "beforeHandle", "afterHandle", "mapResponse", "afterResponse", "onError", "config", "as"],
  ...["derive", "name", "hide", "normalize", "sanitize", "websocket", "message", "open", "close", "drain", "upgrade"],
]);
