/** Calls of a framework that give input only after a schema has read it: `request.validateUsing(schema)`, `readValidatedBody(event, schema)`. */
import type { Term } from "../model/term.ts";
import type { Call } from "./call.ts";
import type { Activation } from "./linker.ts";

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
