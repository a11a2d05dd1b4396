/** What a client or a message sent that reaches an effect as it was sent: no schema read it, no test looked at it. */

import { alternatives } from "../../link/evaluate/members.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { someTerm, termsOutside } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { CheckEvent, GuardEvent, OpaqueEvent, Scope } from "../../model/path.ts";
import type { InputSource, Term } from "../../model/term.ts";

export type InputTerm = Term & { readonly kind: "input" };

/** One column of what is written, and the input that fills it. */
export interface RawField {
  /** The column; undefined where the input is stored as a whole or in a list. */
  readonly name: string | undefined;
  readonly input: InputTerm;
}

/** Fields of the effect's data that hold what was sent, unread. Empty where something on the way may have read it. */
export function rawFields(entry: EntryPoint, effect: Effect, sources: ReadonlySet<InputSource>): readonly RawField[] {
  if (effect.data === undefined || entry.unreadable || !holds(effect.data, HOLDS_CLIENT_DATA)) return [];
  const fields = fieldsAsSent(effect.data, undefined, sources, 0);
  if (fields.every(isReference)) return [];
  const inputs = fields.map(({ input }) => input);
  return isRead(entry, effect, inputs) ? [] : fields;
}

/** An id that the database looks up itself, or what the queue says of the message: its id, its name, when it came. */
function isReference({ name, input }: RawField): boolean {
  const own = input.path.length === 1 && ENVELOPE.test(input.path[0] ?? "") && OF_QUEUE.has(input.source);
  return own || ID.test(name ?? input.path.at(-1) ?? "");
}

const ID = /(?:^|_)(?:id|uuid)$|[a-z](?:Id|UUID|Uuid)$/;
const ENVELOPE =
  /^(?:id|_id|messageId|key|name|type|topic|partition|offset|timestamp|attempts\w*|processedOn|queueName)$/;
const OF_QUEUE: ReadonlySet<InputSource> = new Set(["job", "message", "event"]);

/** What was sent, or an object in it, becomes the row: whoever sends it names the columns. */
export function isWhole(data: Term): boolean {
  if (data.kind === "input") return FREE.has(data.source);
  return (
    data.kind === "object" &&
    data.fields.some(
      (field) => field.key === undefined && (alternatives(field.value).some(isWhole) || namesColumns(field.value)),
    )
  );
}

/** Columns are named after the keys of what was sent: `SET ${Object.keys(body).map(…).join()}`. */
function namesColumns(columns: Term): boolean {
  return someTerm(
    columns,
    (part) =>
      part.kind === "operation" && part.operator === "keys" && part.parts[0] !== undefined && isWhole(part.parts[0]),
  );
}

const FREE: ReadonlySet<InputSource> = new Set(["body", "query", "arguments", "message"]);

const MAXIMUM_DEPTH = 6;

/** Only what passes through unchanged: no number, no hash, no value that a call made of it. */
function fieldsAsSent(
  term: Term,
  name: string | undefined,
  sources: ReadonlySet<InputSource>,
  depth: number,
): readonly RawField[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const inner = (part: Term, key = name) => fieldsAsSent(part, key, sources, depth + 1);
  switch (term.kind) {
    case "input":
      return sources.has(term.source) ? [{ name, input: term }] : [];
    case "object":
      return term.fields.flatMap((field) => inner(field.value, field.key ?? name));
    case "array":
      return term.items.flatMap((item) => inner(item));
    case "choice":
      return term.options.flatMap((option) => inner(option));
    case "operation":
      if (term.operator === "?:") return term.parts.slice(1).flatMap((part) => inner(part));
      return term.operator === "||" || term.operator === "??" || term.operator === "&&"
        ? term.parts.flatMap((part) => inner(part))
        : [];
    case "member":
    case "element":
      return inner(term.of);
    case "text":
    case "unknown": {
      // A text of one part, or what JSON.parse gave: the same in another type.
      const [only] = term.parts;
      if (only && term.parts.length === 1) return inner(only);
      // A list made of a list: `items.map((item) => ({ … }))`.
      return term.parts.flatMap((part) => (part.kind === "object" ? inner(part) : []));
    }
    default:
      return [];
  }
}

/** A schema, a test or something unreadable on the way to the effect may have looked at one of the inputs. */
function isRead(entry: EntryPoint, effect: Effect, inputs: readonly InputTerm[]): boolean {
  const { events } = entry.trail;
  const answers = new Set<Term>(events.flatMap((event) => (event.kind === "effect" ? [event.result] : [])));
  const tested = (test: Term): boolean => looksAt(test, inputs, answers);
  for (const event of events) {
    if (event.order >= effect.order) break;
    if (event.kind === "guard" && event.guard === "validation" && reads(event, inputs)) return true;
    if (event.kind === "opaque" && mayRead(event, inputs)) return true;
    if (event.kind === "check" && (tested(event.test) || refusesInput(event, answers))) return true;
  }
  if (effect.scopes.some((scope: Scope) => scope.kind === "branch" && tested(scope.test))) return true;
  const checks = new Set(events.map((event) => event.order));
  return entry.guards.some(
    (guard) => guard.kind === "validation" && guard.order < effect.order && !checks.has(guard.order),
  );
}

/** A schema that was given another part of the request says nothing of this one. */
function reads(event: GuardEvent, inputs: readonly InputTerm[]): boolean {
  const given = [...event.call.arguments, event.call.callee].flatMap((term) => [...termsOutside(term, new Set())]);
  const read = given.filter((part): part is InputTerm => part.kind === "input");
  if (read.length > 0) return read.some((one) => inputs.some((input) => concerns(one, input)));
  const named = sourceNamed(event);
  return named === undefined || inputs.some((input) => input.source === named);
}

const NAMED: Readonly<Record<string, InputSource>> = {
  json: "body",
  form: "body",
  query: "query",
  param: "params",
  header: "headers",
  cookie: "cookies",
};

/** `zValidator("param", …)` reads the address alone. */
function sourceNamed({ call }: GuardEvent): InputSource | undefined {
  const [first] = call.arguments;
  if (call.callee.kind !== "external" || !/validator/i.test(call.callee.path[0] ?? "")) return undefined;
  return first?.kind === "literal" ? NAMED[String(first.value)] : undefined;
}

/** One is the other, a part of it, or the request it came with. */
function concerns(given: InputTerm, input: InputTerm): boolean {
  if (given.source === "request" || given.source === "context") return given.path.length === 0;
  return isWithin(given, input) || isWithin(input, given);
}

function isWithin(inner: InputTerm, outer: InputTerm): boolean {
  return inner.source === outer.source && outer.path.every((name, index) => inner.path[index] === name);
}

const REPORTS = /(?:^|\.)(?:log|logger|info|debug|warn|error|trace|track|capture\w*|emit|inspect)$/i;
const READS = /valid|schema|parse|sanit|check|assert|verify|ensure|clean|decode|cast|coerce|normali[sz]e/i;

/** A call that nobody could read was given the input, or is named so that it may well read the request. */
function mayRead(event: OpaqueEvent, inputs: readonly InputTerm[]): boolean {
  if (event.inChain) return true;
  const { text, callee } = event.call;
  if (REPORTS.test(text)) return false;
  if (callee.kind === "input" && READS.test(text)) return true;
  return event.call.arguments.some((argument) =>
    [...termsOutside(argument, new Set())].some(
      (part) => part.kind === "input" && inputs.some((input) => concerns(part, input)),
    ),
  );
}

/** The test is about one of the inputs; that there is a body at all says nothing of what is in it. */
function looksAt(test: Term, inputs: readonly InputTerm[], answers: ReadonlySet<Term>): boolean {
  if (isPresence(test, inputs)) return false;
  return [...termsOutside(test, answers)].some(
    (part) => part.kind === "input" && inputs.some((input) => isWithin(part, input) || isWithin(input, part)),
  );
}

const LOGIC = new Set(["!", "&&", "||", "??", "===", "!==", "typeof"]);

function isPresence(test: Term, inputs: readonly InputTerm[]): boolean {
  if (test.kind === "literal" || test.kind === "undefined") return true;
  if (test.kind === "operation" && LOGIC.has(test.operator))
    return test.parts.every((part) => isPresence(part, inputs));
  return (
    test.kind === "input" &&
    !inputs.some((input) => isWithin(test, input)) &&
    inputs.some((input) => isWithin(input, test))
  );
}

/** An answer that refuses the input as such, by a test that tells nothing else: errors that were gathered in a list. */
function refusesInput(event: CheckEvent, answers: ReadonlySet<Term>): boolean {
  const within = [...termsOutside(event.test, new Set())];
  if (within.some((part) => answers.has(part))) return false;
  const { status, value } = event.stop;
  if (!within.some((part) => part.kind === "input") && (status === 400 || status === 422 || namesInput(value)))
    return true;
  return status !== 401 && status !== 403 && within.every((part) => PLAIN.has(part.kind));
}

const PLAIN = new Set([
  "array",
  "object",
  "literal",
  "undefined",
  "member",
  "element",
  "operation",
  "choice",
  "unknown",
]);

/** `throw new ValidationError(…)`. */
function namesInput(thrown: Term | undefined): boolean {
  if (thrown?.kind !== "external") return false;
  return /valid|bad_?request|unprocessable|bad_?user_?input/i.test(thrown.path.join("."));
}
