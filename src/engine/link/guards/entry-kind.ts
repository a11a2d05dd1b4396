/** What an entry point is, besides what it is registered as: a message that another service sends, a queue that calls by HTTP. */

import type { EntryPointKind } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { EffectEvent, Path, PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import { somePart, someTerm } from "../terms/terms.ts";
import { inChain } from "../trail/chain.ts";
import { comparesSetting } from "./compares-setting.ts";

/** A message that another service sends: named so, or its handler checks the sender's signature. */
export function kindOf(
  kind: EntryPointKind,
  method: string,
  path: string,
  guards: readonly Guard[],
  trail: Path,
  chain: readonly { readonly name: string }[],
): EntryPointKind {
  if (kind !== "http" || (method !== "POST" && method !== "ALL" && method !== "PUT")) return kind;
  const ahead = new Set(chain.map(({ name }) => name));
  const rows = new Set(trail.events.flatMap((event) => (isFoundByCredential(event) ? [event.result] : [])));
  const hasSession = (guard: Guard): boolean =>
    isPersonal(guard) && guard.proves.some((term) => someTerm(term, isSession));
  const isVisitor = (guard: Guard): boolean => hasSession(guard) || (isPersonal(guard) && ahead.has(guard.name));
  const isCustomer = (guard: Guard): boolean =>
    isPersonal(guard) && guard.proves.some((term) => someTerm(term, (part) => rows.has(part)));
  // Middleware may ask on some ways only, and not of whoever has no key: `if (isOpen(ctx.path) && !key) return next()`.
  const certain = guards.filter(({ scopes }) => scopes.length === 0);
  const signed = guards.some(
    (guard) =>
      guard.kind === "signature" &&
      guard.proves.some(isSentAside) &&
      !chain.some(({ name }) => name === guard.name) &&
      !trail.events.some((event) => event.order === guard.order && inChain(event)),
  );
  // What its handler asks about people once the sender is known is no log-in of the sender.
  const sender = guards.find((guard) => guard.kind === "signature" && guard.proves.some(isSentAside));
  const first = (guard: Guard): boolean => sender === undefined || guard.order < sender.order;
  // A queue that calls by HTTP signs what it sends.
  if (guards.some((guard) => guard.kind === "signature" && guard.proves.some(isOfQueue))) return "queue";
  // Where somebody is signed in, "webhooks" are rows that a customer keeps, told by a session or by a key.
  const isAsked = guards.some((guard) => first(guard) && (isVisitor(guard) || (KEPT.test(path) && isCustomer(guard))));
  const named =
    !isAsked && (NAMED.test(path) || (method === "POST" && (isCalledBack(path, trail) || tellsOfEvents(trail))));
  // What a signed-in person's browser sends on may be signed by the provider too.
  return named || (signed && !certain.some(hasSession)) ? "webhook" : kind;
}

const NAMED = /(?:^|[/_-])(?:web)?hooks?(?:[/_-]|$)/i;
/** `/webhooks`, `/webhooks/:id`: a list that somebody keeps. */
const KEPT = /(?:^|[/_-])(?:web)?hooks(?:\/:[^/]+)?(?:\/[^/]+)?$/i;

/** `/payments/ipn`, `/video/callback`: something is told there that this service writes down, and nobody comes in by it. */
function isCalledBack(path: string, trail: Path): boolean {
  return (
    CALLBACK.test(path) &&
    !WAY_IN.test(path) &&
    trail.events.some((event) => event.kind === "effect" && event.access === "write" && event.category === "database")
  );
}

const CALLBACK = /(?:^|[/_-])(?:ipn|callback|postback|notify)$/i;
const WAY_IN = /auth|sso|saml|oidc|log-?in|sign-?in|connect/i;

/** What is done depends on the name of an event that was sent: `body.type === "charge.succeeded"`. */
function tellsOfEvents(trail: Path): boolean {
  return trail.events.some(
    (event) =>
      (event.kind === "check" && namesEvent(event.test)) ||
      event.scopes.some(
        (scope) =>
          (scope.kind === "branch" && namesEvent(scope.test)) ||
          (scope.kind === "case" &&
            isEventName(scope.on) &&
            scope.value !== undefined &&
            someTerm(scope.value, isDotted)),
      ),
  );
}

const namesEvent = somePart(
  (part) =>
    part.kind === "operation" &&
    (part.operator === "===" || part.operator === "!==") &&
    part.parts.some(isEventName) &&
    part.parts.some(isDotted),
);

/** `body.type`, `body.event`, `body.data.event_type`. */
function isEventName(term: Term): boolean {
  return term.kind === "input" && term.source === "body" && EVENT_NAME.test(term.path.at(-1) ?? "");
}

const EVENT_NAME = /^(?:type|event|event_?(?:type|name)|topic|notification_?type)$/i;

/** As payment providers and others call what happened: `invoice.paid`, `video.asset.ready`. */
function isDotted(term: Term): boolean {
  return (
    term.kind === "literal" && typeof term.value === "string" && /^[a-z][a-z_]*(?:\.[a-z][a-z_]*)+$/.test(term.value)
  );
}

const QUEUES_BY_HTTP = /^@upstash\/(?:qstash|workflow)(?:\/|$)/;

const isOfQueue = somePart((part) => part.kind === "external" && QUEUES_BY_HTTP.test(part.package));

/** Who sends an event signs it in a header; what a page brings along in the body is signed for the page. */
function isSentAside(term: Term): boolean {
  return term.kind === "external" || holds(term, HOLDS_CREDENTIAL);
}

/** The row of a key or session that the caller shows. */
function isFoundByCredential(event: PathEvent): event is EffectEvent {
  if (event.kind !== "effect" || event.access !== "read" || event.where === undefined) return false;
  return (event.category === "database" || event.category === "auth") && holds(event.where, HOLDS_CREDENTIAL);
}

/** Who is signed in, as the request or a package that keeps sessions tells it. */
function isSession(part: Term): boolean {
  if (part.kind === "input") return part.source === "session" || part.source === "identity";
  return part.kind === "external" && /session|^auth\(\)$|user\(\)$/i.test(part.path.at(-1) ?? "");
}

/** Somebody is signed in; a secret of the service's own settings is known to machines only. */
export function isPersonal(guard: Guard): boolean {
  return guard.kind === "authentication" && !guard.proves.some(comparesSetting);
}
