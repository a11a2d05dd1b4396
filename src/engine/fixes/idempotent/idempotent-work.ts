/** An idempotent handler where there is no middleware to put it into: its work stands inside `idempotent(…)`. */
import type { FunctionFacts, Statement } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { freeLocalName } from "../code/add-import.ts";
import { type CallerCode, callerCode } from "../code/caller-text.ts";
import { inFileStyle } from "../code/file-style.ts";
import { answersByResponse, type HandlerCode, handlerCode } from "../code/handler-code.ts";
import { keyParameter } from "../code/method-parameters.ts";
import { rootName } from "../code/names-in-reach.ts";
import type { SourceText } from "../code/source-text.ts";
import { statementStart, wrapStatements } from "../code/statements.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { holds, inStatements } from "../code/visit-facts.ts";
import type { StoredAnswers } from "./idempotent-handler.ts";

export type StoreAt = (place: { readonly source: SourceText; readonly offset: number }) => StoredAnswers | undefined;

export interface Planned {
  readonly edits: readonly Edit[];
  readonly steps: readonly string[];
}

/**
 * Handlers that take a `Request` and return a `Response`: the work begins where the body is read, behind the check of who is
 * calling, so that the body is still there to be compared.
 */
export function aroundResponse(model: ServiceModel, entryPoint: EntryPoint, storeAt: StoreAt): Planned | undefined {
  const handler = handlerCode(model, entryPoint);
  const target = handler?.source.facts.functions[handler.index];
  const request = handler?.parameters[0];
  if (!handler || !target?.async || target.short || request === undefined) return undefined;
  const { source } = handler;
  if (answersByResponse(source.file) || /^res(?:ponse)?$/.test(handler.parameters[1] ?? "")) return undefined;
  if (/\bidempotent\(/.test(source.text.slice(...target.bodyAt))) return undefined;
  const list = workList(target);
  const from = list.findIndex(
    (statement) => readsBody(statement, request) || hasEffect(entryPoint, handler, statement),
  );
  const work = list.slice(from);
  const [first] = work;
  if (from < 0 || !first || !isBehindGuards(entryPoint, handler, first)) return undefined;

  const offset = statementStart(source.text, first);
  const caller = callerAt(model, entryPoint, source, offset);
  const stored = caller === undefined ? undefined : storeAt({ source, offset });
  if (!stored || caller === undefined) return undefined;
  const given = [stored.reach.client, request, caller.code].filter(Boolean).join(", ");
  // Awaited, so that a `catch` around it still sees what fails.
  const open = `return await ${stored.helper.local}(${given}, async () => {`;
  const around = wrapStatements(source, work, [open], inFileStyle(source, ["});"]));
  const edits = composeEdits(around, caller.edits, ...stored.edits);
  return edits && { edits: tidyEdits(edits), steps: stored.steps };
}

/** A method of a controller: the key comes as a parameter, and what the method returns is kept. */
export function aroundNestWork(model: ServiceModel, entryPoint: EntryPoint, storeAt: StoreAt): Planned | undefined {
  const handler = handlerCode(model, entryPoint);
  const target = handler?.source.facts.functions[handler.index];
  const [first] = target?.body ?? [];
  if (!handler || !target || !first || target.kind !== "method" || !/\.[cm]?ts$/.test(handler.source.file))
    return undefined;
  const { source } = handler;
  const written = source.text.slice(target.at[0], target.bodyAt[1]);
  if (/\bidempotent\(|@(?:Res|Response|Sse)\(/.test(written)) return undefined;
  const key = keyParameter(source, target);
  if (!key) return undefined;

  const offset = statementStart(source.text, first);
  const caller = callerAt(model, entryPoint, source, offset);
  const stored = caller === undefined ? undefined : storeAt({ source, offset });
  if (!stored || caller === undefined) return undefined;
  const body = sentParameters(source, target, caller.code);
  const request = freeLocalName(source, handler.index, "request");
  const fields = [
    key.name === "key" ? "key" : `key: ${key.name}`,
    `route: "${entryPoint.method} ${entryPoint.path}"`,
    `caller: ${caller.code}`,
    body === "body" ? "body" : `body: ${body}`,
  ];
  const given = [stored.reach.client, request, "async () => {"].filter(Boolean).join(", ");
  const open = inFileStyle(source, [
    `const ${request} = { ${fields.join(", ")} };`,
    `return ${stored.helper.local}(${given}`,
  ]);
  const around = wrapStatements(source, target.body, open, inFileStyle(source, ["});"]));
  const edits = composeEdits(around, parametersTogether(source.file, caller.edits, key.edits), ...stored.edits);
  return edits && { edits: tidyEdits(edits), steps: stored.steps };
}

/** The body, or that of the `try` that is all of it. */
function workList(target: FunctionFacts): readonly Statement[] {
  const [only] = target.body;
  const whole = target.body.length === 1 && only?.kind === "try" && only.finally.length === 0;
  return whole ? only.body : target.body;
}

function readsBody(statement: Statement, request: string): boolean {
  for (const expression of inStatements([statement])) {
    if (expression.kind !== "member" || expression.object.kind !== "name" || expression.object.name !== request)
      continue;
    if (/^(?:json|text|formData|arrayBuffer|blob|body)$/.test(expression.name)) return true;
  }
  return false;
}

export function hasEffect(entryPoint: EntryPoint, { source }: HandlerCode, statement: Statement): boolean {
  return entryPoint.effects.some(
    (effect) =>
      effect.access !== "read" &&
      [...effect.stack.map((site) => site.place), effect.place].some(
        (place) => place.file === source.file && holds(statement.at, place.at),
      ),
  );
}

/**
 * Who is calling is known ahead of the work, and what they may; nothing of the work stands ahead of that. That the caller's row
 * is there may be asked once more within.
 */
export function isBehindGuards(entryPoint: EntryPoint, { source, index }: HandlerCode, first: Statement): boolean {
  const body = source.facts.functions[index]?.bodyAt;
  if (!body) return false;
  const checks = entryPoint.trail.events.filter((event) => event.kind === "check" || event.kind === "guard");
  const isAhead = (guard: EntryPoint["guards"][number]) => {
    const event = checks.find((one) => one.order === guard.order);
    const places = event ? [...event.stack.map((site) => site.place), event.place] : [guard.place];
    const here = places.find((place) => place.file === source.file && holds(body, place.at));
    return here === undefined || here.at[0] < first.at[0];
  };
  const authentication = entryPoint.guards.filter((guard) => guard.kind === "authentication");
  const roles = entryPoint.guards.filter((guard) => guard.kind === "role");
  return (authentication.length === 0 || authentication.some(isAhead)) && roles.every(isAhead);
}

/** The caller in words of the handler; `undefined` as code where the route is open to all. */
export function callerAt(
  model: ServiceModel,
  entryPoint: EntryPoint,
  source: SourceText,
  offset: number,
): CallerCode | undefined {
  if (!entryPoint.guards.some((guard) => guard.kind === "authentication")) return { code: "undefined", edits: [] };
  return callerCode(model, entryPoint, source, offset);
}

/** Two new parameters stand at one place: one behind the other. */
function parametersTogether(file: string, ...groups: readonly (readonly Edit[])[]): readonly Edit[] {
  const all = groups.flat();
  const isParameter = (edit: Edit) => edit.kind === "replace" && edit.file === file && /^(?:, )?@/.test(edit.text);
  const parameters = all.filter(isParameter);
  const [first, ...more] = parameters;
  if (first?.kind !== "replace" || more.length === 0) return all;
  const texts = parameters.map((edit) => edit.text.replace(/^, /, ""));
  const joined = { ...first, text: (first.text.startsWith(", ") ? ", " : "") + texts.join(", ") };
  return [...all.filter((edit) => !isParameter(edit)), joined];
}

/** What the client sent, as code: all parameters but those that say who is calling. */
function sentParameters(source: SourceText, target: FunctionFacts, caller: string): string {
  const names: string[] = [];
  for (const { decorators, pattern } of target.parameters) {
    const written = decorators.map((one) => source.text.slice(...one.at)).join(" ");
    const name = pattern.kind === "binding" ? source.facts.bindings[pattern.binding]?.name : undefined;
    if (name === undefined || name === rootName(caller) || /^(?:Req|Request|Headers|Ip|Session)\b/.test(written))
      continue;
    names.push(name);
  }
  if (names.length === 0) return "null";
  return names.length === 1 ? names[0]! : `{ ${names.join(", ")} }`;
}
