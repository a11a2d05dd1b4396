/** What was sent, in another shape: its text read as JSON, its pairs put together again. The sender still names what is in it. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "./linker.ts";
import { alternatives } from "./members.ts";

/** What `JSON.parse` or `Object.fromEntries` gives for it; undefined where it is not known to be what was sent. */
export function sentAgain(linker: Linker, name: string, given: Term | undefined): Term | undefined {
  if (!given) return undefined;
  if (name === "JSON.parse") return readAsJson(linker, given);
  return name === "Object.fromEntries" ? fromPairs(given) : undefined;
}

/** `JSON.parse(req.body.order)`, `JSON.parse(event.body ?? "{}")`: its fields are fields of what was sent. */
function readAsJson(linker: Linker, given: Term): Term | undefined {
  const options = alternatives(given).filter((option) => option.kind !== "literal" && option.kind !== "undefined");
  const isSent = options.length > 0 && options.every((option) => option.kind === "input");
  return isSent ? linker.terms.choice(options) : undefined;
}

/** `Object.fromEntries(form)`, `Object.fromEntries(Object.entries(body).filter(…))`, where no list of the code's own was asked. */
function fromPairs(given: Term): Term | undefined {
  if (given.kind === "input") return given;
  if (given.kind === "operation" && given.operator === "keys") return given.parts[0];
  if (given.kind !== "unknown") return undefined;
  // `Object.entries(body).map(([key, value]) => [key, clean(value)])`
  const [list, pair] = given.parts;
  const [key] = pair?.kind === "array" ? pair.items : [];
  const from = key?.kind === "element" && key.of.kind === "element" ? key.of.of : undefined;
  return list?.kind === "operation" && list.operator === "keys" && from === list ? list.parts[0] : undefined;
}
