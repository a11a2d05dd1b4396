/** What a POST to a service that nobody knows does, by what it sends: a message to somebody, a payment. */
import type { Term } from "../../model/term.ts";
import type { CallDefinition } from "../define-system.ts";
import { keysOf, objectsIn } from "./terms.ts";

type Kind = Pick<CallDefinition, "category" | "operation" | "access">;

const TO = /^(?:to|recipients?|to_?(?:number|email|phone)|phone(?:_?number)?|mobile|msisdn|email(?:_?address)?)$/i;
const TEXT = /^(?:subject|html|text|message|body|content|sms|template(?:_?id)?)$/i;
const LETTER = /^(?:subject|html)$/i;
const AMOUNT = /^(?:amount|cents|total|value|sum)$|^amount|amount$|_cents$|Cents$/i;
const PAYS =
  /\/(?:payments?|payment_?-?intents?|charges?|transfers?|payouts?|settlements?|refunds?|disbursements?|withdrawals?|captures?|charge_?-?authorization)(?:\/\*)?\/?$/i;

/** `/service/message/sendSmsMessage`, `/api/sms/send`, `/v1/send-email`. */
const SENDS =
  /(?:^|[/])send[-_]?(?:sms|text|mail|email|push|whats_?app|notification)[\w-]*\/?$|\/(?:sms|emails?|mails?|whatsapp)\/send\w*\/?$/i;

/** Undefined where neither the fields nor the path tell. */
export function requestKind(path: string | undefined, data: Term | undefined): Kind | undefined {
  const keys = objectsIn(data).flatMap(keysOf);
  const has = (pattern: RegExp): boolean => keys.some((key) => pattern.test(key));
  if (path !== undefined && PAYS.test(path) && has(AMOUNT))
    return { access: "write", category: "payment", operation: "charge" };
  if (path !== undefined && SENDS.test(path)) return { access: "call", category: "sms", operation: "send" };
  if (has(TO) && has(TEXT)) return { access: "call", category: has(LETTER) ? "email" : "sms", operation: "send" };
  return undefined;
}
