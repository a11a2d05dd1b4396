/** Bytes that are filled after they were made: `crypto.getRandomValues(bytes)`, `buffer.set(decrypted)`. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { assignPattern } from "./assign.ts";
import type { Call } from "./call.ts";
import type { Activation, Linker } from "./linker.ts";

/** `crypto.getRandomValues(bytes)`, `randomFillSync(bytes)`: what they are given holds chance from there on. */
export function noteFilledBytes(linker: Linker, activation: Activation, { name, text, expression }: Call): void {
  const [filled] = expression.arguments;
  if (FILLS.test(name ?? text)) holdFromNow(linker, activation, filled, linker.terms.unstable("random"));
}

const FILLS = /(?:^|\.)(?:getRandomValues|randomFillSync)$/;

/** `Buffer.alloc(8)`, `new Uint8Array(8)`: their own methods do nothing but move bytes. */
export function callBytes(linker: Linker, activation: Activation, call: Call, object: Term): Term | undefined {
  if (object.kind !== "external" || !BYTES.has(object.package) || object.path.length !== 1) return undefined;
  const { terms } = linker;
  const { name = "", arguments: args, expression } = call;
  if (VIEWS.has(name)) return terms.unknown([object, ...args]);
  if (!WRITES.test(name)) return undefined;
  const written = expression.callee.kind === "member" ? expression.callee.object : undefined;
  const values = args.filter(({ kind }) => kind !== "literal");
  const filled = terms.external(
    object.package,
    object.path,
    object.base,
    [...(object.arguments ?? []), ...values],
    object.site,
  );
  holdFromNow(linker, activation, written, filled);
  return name === "fill" ? filled : terms.undefined;
}

const BYTES: ReadonlySet<string> = new Set(["global:Buffer", "global:Uint8Array", "global:DataView"]);
const VIEWS: ReadonlySet<string> = new Set(["subarray", "slice"]);
const WRITES = /^(?:set(?:\w+\d)?|fill|write\w*)$/;

function holdFromNow(linker: Linker, activation: Activation, of: Expression | undefined, value: Term): void {
  if (of?.kind === "name")
    assignPattern(linker, activation, { kind: "binding", binding: of.binding, at: of.at }, value);
}
