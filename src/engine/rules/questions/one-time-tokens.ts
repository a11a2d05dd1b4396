/** Tokens that are sent to somebody to be used once: to set a password anew, to come in by a link. */
import { tokensGiven } from "../../link/guards/signed-in-by-name.ts";
import { isSignedToken, signsToken } from "../../link/packages/signed-tokens.ts";
import { isSent } from "../../link/terms/sent.ts";
import { containingAny, containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { isPasswordField } from "../../vocabulary/password.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";

export interface ShownToken {
  /** The look-up by what was sent. */
  readonly read: Effect;
  /** The columns it asks for. */
  readonly columns: ReadonlySet<string>;
}

/** The first look-up by a one-time token of the request. */
export function shownToken({ effects }: EntryPoint): ShownToken | undefined {
  for (const read of effects) {
    if (read.access !== "read" || read.category !== "database" || !read.where) continue;
    const asked = fieldsOf(read.where);
    const isOfTokens = ONE_TIME.test(spelledApart(read.target ?? ""));
    const isToken = ({ key, value }: Field): boolean =>
      (isOfTokens ? NAMES_TOKEN : ONE_TIME_TOKEN).test(spelledApart(key)) && someTerm(value, isSent);
    if (asked.some(isToken)) return { read, columns: new Set(asked.map(({ key }) => key)) };
  }
  return undefined;
}

const ONE_TIME = /reset|forgot|recover|verif|magic|one_?time|single_?use|(?:^|_)otps?(?:_|$)/i;
const NAMES_TOKEN = /^(?:id|hash|guid|uuid|code|key|\w*token(?:_?hash)?)$/i;
const ONE_TIME_TOKEN =
  /^(?=.*(?:reset|forgot|recover|verif|magic|one_?time|single_?use|otp)).*(?:token|code|hash|key|guid|uuid|link|otp)(?:_?(?:hash|id))?$/i;

/** Who shows the token has a password set for the account that was found by it. */
export function setsPasswordOf(entry: EntryPoint, { read }: ShownToken): Effect | undefined {
  return entry.effects.find(
    ({ operation, order, data, where, result }) =>
      (operation === "set" || operation === "upsert") &&
      order > read.order &&
      data !== undefined &&
      fieldsOf(data).some(({ key, value }) => isPasswordField(key) && someTerm(value, isSent)) &&
      ((where !== undefined && (where === read.where || containsTerm(where, read.result))) ||
        containsTerm(result, read.result)),
  );
}

/** A session is signed for whoever was found by it: where it is signed, or is answered. */
export function signsInBy({ trail }: EntryPoint, { read }: ShownToken): PathEvent | undefined {
  const isOfRow = containingAny([read.result]);
  const signed = trail.events.find((event) => event.order > read.order && signs(event, isOfRow));
  if (signed || !tokensGiven(trail).some(isOfRow)) return signed;
  return (
    trail.events.find(
      ({ order, ...event }) =>
        order > read.order &&
        event.kind === "respond" &&
        event.value !== undefined &&
        someTerm(event.value, (part) => isSignedToken(part) && isOfRow(part)),
    ) ?? read
  );
}

function signs(event: PathEvent, isOfRow: (term: Term) => boolean): boolean {
  if (event.kind !== "opaque" && event.kind !== "guard" && event.kind !== "effect") return false;
  const { callee, arguments: given } = event.call;
  if (callee.kind === "external" && signsToken(callee.package, callee.path.at(-1) ?? ""))
    return [callee, ...given].some(isOfRow);
  // Handed on: `sessions.create({ token: jwt.sign({ sub: link.personId }, key) })`.
  return given.some((one) => someTerm(one, (part) => isSignedToken(part) && isOfRow(part)));
}

/**
 * The row of the token is removed or changed where that may take the token away, or nobody knows what becomes of it: a
 * function that cannot be read is given the row.
 */
export function mayBeUsedUp({ effects, trail }: EntryPoint, { read, columns }: ShownToken): boolean {
  return (
    effects.some(
      (one) =>
        one.access === "write" &&
        one.order > read.order &&
        (one.target === undefined || one.target === read.target) &&
        one.category === "database" &&
        (one.operation === "delete" || one.operation === "call" || marksUsed(one, columns)),
    ) || trail.events.some((event) => event.order > read.order && isHandedOn(event, read.result))
  );
}

/** The token itself, when it runs out, or whether it was used is written. */
function marksUsed({ data, operation }: Effect, columns: ReadonlySet<string>): boolean {
  if (operation === "insert") return false;
  if (data?.kind !== "object") return true;
  const fields = fieldsOf(data);
  return fields.length === 0 || fields.some(({ key }) => key === "" || columns.has(key) || MARKS.test(key));
}

const MARKS =
  /token|code|hash|key|otp|link|guid|used|consum|accept|expir|valid|status|state|redeem|revok|delet|claim|active/i;

function isHandedOn(event: PathEvent, row: Term): boolean {
  if (event.kind !== "opaque") return false;
  const { callee, text } = event.call;
  const last = text.split(".").at(-1) ?? "";
  if (callee.kind === "external" && !SPENDS.test(last)) return false;
  return [callee, ...event.call.arguments].some((one) => containsTerm(one, row));
}

const SPENDS = /delete|remove|consume|revoke|invalidate|clear|expire|destroy|burn|redeem|save|update|set/i;

interface Field {
  /** Empty where nobody knows what is spread there. */
  readonly key: string;
  readonly value: Term;
}

/** Columns with what they are set to or asked for, also those of a compound key and of what is spread. */
function fieldsOf(term: Term): readonly Field[] {
  if (term.kind === "array") return term.items.flatMap(fieldsOf);
  if (term.kind === "choice") return term.options.flatMap(fieldsOf);
  if (term.kind !== "object") return [];
  return term.fields.flatMap(({ key, value }): readonly Field[] => {
    if (key === undefined) {
      const inside = fieldsOf(value);
      return inside.length > 0 || value.kind === "object" ? inside : [{ key: "", value }];
    }
    return [{ key, value }, ...fieldsOf(value)];
  });
}
