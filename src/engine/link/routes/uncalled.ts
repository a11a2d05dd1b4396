/** Functions that register something and that nobody was seen to call. */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { receiverOf } from "../adapters/receivers.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { bindingValue, indexOf } from "../evaluate/values.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { givenByType } from "../values/given-by-type.ts";
import { instancesMade } from "../values/made-instances.ts";
import { adoptedReceiver } from "./adopted.ts";
import { type Allowance, NAME_BUDGET, START_BUDGET, spending } from "./allowance.ts";
import type { Registrations } from "./registrations.ts";
import { gatherFrame } from "./registry.ts";

/** How much must be known of a function's callers and parameters before it runs. */
export type Told = "at the start" | "from outside" | "by type" | "by name";

/**
 * Functions and methods that register something but that nobody was seen to call: loaded by a loop over files, started
 * by a command line framework. First those that a framework calls when it starts: they may call the others. They run with what the types of their parameters tell. Those whose parameters only by their
 * names tell what they are given (`(app) => …`) wait until everything else has run.
 */
export function runUncalled(
  linker: Linker,
  registrations: Registrations,
  file: string,
  told: Told,
  allowances: { readonly starts: Allowance; readonly names: Allowance },
): void {
  const facts = factsOf(linker, file);
  if (!facts) return;
  for (const [index, { owner }] of facts.functions.entries()) {
    if (index === 0 || owner !== 0 || registrations.ran.has(`${file}#${index}`)) continue;
    if (told === "from outside" && registrations.inner.has(`${file}#${index}`)) continue;
    const starts = isStart(linker, facts, index);
    const leads = told !== "at the start" && !starts && leadsOn(linker, file, index);
    if (told === "at the start" ? !starts : !starts && !leads && !mayRegister(linker, file, index)) continue;
    const found = facts.functions[index];
    if (!found) continue;
    const plugin = givenByType(linker, file, index);
    const adopted = plugin ? [] : found.parameters.map((_, position) => adoptedReceiver(linker, file, index, position));
    if (!starts && adopted.some((one) => one !== undefined) !== (told === "by name")) continue;
    for (const self of selvesOf(linker, file, found.class)) {
      const term = linker.terms.function({ file, index }, NOTHING_CAPTURED, self);
      if (term.kind !== "function") continue;
      const given = found.parameters.map(
        (_, position) => (position === 0 && plugin) || adopted[position] || linker.terms.unknown([]),
      );
      const run = (): void => gatherFrame(linker, registrations, callFunction(linker, term, given));
      // What only calls something by such a name starts no application.
      if (starts || leads) spending(linker, allowances.starts, START_BUDGET, run);
      else spending(linker, allowances.names, NAME_BUDGET, run);
    }
  }
}

/**
 * Functions that such functions call, and methods of what they make: `initApis` of `start() { app.use(initApis(context)); }`.
 * They run there, with what they are given there, or else later.
 */
export function noteInner(linker: Linker, registrations: Registrations, file: string): void {
  const facts = factsOf(linker, file);
  for (const [index, { owner }] of (facts?.functions ?? []).entries()) {
    if (index === 0 || owner !== 0 || registrations.ran.has(`${file}#${index}`)) continue;
    if (!mayRegister(linker, file, index) && !leadsOn(linker, file, index)) continue;
    for (const binding of indexOf(linker, file)?.callsWith(index).called ?? []) {
      for (const called of functionsOf(linker, bindingValue(linker, file, binding)))
        if (called !== `${file}#${index}`) registrations.inner.add(called);
    }
  }
}

/** A function, or the methods of a class, by file and number. */
function functionsOf(linker: Linker, value: Term): readonly string[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind === "function") return [`${option.function.file}#${option.function.index}`];
    if (option.kind !== "class") return [];
    const members = factsOf(linker, option.file)?.classes[option.index]?.members ?? [];
    return members.flatMap((member) => (member.function === undefined ? [] : [`${option.file}#${member.function}`]));
  });
}

/** The instances that the method of a class may run on. */
function selvesOf(linker: Linker, file: string, of: number | undefined): readonly (Term | undefined)[] {
  if (of === undefined) return [undefined];
  const named = linker.named?.instance(file, of);
  if (named) return [named];
  const made = instancesMade(linker, file, of);
  return made.length > 0 ? made : [linker.terms.instance(linker.terms.class(file, of, NOTHING_CAPTURED), [])];
}

/** `async onModuleInit() { await this.consumer.listen("orders", handle); }` of a class that the framework makes. */
function isStart({ adapters }: Linker, facts: FileFacts, index: number): boolean {
  const owner = facts.functions[index]?.class;
  const found = owner === undefined ? undefined : facts.classes[owner];
  const name = found?.members.find((member) => member.function === index)?.name;
  return found !== undefined && found.decorators.length > 0 && name !== undefined && adapters.starts(name);
}

/** The function itself calls something by a name that the workspace's frameworks register with: `app.get(…)`, `new Worker(…)`. */
function mayRegister(linker: Linker, file: string, index: number): boolean {
  for (const name of indexOf(linker, file)?.calledNames(index) ?? [])
    if (linker.registeringNames.has(name)) return true;
  return false;
}

/**
 * The function makes an application, or has one at hand, and leaves it to others to register on it:
 * `export async function start() { const app = express(); addRoutes(app); }`.
 */
function leadsOn(linker: Linker, file: string, index: number): boolean {
  const calls = indexOf(linker, file)?.callsWith(index);
  if (!calls) return false;
  const { adapters } = linker;
  const makes = (of: Term): boolean =>
    of.kind === "external" &&
    [`${of.path.at(-1)}()`, `new ${of.path.at(-1)}()`].some(
      (made) => adapters.isReceiver(of.package, [...of.path.slice(0, -1), made]) !== undefined,
    );
  return (
    [...calls.given].some((binding) => receiverOf(linker, bindingValue(linker, file, binding)) !== undefined) ||
    [...calls.called].some((binding) => makes(bindingValue(linker, file, binding)))
  );
}
