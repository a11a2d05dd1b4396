/** Calls of a framework that give input only after a schema has read it: `request.validateUsing(schema)`, `readValidatedBody(event, schema)`. */
import type { Place, Term } from "../../model/term.ts";
import type { Call } from "../evaluate/call.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { isParsed } from "./parsed.ts";

/** Notes that the call refuses what does not fit, where its name says so. */
export function noteSchema(activation: Activation, call: Call, result: Term): void {
  const name = call.text.split(".").at(-1) ?? "";
  if (!/^(?:validate|getValidated|readValidated)/.test(name)) return;
  activation.steps.push({
    kind: "guard",
    guard: "validation",
    how: "throws",
    call: { text: call.text, callee: call.target, arguments: [result], place: call.place },
    result,
    place: call.place,
  });
}

interface Replaced {
  /** The request or the context. */
  readonly on: Term & { readonly kind: "input" };
  /** Undefined where it is worked out: `request[part] = …`. */
  readonly name: string | undefined;
  readonly value: Term;
}

/**
 * `request.body = schema.parse(request.body)`: what the schema let through takes the place of what was sent. The name keeps
 * its meaning, so that is noted as a check of its own.
 */
export function noteReplaced(linker: Linker, activation: Activation, replaced: Replaced, place: Place): void {
  const { on, name, value } = replaced;
  const sent = name === undefined ? on : memberOf(linker, on, name);
  if (sent.kind !== "input" || (sent === on && name !== undefined)) return;
  // A field of what a schema gave for the whole request is the input itself: `request.body = parsed.body`.
  if (!alternatives(value).some((option) => option === sent || isParsed(option))) return;
  activation.steps.push({
    kind: "guard",
    guard: "validation",
    how: "throws",
    call: { text: name ?? on.source, callee: sent, arguments: [value], place },
    result: sent,
    place,
  });
}
