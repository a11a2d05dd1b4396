/** Handlers that a package wrapped with more around them, called by the code itself: `await create(event, context)`. */
import type { Handler } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { type Call, invoke } from "../evaluate/call.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { isOfFramework } from "../values/unwrapped.ts";
import { createTermView } from "./term-view.ts";

/** What the call gives, once everything ahead of the handler has run; undefined where the value is nothing of the kind. */
export function callOpened(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "external" },
  call: Call,
): Term | undefined {
  const links = linksOf(linker, target, call);
  const last = links.at(-1);
  if (!last || last.term === target) return undefined;
  const [event, context] = call.arguments;
  const { terms } = linker;
  const seen = terms.object([
    { key: "event", value: event ?? terms.undefined },
    { key: "context", value: context ?? terms.undefined },
  ]);
  for (const { term } of links.slice(0, -1))
    if (term.kind === "function")
      invoke(linker, activation, { ...call, object: undefined, target: term, arguments: [seen] });
  return invoke(linker, activation, { ...call, object: undefined, name: undefined, target: last.term });
}

function linksOf(linker: Linker, target: Term & { readonly kind: "external" }, call: Call): readonly Handler[] {
  if (!target.arguments || call.expression.new) return [];
  for (const framework of linker.adapters.opening) {
    if (framework.opens && isOfFramework(framework, target.package))
      return framework.opens(createTermView(linker, framework.id, call.place), target);
  }
  return [];
}
