/** Calls of packages that reach a system: what they do there, what they run, and the transactions that they open and end. */
import type { CallTerm, Term } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { readEffects } from "../adapters/read-effects.ts";
import { type Call, type ErrorFirst, invoke, runCallbacks, runInside } from "./call.ts";
import { pendingRows, withChanges } from "./changed-rows.ts";
import { gatherTransaction } from "./gathered.ts";
import type { Activation, Linker } from "./linker.ts";
import { alternatives } from "./members.ts";

export function callSystem(
  linker: Linker,
  activation: Activation,
  made: ExternalTerm,
  call: Call,
  callTerm: CallTerm,
  called: readonly string[],
): Term | undefined {
  if (endsTransaction(linker, made, called)) {
    activation.steps.push({ kind: "boundary", edge: "end", place: call.place });
    return made;
  }
  const match = linker.adapters.call(made.package, called);
  if (!match) return undefined;
  const client = receiverAt(made, match.client);
  if (match.transaction) {
    const { callback, client: position, as } = match.transaction;
    const inside = as === undefined ? client : linker.terms.external(made.package, [as], client, [], call.place);
    const argument = insideOf(call.arguments.slice(callback));
    if (argument && (gatherTransaction(activation, argument, call.place) || argument.kind === "array")) return argument;
    if (!argument || !isFunction(argument)) {
      activation.steps.push({ kind: "boundary", edge: "begin", place: call.place });
      return made;
    }
    const args = position === undefined ? [] : [...Array(position).fill(linker.terms.unknown([])), inside];
    return runInside(linker, activation, "transaction", argument, args, call);
  }
  const pending = (): readonly Term[] => pendingRows(activation, match.system);
  const effects =
    match.key === undefined ? [] : withChanges(linker, activation, readEffects(linker, match, callTerm, made, pending));
  if (match.chained && call.object) {
    // One call may do several things: a statement that joins tables reads each of them.
    const earlier = activation.steps.filter((step) => step.kind === "effect" && step.result === call.object);
    if (earlier.length > 0) {
      activation.steps = activation.steps.filter((step) => !earlier.includes(step));
      for (const step of effects.length === 0 ? earlier : [])
        if (step.kind === "effect") activation.steps.push({ ...step, result: made });
    }
  }
  activation.steps.push(...effects);
  const run = match.runs ? call.arguments.findLast(isFunction) : undefined;
  if (run) return invoke(linker, activation, { ...call, object: undefined, target: run, arguments: [made] });
  if (match.key === undefined && !match.same && !match.chained) return undefined;
  const given: ErrorFirst = { error: linker.terms.undefined, value: made, continues: true };
  runCallbacks(linker, activation, call, () => [match.chained ? made : linker.terms.unknown([made])], given);
  return made;
}

function isFunction(argument: Term): boolean {
  return alternatives(argument).some((option) => option.kind === "function");
}

/** Options may stand ahead of the callback: `transaction("SERIALIZABLE", run)`, `transaction({ isolationLevel }, run)`. */
function insideOf(args: readonly Term[]): Term | undefined {
  const run = args.find(isFunction);
  return args[0]?.kind === "array" ? args[0] : (run ?? args[0]);
}

/** `transaction.commit()` on what a call that opens a transaction gave. */
function endsTransaction(linker: Linker, made: ExternalTerm, called: readonly string[]): boolean {
  const name = called.at(-1) ?? "";
  if (!/^(?:commit|rollback|commitTransaction|rollbackTransaction|abortTransaction)$/.test(name)) return false;
  if (made.base?.kind !== "external") return false;
  const opened = made.base.path.map((segment, index, all) =>
    index === all.length - 1 ? segment.replace(/\(\)$/, "") : segment,
  );
  return linker.adapters.call(made.package, opened)?.transaction !== undefined;
}

/** The value whose path has this many segments, below `term`. */
export function receiverAt(term: Term, length: number): Term {
  let current = term;
  while (current.kind === "external" && current.path.length > length && current.base) current = current.base;
  return current;
}
