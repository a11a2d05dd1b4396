/** What an outgoing HTTP request is: the host it goes to (the system), its path (the target), and whether it only reads. */
import type { Term } from "../../model/term.ts";
import type { CallDefinition } from "../define-system.ts";
import { hostOf, pathOf } from "./host.ts";
import { type KnownHost, knownHost } from "./known-hosts.ts";
import { requestKind } from "./request-kind.ts";
import { literalText } from "./terms.ts";

export interface HttpRequest {
  readonly url: Term | undefined;
  /** What relative addresses are relative to. */
  readonly base?: Term | undefined;
  /** Undefined where it cannot be read; absent in the code means GET. */
  readonly method: string | undefined;
  readonly headers?: Term | undefined;
  readonly data?: Term | undefined;
}

export function httpCall({ url, base, method, headers, data }: HttpRequest): CallDefinition {
  const host = hostOf(url, base);
  const known = knownHost(host);
  const reads = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const path = known?.secretPath ? undefined : pathOf(url);
  const common: CallDefinition = {
    access: "call",
    ...(host !== undefined && { system: known?.system ?? host }),
    ...(path !== undefined && { target: `=${path}` }),
    ...(known && { category: known.category }),
  };
  if (reads) return { ...common, operation: known?.sendsByGet && SENDS.test(path ?? "") ? "send" : "read" };
  const key = header(headers, known?.key ?? "idempotency-key");
  const isTold = known !== undefined && !(known.category === "payment" && known.operation === "call");
  const kind = isTold || method !== "POST" ? undefined : requestKind(path, data);
  const operation = method === undefined ? "call" : (knownOperation(known, url, method) ?? "call");
  return {
    ...common,
    // A payment by hand is a write like one through the provider's library.
    ...(known?.category === "payment" && operation !== "read" && { access: "write" }),
    operation,
    ...kind,
    ...(data && { data }),
    ...keyOf(key, known, headers),
  };
}

/** `/sms/send`; whether a code is right, what is left and what came of it are questions. */
const SENDS = /^(?!.*(?:verify|balance|\/bal(?:\/|$)|report|status|get_|addon|template)).*(?:sms|send|otp|bulk)/i;

function keyOf(
  key: Term | undefined,
  known: KnownHost | undefined,
  headers: Term | undefined,
): Partial<CallDefinition> {
  if (key) return { key };
  if (!known?.key) return {};
  // Headers that cannot be read may hold it.
  const readable =
    headers === undefined || (headers.kind === "object" && headers.fields.every((one) => one.key !== undefined));
  return readable ? { key: `$1.headers.${known.key}` } : { key: headers };
}

/** Reads of a service that come as POST: tokens, searches. */
function knownOperation(
  known: KnownHost | undefined,
  url: Term | undefined,
  method: string,
): CallDefinition["operation"] {
  if (!known) return undefined;
  const text = url?.kind === "text" ? url.parts.map((part) => literalText(part) ?? "?").join("") : literalText(url);
  // Taking away what the provider knows moves no money.
  if (known.category === "payment" && method === "DELETE") return "delete";
  if (known.category === "payment" && text && NAMES_SOMEBODY.test(text)) return "set";
  return text &&
    /\/(?:oauth2?|token|search|getReceipts|analytics|reports?|verify[\w-]*|[\w-]*quotes?|rates|estimates?|previews?|auth\.test|users\.lookupByEmail)\b/i.test(
      text,
    )
    ? "read"
    : known.operation;
}

/** Whom money may go to is told to the provider: none goes there yet. A second entry for one account is the first. */
const NAMES_SOMEBODY = /\/(?:transfer_?-?recipients?|beneficiar(?:y|ies)|payees?|sub_?-?accounts?)\b\/?[^/]*$/i;

function header(headers: Term | undefined, name: string): Term | undefined {
  if (headers?.kind !== "object") return undefined;
  for (const { key, value } of headers.fields) {
    if (key?.toLowerCase() === name || key?.toLowerCase() === "idempotency-key") return value;
    const spread = key === undefined ? header(givenOrNone(value), name) : undefined;
    if (spread) return spread;
  }
  return undefined;
}

/** `...(key ? { "idempotency-key": key } : {})`, `...(key && { … })`: the fields where they are given. */
function givenOrNone(spread: Term): Term | undefined {
  if (spread.kind !== "operation") return spread;
  const [test, yes, no] = spread.parts;
  if (spread.operator === "&&") return yes;
  if (spread.operator !== "?:" || !test) return undefined;
  return no?.kind === "object" && no.fields.length === 0 ? yes : no;
}

/** Method of a request from its options: GET where none is given, undefined where it cannot be read. */
export function methodOf(options: Term | undefined, otherwise = "GET"): string | undefined {
  if (options === undefined || options.kind === "undefined") return otherwise;
  if (options.kind !== "object") return undefined;
  const method = options.fields.findLast((one) => one.key === "method")?.value;
  if (method) return literalText(method)?.toUpperCase();
  return options.fields.some((one) => one.key === undefined) ? undefined : otherwise;
}
