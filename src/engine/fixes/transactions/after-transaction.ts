/** Moves a call out of a transaction, behind its end, where nothing inside needs its answer. */
import type { Statement } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { lineEnd, lineStart, type SourceText, sourceText, startsLine } from "../code/source-text.ts";
import { insertAfter, statementEnd, statementStart } from "../code/statements.ts";
import { deep, functionAround, holds, inStatements, statementsAround } from "../code/visit-facts.ts";

export interface CallToMove {
  readonly effect: Effect;
  readonly model: ServiceModel;
}

/** Undefined where the call is no statement of its own, or uses names of the transaction. */
export function afterTransaction({ effect, model }: CallToMove): Fix | undefined {
  const source = sourceText(model, effect.place.file);
  const transaction = effect.scopes.findLast((scope) => scope.kind === "transaction");
  if (!source || transaction?.place.file !== source.file) return undefined;
  const { facts } = source;
  const inner = functionAround(facts, effect.place.at[0]);
  const outer = facts.functions[inner]?.owner;
  const body = facts.functions[inner]?.body ?? [];
  const statement = body.find((one) => holds(one.at, effect.place.at));
  if (outer === undefined || outer === 0 || statement?.kind !== "expression") return undefined;
  const around = statementsAround(facts.functions[outer]?.body ?? [], facts.functions[inner]!.at[0]).at(-1);
  const whole = around?.list[around.index];
  if (
    !whole ||
    whole.kind === "return" ||
    !holds(whole.at, transaction.place.at) ||
    usesInside(source, inner, statement)
  )
    return undefined;
  const edits = moved(source, statement, whole);
  return (
    edits && {
      title: "Do it behind the transaction",
      kind: "suggestion",
      edits: () => edits,
      checklist: [
        "A stop right behind the transaction loses the call: where it must happen, keep it in an outbox table.",
      ],
    }
  );
}

function usesInside({ facts }: SourceText, inner: number, statement: Statement): boolean {
  const span = facts.functions[inner]!.at;
  for (const one of deep([...inStatements([statement])])) {
    const binding = one.kind === "name" ? facts.bindings[one.binding] : undefined;
    if (binding && holds(span, binding.at) && !holds(statement.at, binding.at)) return true;
  }
  return false;
}

function moved(source: SourceText, statement: Statement, behind: Statement): readonly Edit[] | undefined {
  const { text, file } = source;
  const start = statementStart(text, statement);
  const end = statementEnd(text, statement);
  if (!startsLine(text, start)) return undefined;
  const from = lineStart(text, start);
  const indent = text.slice(from, start);
  const lines = text
    .slice(start, end)
    .split(/\r?\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  let to = lineEnd(text, end);
  if (text.slice(end, to).trim() !== "") return undefined;
  if (text[to] === "\r") to++;
  if (text[to] === "\n") to++;
  return [{ kind: "replace", file, at: [from, to], text: "" }, insertAfter(source, behind, lines)];
}
