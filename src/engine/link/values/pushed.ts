/**
 * Lists at the top of a module that functions fill, which other files call:
 *
 * ```ts
 * export const routes: Route[] = [];
 * export function define(route: Route) { routes.push(route); }
 * // elsewhere
 * define({ method: "get", path: "/orders", handler: listOrders });
 * ```
 */
import { listsOf } from "../../facts/children.ts";
import type { Term } from "../../model/term.ts";
import { assignPattern } from "../evaluate/assign.ts";
import { evaluate, spreadItems } from "../evaluate/evaluate.ts";
import { type Activation, createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { callsNamed, type NamedCall } from "../files/file-index.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { bindAhead } from "./late-locals.ts";
import { givenAsDecorator } from "./own-decorators.ts";
import { isOfUse, readingOf, runsOf } from "./registered.ts";

/** Longer lists are data. */
const MAXIMUM_ITEMS = 96;

/** The list with what is pushed into it, where that is code: functions, classes, objects that hold some. */
export function withPushed(linker: Linker, file: string, binding: number, declared: Term): Term {
  if (declared.kind !== "array" || declared.items.length > 0) return declared;
  const facts = factsOf(linker, file);
  const pushes = (facts ? callsNamed(facts, "push") : []).filter(
    ({ call, owner }) => owner !== 0 && isOn(call, binding),
  );
  if (!facts || pushes.length === 0) return declared;
  const reading = readingOf();
  const items: Term[] = [];
  for (const { call, owner } of pushes) {
    const called = runsOf(linker, reading, file, owner, call.arguments);
    for (const activation of called.length > 0 ? called : runsAsDecorator(linker, file, owner)) {
      bindAhead(linker, activation, facts.functions[owner]?.body ?? [], call.at[0]);
      items.push(...call.arguments.map((argument) => evaluate(linker, activation, argument)));
    }
  }
  const isKnown = reading.runs > 0 && items.length > 0 && items.length <= MAXIMUM_ITEMS;
  return isKnown && items.every((item) => bringsCode(linker, item)) ? linker.terms.array(items) : declared;
}

/** The list with what the file itself adds at its top, always or by a setting: `if (process.env.MAILS) modules.push(MailsModule)`. */
export function withPushedAtTop(linker: Linker, file: string, binding: number, declared: Term): Term {
  if (declared.kind !== "array") return declared;
  const facts = factsOf(linker, file);
  if (!facts) return declared;
  const added = ["push", "unshift"].flatMap((name) =>
    callsNamed(facts, name).filter(({ call, owner }) => owner === 0 && isOn(call, binding)),
  );
  if (added.length === 0) return declared;
  const activation = createActivation(file, facts, 0, NOTHING_CAPTURED, undefined);
  const items = added.flatMap(({ call }) => {
    // What a branch around it declares.
    const around = facts.functions[0]?.body.find(({ at }) => at[0] <= call.at[0] && call.at[1] <= at[1]);
    for (const inner of around ? listsOf(around) : []) bindAhead(linker, activation, inner, call.at[0]);
    return call.arguments.flatMap((one) => spreadItems(linker, activation, one));
  });
  const isKnown = declared.items.length + items.length <= MAXIMUM_ITEMS;
  return isKnown && items.every((item) => item.kind === "external" || bringsCode(linker, item))
    ? linker.terms.array([...declared.items, ...items])
    : declared;
}

function isOn({ callee }: NamedCall["call"], binding: number): boolean {
  return callee.kind === "member" && callee.object.kind === "name" && callee.object.binding === binding;
}

/** `return (target, name) => { routes.push({ path, name, target }) }`: for each class or method that it stands on. */
function runsAsDecorator(linker: Linker, file: string, owner: number): readonly Activation[] {
  const facts = factsOf(linker, file);
  const parameters = facts?.functions[owner]?.parameters ?? [];
  if (!facts || parameters.length === 0) return [];
  return givenAsDecorator(linker, file, owner).map((use) => {
    const activation = createActivation(file, facts, owner, use.function.captured, undefined);
    parameters.forEach(({ pattern }, position) => {
      assignPattern(linker, activation, pattern, use.arguments[position] ?? linker.terms.undefined);
    });
    return activation;
  });
}

function bringsCode(linker: Linker, item: Term): boolean {
  return alternatives(item).some(
    (one) => isOfUse(linker, one) || (one.kind === "object" && one.fields.some(({ value }) => isOfUse(linker, value))),
  );
}
