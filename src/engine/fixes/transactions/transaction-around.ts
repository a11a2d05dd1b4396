/**
 * Puts the writes of one entry point into one transaction, in the library's own way, where they stand together: in one
 * function, with nothing between them that a rollback could not take back.
 */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { declared, returns, statementEnd, statementStart, usedOutside } from "../code/statements.ts";
import { functionAround, statementsAround } from "../code/visit-facts.ts";
import { inOneTransaction, type Joined, type Statements } from "./in-one-transaction.ts";

export interface WritesToJoin {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
  /** The two that belong together; what else is written between them goes with them. All open writes where it is left out. */
  readonly pair?: readonly [Effect, Effect];
}

/** Undefined where the writes stand apart, or something in between reaches outside the database. */
export function transactionAround(to: WritesToJoin): Fix | undefined {
  const planned = plan(to);
  if (!planned) return undefined;
  return {
    title: "Write all of it in one transaction",
    kind: "suggestion",
    edits: () => plan(to)?.edits ?? [],
    ...(planned.steps.length > 0 ? { checklist: planned.steps } : {}),
  };
}

function plan({ entryPoint, model, pair }: WritesToJoin): Joined | undefined {
  const open = entryPoint.effects.filter((effect) => isOpenWrite(effect));
  const [first] = pair ?? open;
  const source = first && sourceText(model, first.place.file);
  if (!first || !source) return undefined;
  const here = open.filter((effect) => effect.via === first.via && effect.place.file === first.place.file);
  const wanted = pair ?? here;
  const owners = new Set(wanted.map((effect) => functionAround(source.facts, effect.place.at[0])));
  const [owner] = owners;
  if (wanted.length < 2 || wanted.some((effect) => !here.includes(effect))) return undefined;
  if (owners.size !== 1 || !owner || !source.facts.functions[owner]?.async) return undefined;

  const range = rangeOf(source, owner, wanted);
  const last = range?.at(-1);
  if (!range || !last) return undefined;
  const span = [statementStart(source.text, range[0]!), statementEnd(source.text, last)] as const;
  // `return` of what the last write gives is the transaction's value as well.
  const gives = last.kind === "return" && !returns(range.slice(0, -1));
  const result = gives ? { returned: true as const } : resultOf(source, range, span);
  if ((!gives && returns(range)) || result === undefined) return undefined;
  const isHere = (effect: Effect) =>
    [...effect.stack.map((site) => site.place), effect.place].some(
      (place) => place.file === source.file && span[0] <= place.at[0] && place.at[1] <= span[1],
    );
  if (entryPoint.effects.some((effect) => effect.category !== "database" && isHere(effect))) return undefined;
  const writes = open.filter(isHere);
  // What is not waited for here is a part of something else: a list for `$transaction([…])`, work that goes on behind.
  if (!writes.every((effect) => isSimplyAwaited(source, range, effect))) return undefined;
  // A write of a function that is called in between would wait for the transaction, or stand outside of it.
  if (writes.some((effect) => functionAround(source.facts, effect.place.at[0]) !== owner || !here.includes(effect)))
    return undefined;
  const reads = entryPoint.effects.filter(
    (effect) => effect.access === "read" && effect.via === first.via && isHere(effect),
  );
  if (reads.some((effect) => functionAround(source.facts, effect.place.at[0]) !== owner)) return undefined;
  return inOneTransaction({ model, entryPoint, source, owner, writes, reads, range, result });
}

function isSimplyAwaited(source: SourceText, range: Statements, { place }: Effect): boolean {
  const around = statementsAround(range, place.at[0]);
  const last = around.at(-1);
  const statement = last?.list[last.index];
  // A failure that is caught would leave the transaction half done.
  if (!statement || around.some(({ list, index }) => list[index]?.kind === "try")) return false;
  return (
    statement.kind === "return" ||
    /\bawait\b/.test(source.text.slice(statementStart(source.text, statement), place.at[0]))
  );
}

/** The one name of the range that is used behind it, `""` where there is none; undefined where there are several. */
export function resultOf(source: SourceText, range: Statements, span: readonly [number, number]): string | undefined {
  const used = [...declared(source.facts, range)].filter((binding) =>
    usedOutside(source.facts, new Set([binding]), span),
  );
  if (used.length === 0) return "";
  const [only] = used;
  const isSimple = range.some(
    (statement) =>
      statement.kind === "declare" && statement.pattern.kind === "binding" && statement.pattern.binding === only,
  );
  const binding = source.facts.bindings[only!];
  return used.length === 1 && isSimple && binding?.kind === "const" ? binding.name : undefined;
}

function isOpenWrite(effect: Effect): boolean {
  return (
    effect.category === "database" &&
    effect.access === "write" &&
    !effect.scopes.some((scope) => scope.kind === "transaction")
  );
}

/** The neighbouring statements that hold all the writes, in the innermost list that has them all. */
export function rangeOf(source: SourceText, owner: number, writes: readonly Effect[]): Statements | undefined {
  const body = source.facts.functions[owner]?.body ?? [];
  const chains = writes.map((effect) => statementsAround(body, effect.place.at[0]));
  for (let depth = Math.min(...chains.map((chain) => chain.length)) - 1; depth >= 0; depth--) {
    const [level] = chains.map((chain) => chain[depth]!);
    if (!level || chains.some((chain) => chain[depth]!.list !== level.list)) continue;
    const indexes = chains.map((chain) => chain[depth]!.index);
    const range = level.list.slice(Math.min(...indexes), Math.max(...indexes) + 1);
    return range.length > 1 ? range : undefined;
  }
  return undefined;
}
