/** What was sent, in another shape: its text read as JSON, its pairs put together again. The sender still names what is in it. */
import type { Term } from "../../model/term.ts";
import { isOfUse } from "../values/registered.ts";
import type { Linker } from "./linker.ts";
import { alternatives } from "./members.ts";

/** What `JSON.parse` or `Object.fromEntries` gives for it; undefined where it is not known to be what was sent. */
export function sentAgain(linker: Linker, name: string, given: Term | undefined): Term | undefined {
  if (!given) return undefined;
  if (name === "JSON.parse") return readAsJson(linker, given);
  return name === "Object.fromEntries" ? (tableOfPairs(linker, given) ?? fromPairs(given)) : undefined;
}

/** `Object.fromEntries(files.map((file) => [parse(file).name, require(file)]))`: a table of what the code is made of. */
function tableOfPairs(linker: Linker, given: Term): Term | undefined {
  const pairs = given.kind === "array" ? given.items : [];
  const fields = pairs.flatMap((pair) => {
    const [key, value] = pair.kind === "array" && pair.items.length === 2 ? pair.items : [];
    return key?.kind === "literal" && value && bringsCode(linker, value) ? [{ key: String(key.value), value }] : [];
  });
  return fields.length > 0 && fields.length === pairs.length ? linker.terms.object(fields) : undefined;
}

function bringsCode(linker: Linker, value: Term): boolean {
  return alternatives(value).every((one) => one.kind === "module" || isOfUse(linker, one));
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
