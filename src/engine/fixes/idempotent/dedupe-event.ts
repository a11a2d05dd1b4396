/**
 * A webhook or consumer that takes every event once: its work goes inside `processOnce`, by the event's id.
 *
 * Providers and queues deliver at least once, also at the same time.
 */

import { listsOf } from "../../facts/children.ts";
import type { Statement } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { freeLocalName } from "../code/add-import.ts";
import { inFileStyle, quoted, styleOf } from "../code/file-style.ts";
import { answerImports, answerLines, type HandlerCode, handlerCode, ifLines } from "../code/handler-code.ts";
import { addHelper } from "../code/helper-file.ts";
import { nameInReach, rootName } from "../code/names-in-reach.ts";
import { indentAt, type SourceText } from "../code/source-text.ts";
import { declared, indented, returns, statementStart, usedOutside, wrapStatements } from "../code/statements.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";
import { holds, inStatements } from "../code/visit-facts.ts";
import { storeInReach } from "../stores/store-in-reach.ts";
import { processOnceText } from "./process-once-text.ts";

export interface EventToDedupe {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined where the event has no id the code can name, or no store is in reach. */
export function dedupeEvent({ entryPoint, model }: EventToDedupe): Fix | undefined {
  const planned = plan(entryPoint, model);
  if (!planned) return undefined;
  const { steps, identity } = planned;
  return {
    title: `Take every event once, by ${identity}`,
    kind: "suggestion",
    edits: () => plan(entryPoint, model)?.edits ?? [],
    checklist: [
      ...steps,
      "Work that fails half way is done again from the start: put its writes in one transaction where that matters.",
    ],
  };
}

interface Plan {
  readonly edits: readonly Edit[];
  readonly steps: readonly string[];
  readonly identity: string;
}

function plan(entryPoint: EntryPoint, model: ServiceModel): Plan | undefined {
  const handler = handlerCode(model, entryPoint);
  if (!handler) return undefined;
  const { source, index } = handler;
  const body = source.facts.functions[index]?.bodyAt;
  if (!body || source.text.slice(...body).includes("processOnce(")) return undefined;

  const short = source.facts.functions[index]?.short === true;
  for (const identity of [...entryPoint.delivery.identities, ...namedIdentities(entryPoint, handler)]) {
    const root = rootName(identity);
    const work = short ? undefined : workOf(entryPoint, handler, root);
    const first = work?.statements[0];
    if (!first && !(short && isConsumer(entryPoint))) continue;
    const offset = first ? statementStart(source.text, first) : body[0];
    if (root === undefined || !nameInReach(source.facts, root, index, offset)) continue;

    const reach = storeInReach(model, entryPoint, source, offset);
    if (!reach) return undefined;
    const schema = reach.store.schema(model, entryPoint.app, "events");
    const helper = addHelper(model, entryPoint.app, source, {
      name: "process-once",
      exports: "processOnce",
      folders: ["lib", "utils", "helpers", "services", "shared"],
      mark: "eventId",
      text: (file, style) =>
        processOnceText(reach.store, { model, app: entryPoint.app, file, style, table: schema?.table ?? "" }),
    });
    // A helper that is there has its table.
    const stored = helper?.known ? { edits: [], steps: [] } : schema;
    if (!helper || !stored) return undefined;

    const call = [reach.client, quoted(styleOf(source), sourceName(entryPoint)), idText(entryPoint, identity)]
      .filter(Boolean)
      .join(", ");
    const open = `await ${helper.local}(${call}, async () =>`;
    const around = work ? wrapping(entryPoint, handler, work, `${open} {`) : wrappingShort(entryPoint, handler, open);
    if (!around) return undefined;
    const imports = isConsumer(entryPoint) ? [] : answerImports(entryPoint, handler);
    const edits = composeEdits(around, imports, reach.edits, helper.edits, stored.edits);
    return edits && { edits: tidyEdits(edits), steps: [...stored.steps, ...reach.steps], identity };
  }
  return undefined;
}

interface Work {
  readonly statements: readonly Statement[];
  /** The work answers by itself: who does not do it must answer instead. */
  readonly answers: boolean;
}

/**
 * The neighbouring statements that hold all effects. They stand in the innermost list where the identity is known, and
 * inside a `try` rather than around it: an error must pass through `processOnce`, not be caught within.
 */
function workOf(entryPoint: EntryPoint, handler: HandlerCode, root: string | undefined): Work | undefined {
  const { source, index } = handler;
  const target = source.facts.functions[index];
  if (!target || target.short) return undefined;
  const ways = entryPoint.effects
    // What happens where the work has failed is no part of it.
    .filter((effect) => effect.access !== "read" && !effect.scopes.some((scope) => scope.kind === "catch"))
    .map((effect) => [...effect.stack.map((site) => site.place), effect.place])
    .map((places) => places.filter((place) => place.file === source.file && holds(target.bodyAt, place.at)));
  const offsets = ways.flatMap(([first]) => (first ? [first.at[0]] : []));
  if (offsets.length === 0) return undefined;

  let list: readonly Statement[] = target.body;
  let isTail = true;
  for (;;) {
    const around = offsets.map((offset) => list.findIndex((one) => one.at[0] <= offset && offset < one.at[1]));
    if (around.includes(-1)) return undefined;
    const [from, to] = [Math.min(...around), Math.max(...around)];
    const only = from === to ? list[from] : undefined;
    if (only?.kind === "try" && only.handler && holdsAll(only.body, offsets)) {
      isTail &&= from === list.length - 1 && only.finally.length === 0;
      list = only.body;
      continue;
    }
    const declaredInside = source.facts.bindings.some(
      (one) => one.name === root && one.owner === index && only !== undefined && holds(only.at, one.at),
    );
    if (only && declaredInside) {
      // The id is made inside this statement: look there.
      const inner = listsOf(only).find((one) => holdsAll(one, offsets));
      if (!inner) return undefined;
      isTail &&= from === list.length - 1 && only.kind === "if";
      list = inner;
      continue;
    }
    // What is only begun here, and runs behind the answer, is not over when the statement is.
    if (
      list.slice(from, to + 1).some((one) =>
        isDeferred(
          source,
          one,
          ways.flat().map(({ at }) => at[0]),
        ),
      )
    )
      return undefined;
    return widened(handler, list, from, to, isTail);
  }
}

/** `after(async () => { … })`, `void work()`: a call with the effect in a function, and nobody waits for it. */
function isDeferred({ facts, text }: SourceText, statement: Statement, offsets: readonly number[]): boolean {
  if (statement.kind !== "expression" || statement.value.kind === "await" || statement.value.kind !== "call")
    return false;
  return statement.value.arguments.some(
    (one) =>
      one.kind === "function" &&
      facts.functions[one.function]?.async === true &&
      offsets.some((offset) => one.at[0] <= offset && offset < one.at[1]) &&
      !text.slice(statement.at[0], one.at[0]).includes("await "),
  );
}

function holdsAll(list: readonly Statement[], offsets: readonly number[]): boolean {
  return offsets.every((offset) => list.some((one) => one.at[0] <= offset && offset < one.at[1]));
}

/**
 * The work must reach to the end where what it declares is used later, or where it returns from the handler; then
 * nothing may come after it.
 */
function widened(
  handler: HandlerCode,
  list: readonly Statement[],
  from: number,
  to: number,
  isTail: boolean,
): Work | undefined {
  const { source } = handler;
  const statements = list.slice(from, to + 1);
  const span = [statements[0]!.at[0], statements.at(-1)!.at[1]] as const;
  const needsAll = returns(statements) || usedOutside(source.facts, declared(source.facts, statements), span);
  if (!needsAll) return { statements, answers: answersIn(handler, statements) };
  return isTail ? { statements: list.slice(from), answers: true } : undefined;
}

/** `res.json(…)`, `next()`: the second or third parameter is called, or something on it. */
function answersIn({ source, parameters }: HandlerCode, statements: readonly Statement[]): boolean {
  const names = new Set(parameters.slice(1).filter((name) => name !== undefined));
  for (const expression of inStatements(statements)) {
    if (expression.kind !== "call") continue;
    const name = /^[\w$]+/.exec(source.text.slice(...expression.callee.at))?.[0];
    if (name !== undefined && names.has(name)) return true;
  }
  return false;
}

function wrapping(entryPoint: EntryPoint, handler: HandlerCode, work: Work, open: string): readonly Edit[] | undefined {
  const { indent } = styleOf(handler.source);
  const name = freeLocalName(handler.source, handler.index, "once");
  const consumer = isConsumer(entryPoint);
  const answer =
    work.answers && !consumer
      ? lastAnswer(entryPoint, handler, name)
      : answerLines(entryPoint, handler, "409") &&
        ifLines(`${name}.outcome === "busy"`, answerLines(entryPoint, handler, "409")!, indent);
  if (!answer) return undefined;
  const lines = inFileStyle(handler.source, ["});", ...answer]);
  return wrapStatements(handler.source, work.statements, [`const ${name} = ${open}`], lines);
}

/** `async (job) => work(job)`: the expression becomes the work, in a body of its own. */
function wrappingShort(
  entryPoint: EntryPoint,
  { source, index, ...rest }: HandlerCode,
  open: string,
): readonly Edit[] | undefined {
  const target = source.facts.functions[index];
  const busy = answerLines(entryPoint, { source, index, ...rest }, "409");
  if (!target || !busy || /[({]/.test(source.text[target.bodyAt[0] - 1] ?? "") || source.text[target.bodyAt[0]] === "{")
    return undefined;
  const style = styleOf(source);
  const name = freeLocalName(source, index, "once");
  const outer = indentAt(source.text, target.at[0]);
  const close = inFileStyle(source, [
    ...ifLines(`${name}.outcome === "busy"`, busy, style.indent),
    `return ${name}.value;`,
  ]);
  const inner = outer + style.indent;
  const edits: Edit[] = [
    insertion(source.file, target.bodyAt[0], `{${style.newline}${inner}const ${name} = ${open} `),
    insertion(
      source.file,
      target.bodyAt[1],
      `)${style.end}${style.newline}${indented(close, inner, style.newline)}${style.newline}${outer}}`,
    ),
  ];
  return target.async ? edits : [insertion(source.file, target.at[0], "async "), ...edits];
}

function isConsumer(entryPoint: EntryPoint): boolean {
  return entryPoint.kind === "queue" || entryPoint.kind === "event" || entryPoint.kind === "schedule";
}

/** Who did not do the work answers for it. */
function lastAnswer(entryPoint: EntryPoint, handler: HandlerCode, name: string): readonly string[] | undefined {
  if (entryPoint.framework === "nestjs") {
    const busy = answerLines(entryPoint, handler, "409") ?? [];
    return [`if (${name}.outcome === "busy") ${busy.join(" ")}`, `return ${name}.value;`];
  }
  const answer = answerLines(entryPoint, handler, `${name}.outcome === "busy" ? 409 : 200`)?.[0];
  if (answer === undefined) return undefined;
  const lines = [`if (${name}.outcome !== "done") ${answer}`];
  // Where the answer is what the handler returns, it is what the work returned.
  return answer.startsWith("return ") ? [...lines, `return ${name}.value;`] : lines;
}

/** Names the handler itself gives to the id of a delivery: `const { id, orderId } = req.body` in a webhook. */
function namedIdentities(entryPoint: EntryPoint, { source, index }: HandlerCode): readonly string[] {
  const facts = source.facts;
  const first = facts.functions[index]?.parameters[0]?.pattern;
  if (first?.kind === "object" && isConsumer(entryPoint)) {
    // `async ({ id, data }) => …` of a job.
    const id = first.fields.find((field) => field.key === "id")?.pattern;
    const name = id?.kind === "binding" ? facts.bindings[id.binding]?.name : undefined;
    return name === undefined ? [] : [name];
  }
  if (entryPoint.kind !== "webhook") return [];
  const names = ["eventId", "event_id", "deliveryId", "delivery_id", "messageId", "message_id", "id"];
  const own = facts.bindings.filter((one) => one.owner === index && one.kind === "const").map((one) => one.name);
  return names.filter((name) => own.includes(name));
}

/** `/webhooks/stripe` → `stripe`; the name of a queue as it is. */
function sourceName(entryPoint: EntryPoint): string {
  const parts = entryPoint.path.split("/").filter((part) => part !== "" && !/^[:*{]|webhooks?$|^api$/i.test(part));
  return parts.at(-1) ?? "events";
}

/** Header values and ids of jobs may be missing as far as types go. */
function idText(entryPoint: EntryPoint, identity: string): string {
  const plain = /^[\w$]+(?:\.[\w$]+)*$/.test(identity) && !isConsumer(entryPoint);
  return plain ? identity : `String(${identity})`;
}
