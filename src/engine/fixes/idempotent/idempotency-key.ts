/**
 * Passes an idempotency key to a call that must not happen twice, the way its library takes one.
 *
 * A key is only worth something if a retry makes the same one: it comes from the delivery (`event.id`), from a row that
 * was there before the request, from the route's id, or from the client's `Idempotency-Key` header; never from the clock,
 * chance, or a row made in the same run.
 */

import type { CallExpression, Expression, Field, Statement } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { addField, addOption, appendArgument } from "../code/call-arguments.ts";
import { answersByResponse, handlerCode } from "../code/handler-code.ts";
import { keyParameter } from "../code/method-parameters.ts";
import { nameInReach, rootName } from "../code/names-in-reach.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { tidyEdits } from "../code/text-edits.ts";
import { callAt, deep, functionAround, holds, statementsAround } from "../code/visit-facts.ts";

export interface CallToKey {
  readonly entryPoint: EntryPoint;
  readonly effect: Effect;
  readonly model: ServiceModel;
}

/** The ways to give this call a key, best first. Empty where nothing stable is in reach, or the library takes no key. */
export function idempotencyKey({ entryPoint, effect, model }: CallToKey): readonly Fix[] {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  const knob = knobs[effect.via];
  if (!source || !call || !knob) return [];
  const owner = functionAround(source.facts, call.at[0]);
  const prefix = prefixOf(effect.call.text);

  const fixes: Fix[] = [];
  for (const { code, note, edits: needed } of stableIds({ entryPoint, effect, model }, source, call, owner)) {
    // One header for several calls: each call needs a key of its own, and none where there is no header.
    const own = note === "header" && keyedCalls(entryPoint) > 1 ? `${code} && \`${prefix}-\${${code}}\`` : code;
    const value = note === "header" ? own : `\`${prefix}-\${${code}}\``;
    const passed = knob(source, call, effect.call.text, value);
    if (!passed) continue;
    const edits = tidyEdits([...passed, ...(needed ?? [])]);
    fixes.push({
      title: note === "header" ? "Pass the client's Idempotency-Key" : `Pass an idempotency key made from ${code}`,
      kind: "suggestion",
      edits: () => edits,
      checklist: [checks[note]],
    });
  }
  return fixes;
}

/** Replaces a key that is another one at every run by one that a retry makes again. */
export function stableKey({ entryPoint, effect, model }: CallToKey): readonly Fix[] {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  const field = source && call && unstableField(source, call);
  if (!source || !call || !field) return [];
  const owner = functionAround(source.facts, call.at[0]);
  const prefix = prefixOf(effect.call.text);
  return stableIds({ entryPoint, effect, model }, source, call, owner).map(({ code, note, edits = [] }): Fix => {
    const value = note === "header" ? `${code} && \`${prefix}-\${${code}}\`` : `\`${prefix}-\${${code}}\``;
    const text = note === "header" && field.key === "idempotencyKey" ? code : value;
    const all = tidyEdits([{ kind: "replace", file: source.file, at: field.value.at, text }, ...edits]);
    return {
      title: note === "header" ? "Make the key from the client's Idempotency-Key" : `Make the key from ${code}`,
      kind: "suggestion",
      edits: () => all,
      checklist: [checks[note]],
    };
  });
}

/** The option that holds the key: `jobId: randomUUID()`. */
function unstableField(source: SourceText, call: CallExpression): Field | undefined {
  for (const object of deep(call.arguments)) {
    if (object.kind !== "object") continue;
    const found = object.fields.find(
      ({ key, value }) =>
        /^(?:jobId|idempotencyKey|paypalRequestId|singletonKey|messageDeduplicationId|MessageDeduplicationId|deduplicationId)$/.test(
          key ?? "",
        ) && /Date\.now|new Date|random|uuid|nanoid|cuid|ulid/i.test(source.text.slice(...value.at)),
    );
    if (found) return found;
  }
  return undefined;
}

/** Calls on this path that take a key. */
function keyedCalls(entryPoint: EntryPoint): number {
  return new Set(
    entryPoint.effects.filter((one) => one.via in knobs && one.access !== "read").map((one) => one.call.text),
  ).size;
}

type Note = "delivery" | "row" | "header";

const checks: Record<Note, string> = {
  delivery: "The same delivery makes the same key; check that one delivery makes this call only once.",
  row: "Check that this operation happens once per id. Where it may happen again on purpose (a second refund, another try with a new card), let the number of the attempt be part of the key.",
  header:
    "Let the client send an `Idempotency-Key` header: a new UUID for every intent (opening the form), the same one for every retry.",
};

interface StableId {
  readonly code: string;
  readonly note: Note;
  /** What the code needs: a parameter. */
  readonly edits?: readonly Edit[];
}

function stableIds(to: CallToKey, source: SourceText, call: CallExpression, owner: number): readonly StableId[] {
  const { entryPoint } = to;
  const reach = (code: string) => {
    const root = rootName(code);
    return root !== undefined && nameInReach(source.facts, root, owner, call.at[0]) !== undefined;
  };
  const found: StableId[] = [];
  for (const code of entryPoint.delivery.identities) if (reach(code)) found.push({ code, note: "delivery" });
  if (found.length > 0) return found;

  if (entryPoint.kind !== "schedule") {
    const row = readRow(to, source, call, owner);
    if (row !== undefined && reach(row)) found.push({ code: row, note: "row" });
  }
  const header = headerOf(to, source, call);
  if (header !== undefined) found.push({ ...header, note: "header" });
  // Paying for the thing in the path happens once; refunds and changes may happen again on purpose.
  const once = /[:{[]/.test(entryPoint.path) && /payment|charge|checkout/i.test(to.effect.call.text);
  return once ? found : found.reverse();
}

/** `order.id`, where `order` is used in the call's arguments and comes from a read that stands before it. */
function readRow(
  { entryPoint, effect }: CallToKey,
  source: SourceText,
  call: CallExpression,
  owner: number,
): string | undefined {
  for (const expression of deep(call.arguments)) {
    if (expression.kind !== "member" || expression.object.kind !== "name") continue;
    const { name, binding } = expression.object;
    const origin = originOf(source, owner, binding, 4);
    if (!origin) continue;
    const made = entryPoint.effects.filter(
      (one) => one !== effect && one.place.file === source.file && origin.some((at) => holds(at, one.call.place.at)),
    );
    if (made.length > 0 && made.every((one) => one.access === "read")) return `${name}.id`;
  }
  return undefined;
}

/** Spans of the expressions a variable's value comes from, following a few declarations inside the function. */
function originOf(
  source: SourceText,
  owner: number,
  binding: number,
  steps: number,
): readonly (readonly [number, number])[] | undefined {
  const declaration = declarationOf(source.facts.functions[owner]?.body ?? [], source, binding);
  if (!declaration?.value) return undefined;
  const spans = [declaration.value.at];
  if (steps === 0) return spans;
  for (const expression of deep([declaration.value])) {
    if (
      expression.kind === "name" &&
      expression.binding >= 0 &&
      source.facts.bindings[expression.binding]?.owner === owner
    ) {
      spans.push(...(originOf(source, owner, expression.binding, steps - 1) ?? []));
    }
  }
  return spans;
}

function declarationOf(body: readonly Statement[], source: SourceText, binding: number) {
  const at = source.facts.bindings[binding]?.at[0];
  if (at === undefined) return undefined;
  const last = statementsAround(body, at).at(-1);
  const statement = last?.list[last.index];
  return statement?.kind === "declare" ? statement : undefined;
}

/** The request's `Idempotency-Key`, in the framework's words; only in the handler itself, where the request is. */
function headerOf(
  { entryPoint, model }: CallToKey,
  source: SourceText,
  call: CallExpression,
): Omit<StableId, "note"> | undefined {
  if (entryPoint.kind !== "http") return undefined;
  const handler = handlerCode(model, entryPoint);
  const target = handler && source.facts.functions[handler.index];
  if (!handler || handler.source.file !== source.file || !target || !holds(target.bodyAt, call.at)) return undefined;
  if (entryPoint.framework === "nestjs") {
    const parameter = keyParameter(source, target);
    return parameter && { code: parameter.name, edits: parameter.edits };
  }
  const request = handler.parameters[0];
  const read = answersByResponse(source.file) ? headers["fastify"] : headers[entryPoint.framework];
  return request === undefined || read === undefined ? undefined : { code: `${request}.${read}` };
}

/** How a header is read off the handler's first parameter. */
const headers: Readonly<Record<string, string>> = {
  express: `get("Idempotency-Key")`,
  koa: `get("Idempotency-Key")`,
  fastify: `headers["idempotency-key"]?.toString()`,
  hono: `req.header("Idempotency-Key")`,
  nextjs: `headers.get("Idempotency-Key") ?? undefined`,
  remix: `request.headers.get("Idempotency-Key") ?? undefined`,
};

/** Puts a key where one library takes it. Undefined where the call's shape leaves no room. */
type Knob = (source: SourceText, call: CallExpression, text: string, value: string) => readonly Edit[] | undefined;

/** In an options object at an argument. */
const option =
  (index: number, field: string): Knob =>
  (source, call, _text, value) =>
    addOption(source, call, index, field, value);

const knobs: Readonly<Record<string, Knob>> = {
  // https://docs.stripe.com/api/idempotent_requests: request options are the last argument, behind ids and parameters.
  stripe: (source, call, text, value) => {
    if (call.arguments.some((argument) => argument.kind === "spread")) return undefined;
    const named = !/\.(?:create|list|search)$/.test(text) && !isParameters(call.arguments[0]);
    const index = named ? 2 : 1;
    if (call.arguments.length === index - 1 && named)
      return [appendArgument(source, call, `{}, { idempotencyKey: ${value} }`)];
    return addOption(source, call, index, "idempotencyKey", value);
  },
  adyen: option(1, "idempotencyKey"),
  // https://resend.com/docs/dashboard/emails/idempotency-keys
  resend: option(1, "idempotencyKey"),
  // https://docs.bullmq.io/guide/jobs/job-ids: an id must not hold a colon.
  bullmq: option(2, "jobId"),
  // https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueadd: a named job has its name first.
  bull: (source, call, _text, value) =>
    addOption(source, call, call.arguments[0]?.kind === "literal" ? 2 : 1, "jobId", value),
  mollie: inParameters("idempotencyKey"),
  square: inParameters("idempotencyKey"),
  paypal: inParameters("paypalRequestId"),
};

function inParameters(field: string): Knob {
  return (source, call, _text, value) => {
    const [parameters] = call.arguments;
    if (parameters?.kind !== "object" || parameters.fields.some((one) => one.key === field || one.spread))
      return undefined;
    return [addField(source, parameters, field, value)];
  };
}

function isParameters(argument: Expression | undefined): boolean {
  return argument === undefined || argument.kind === "object";
}

/** `stripe.paymentIntents.create` → `payment-intent`; the last name but one says what is made. */
function prefixOf(call: string): string {
  const parts = call.replace(/\(.*$/, "").split(".");
  const noun = parts.at(-2) ?? parts.at(-1) ?? "call";
  const words = spelledApart(noun, "-").toLowerCase();
  return words.endsWith("s") && !words.endsWith("ss") ? words.slice(0, -1) : words;
}
