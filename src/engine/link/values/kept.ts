/**
 * Values that code keeps by a key and takes out again: `clients.set(name, make()); return clients.get(name)`,
 * `globalThis.client = make()`. A client kept so is the client that was made.
 */
import type { Term } from "../../model/term.ts";
import type { Call } from "../evaluate/call.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { takenFromMap } from "../evaluate/tables.ts";
import { registeredInMap } from "./registered.ts";

/**
 * The value of `map.get(key)` where the same run sets it, or code elsewhere; `map.set` is noted. Undefined where the call
 * is something else.
 */
export function keptByCall(linker: Linker, activation: Activation, call: Call): Term | undefined {
  const { object, name } = call;
  const [key, value] = call.arguments;
  if (!object || !key || !isStore(object)) return undefined;
  if (name === "set" && value && call.arguments.length === 2) keep(activation, object, key, value);
  if (name !== "get" || call.arguments.length !== 1) return undefined;
  return keptIn(activation, object, key) ?? registeredInMap(linker, object, key) ?? takenFromMap(linker, object, key);
}

/** Also `this.app = make()`: later in the same run, `this.app` is what was made. */
export function keep(activation: Activation, object: Term, key: Term, value: Term): void {
  if (!isStore(object) && object.kind !== "instance" && !isInStore(activation, object)) return;
  activation.kept ??= new Map();
  activation.kept.set(`${object.id} ${key.id}`, value);
}

export function keptIn(activation: Activation, object: Term, key: Term): Term | undefined {
  return activation.kept?.get(`${object.id} ${key.id}`);
}

/** `globalThis.kept ??= {}; globalThis.kept[name] ??= make()`: an object that is kept keeps values itself. */
function isInStore(activation: Activation, object: Term): boolean {
  if (object.kind !== "object" && object.kind !== "choice" && object.kind !== "operation") return false;
  for (const value of activation.kept?.values() ?? []) if (value === object) return true;
  return false;
}

/** A property of the global object, or a map, also one that is made where there is none yet. */
export function isStore(term: Term): boolean {
  if (term.kind === "operation" && term.operator === "??") return term.parts.some(isStore);
  if (term.kind === "global") return /^(?:globalThis|global|self|window)$/.test(term.path[0] ?? "");
  return term.kind === "external" && /^global:(?:Weak)?Map$/.test(term.package);
}
