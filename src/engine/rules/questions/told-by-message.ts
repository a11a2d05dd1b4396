/** What messages say: rows that go out to people, failures that operators hear of. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";

/** A later message is made of the row: whoever names the row has it sent, and says whose it is. */
export function isToldByMessage(entry: EntryPoint, { order, result }: Effect): boolean {
  return entry.effects.some(
    (message) =>
      (message.category === "email" || message.category === "sms") &&
      message.access !== "read" &&
      message.order > order &&
      [message.data, ...message.call.arguments].some((given) => given !== undefined && containsTerm(given, result)),
  );
}

/** Something went wrong, each time anew, and the operators are told. Whoever the request names is not one of them. */
export function tellsOfFailure({ operation, scopes, data, call }: Effect): boolean {
  if (operation !== "send" || !scopes.some(({ kind }) => kind === "catch")) return false;
  const [message = data] = call.arguments;
  if (message?.kind !== "object" || message.fields.some(({ key }) => key === undefined)) return false;
  // Where it names nobody, the address is the client's own: `new IncomingWebhook(url).send({ text })`.
  const to = message.fields.filter(({ key }) => RECEIVER.test(key ?? ""));
  return !to.some(({ value }) => holds(value, HOLDS_CLIENT_DATA));
}

const RECEIVER = /^(?:to|cc|bcc|recipients?|destination|toAddresses|phone|chat_?id|channel)$/i;
