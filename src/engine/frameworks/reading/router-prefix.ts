/** The prefix that a router is made with. */
import type { RegisterCall, Registry } from "../define-framework.ts";

/** `new Router({ prefix: "/orders" })`. Of several that it may have, the first is what the code says when nothing is set. */
export function prefixFromOptions(call: RegisterCall, model: Registry, option = "prefix"): void {
  const [options] = call.madeWith;
  const [prefix] = call.terms.texts(call.terms.member(options, option)) ?? [];
  if (prefix !== undefined) model.prefix(prefix);
}
