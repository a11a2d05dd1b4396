/**
 * An idempotent handler below `pages/api` of Next.js, where one function often serves several methods: the work of one of them
 * stands inside `idempotent(…)`.
 */

import { listsOf } from "../../facts/children.ts";
import type { Statement } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { inFileStyle } from "../code/file-style.ts";
import { answersByResponse, type HandlerCode, handlerCode } from "../code/handler-code.ts";
import { statementStart, wrapStatements } from "../code/statements.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { deep, holds, inStatements } from "../code/visit-facts.ts";
import { callerAt, hasEffect, isBehindGuards, type Planned, type StoreAt } from "./idempotent-work.ts";

/** Undefined where the work does not answer by itself, or leaves a `switch` or a loop. */
export function aroundPagesWork(model: ServiceModel, entryPoint: EntryPoint, storeAt: StoreAt): Planned | undefined {
  const handler = handlerCode(model, entryPoint);
  const target = handler?.source.facts.functions[handler.index];
  const [request, response] = handler?.parameters ?? [];
  if (!handler || !target?.async || target.short || request === undefined || response === undefined) return undefined;
  const { source } = handler;
  if (!answersByResponse(source.file) || /\bidempotent\(/.test(source.text.slice(...target.bodyAt))) return undefined;
  const list = listOfAll(entryPoint, handler, target.body);
  const from = list.findIndex((statement) => hasEffect(entryPoint, handler, statement));
  const work = list.slice(from);
  const [first] = work;
  if (from < 0 || !first || !isBehindGuards(entryPoint, handler, first)) return undefined;
  if (jumps(work) || !answers(source.text, work, response)) return undefined;

  const offset = statementStart(source.text, first);
  const caller = callerAt(model, entryPoint, source, offset);
  const stored = caller === undefined ? undefined : storeAt({ source, offset });
  if (!stored || caller === undefined) return undefined;
  const given = [stored.reach.client, request, response, caller.code].filter(Boolean).join(", ");
  // Awaited, so that a `catch` around it still sees what fails.
  const open = `return await ${stored.helper.local}(${given}, async () => {`;
  const around = wrapStatements(source, work, [open], inFileStyle(source, ["});"]));
  const edits = composeEdits(around, caller.edits, ...stored.edits);
  return edits && { edits: tidyEdits(edits), steps: stored.steps };
}

/** The innermost list of statements that has everything the entry point does. */
export function listOfAll(
  entryPoint: EntryPoint,
  handler: HandlerCode,
  list: readonly Statement[],
): readonly Statement[] {
  const busy = list.filter((statement) => hasEffect(entryPoint, handler, statement));
  const [only] = busy;
  if (!only || busy.length > 1) return list;
  for (const inner of listsOf(only)) {
    const whole = entryPoint.effects.every(
      (effect) =>
        effect.access === "read" ||
        ![...effect.stack.map((site) => site.place), effect.place].some(
          (place) => place.file === handler.source.file && holds(only.at, place.at),
        ) ||
        inner.some((statement) =>
          [...effect.stack.map((site) => site.place), effect.place].some(
            (place) => place.file === handler.source.file && holds(statement.at, place.at),
          ),
        ),
    );
    if (whole && only.kind !== "loop" && inner.some((statement) => hasEffect(entryPoint, handler, statement)))
      return listOfAll(entryPoint, handler, inner);
  }
  return list;
}

/** A `break` or `continue` of something around them. */
function jumps(statements: readonly Statement[]): boolean {
  return statements.some(
    (one) =>
      one.kind === "jump" || (one.kind !== "loop" && one.kind !== "switch" && listsOf(one).some((list) => jumps(list))),
  );
}

function answers(text: string, statements: readonly Statement[], response: string): boolean {
  for (const expression of deep([...inStatements(statements)])) {
    if (expression.kind === "call" && text.startsWith(`${response}.`, expression.at[0])) return true;
  }
  return false;
}
