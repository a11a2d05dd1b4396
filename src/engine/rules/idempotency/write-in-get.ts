import { isWhole } from "../../link/retry/duplicates.ts";
import { isSent } from "../../link/terms/sent.ts";
import { somePart, someTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { defineRule } from "../define-rule.ts";
import { doneAgainBy } from "../questions/jobs.ts";
import { consequenceOf, stakeOf } from "../questions/stake.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A GET request changes data.
 *
 * Browsers, caches, link previews and crawlers call GET whenever they like and again when they like; it must be safe
 * (RFC 9110, section 9.2.1). Let another method do it. Links in e-mails, log-in callbacks, counters of visits and caches
 * are left alone.
 *
 * ```ts bad
 * app.get("/orders/:id/cancel", requireUser, async (req, res) => {
 *   await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
 *   res.redirect("/orders");
 * });
 * ```
 * ```ts good
 * app.post("/orders/:id/cancel", requireUser, async (req, res) => {
 *   await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
 *   res.redirect("/orders");
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [352, 650],
  asvs: ["3.5.3"],
  remedy: {
    title: "Change it with POST, or make the change harmless",
    steps: [
      "Let the page ask by POST (a form, a fetch) and only read in GET; a link in an e-mail leads to a page with a button.",
      "Where a GET must write (a cache, a last-seen date), make the write the same at every call.",
    ],
  },

  check(entry, report, model) {
    if (!isRead(entry)) return;
    if (entry.public || entry.delivery.by === "internal" || BY_LINK.test(entry.path) || answersWithImage(entry, model))
      return;
    const effect =
      entry.effects.find(makesElsewhere) ??
      entry.effects.find((one) => changes(one) && one.retry === "unsafe" && !SOFT.has(one.operation)) ??
      entry.effects.find((one) => changes(one) && drawsAnew(one)) ??
      entry.effects.find(changes) ??
      entry.effects.find((one) => tellsSomebody(one, model));
    if (!effect || asksForScheduler(entry)) return;
    if (INVITES.test(entry.path) && effect.operation !== "insert") return;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      severity:
        entry.kind !== "http" || addsTheOnlyRow(effect) || (SOFT.has(effect.operation) && !drawsAnew(effect))
          ? "hint"
          : "warning",
      message: `${entry.label} ${tellsSomebody(effect, model) ? consequenceOf(effect).replace(/ again$/, "") : `changes ${effect.target ?? effect.system}`}, though ${entry.kind === "http" ? "GET must not: browsers and crawlers call it at will" : "a query must not: clients ask again when they like"}.`,
      trace: traceTo(entry, effect, `${effect.target ?? effect.system} is changed`),
    });
  },
});

/** Queries of tRPC and GraphQL promise the same as GET; only programs call them. */
function isRead(entry: EntryPoint): boolean {
  if (entry.kind === "http") return entry.method === "GET" || entry.method === "HEAD";
  return (entry.kind === "rpc" || entry.kind === "graphql") && entry.method === "QUERY";
}

/** Set again to the same, or counted: a crawler does little harm. */
const SOFT: ReadonlySet<Effect["operation"]> = new Set(["set", "upsert", "increment"]);

/** The one row of its table, of its unique key, or of who is calling, which whoever comes first adds. */
function addsTheOnlyRow(effect: Effect): boolean {
  if (effect.operation !== "insert" || effect.retry !== "safe") return false;
  if (effect.because?.startsWith("unique key ")) return true;
  return effect.entryPoint.effects.some(
    (one) =>
      one.order < effect.order &&
      one.access === "read" &&
      one.target === effect.target &&
      (isWhole(one) || (one.where !== undefined && !someTerm(one.where, isSent))),
  );
}

/** A random value is stored: whoever comes first decides. */
function drawsAnew({ data }: Effect): boolean {
  return (
    data !== undefined &&
    someTerm(
      data,
      (part) =>
        (part.kind === "unstable" && part.how === "random") ||
        // `` `${order.id}-${Date.now()}` ``: a number of its own at every call.
        (part.kind === "text" && part.parts.some((one) => one.kind === "unstable")),
    )
  );
}

/** Opened from an e-mail, by another site's redirect, by a scheduler. */
const BY_LINK =
  /(?:^|[/_.-])(?:callback|verify|confirm|activate|accept|decline|unsubscribe|logout|signout|sign-out|oauth|auth|login|sso|cron|jobs?|track|tracking|pixel|open|click|redirect|r|impersonate|connect|install|setup|seed|webhooks?)(?:[/_.-]|$)/i;

/** The invitation is taken up; one that is made by a GET is a row more at every call. */
const INVITES = /(?:^|[/_.-])(?:invite|invitation)(?:[/_.-]|$)/i;

const MARKS =
  /(?:last|seen|viewed|view|visit|read|access|opened|click|login|count|hits?|sync|refresh|updated|cached|expires?)/i;

/** It answers with a picture, which is there to count who loads it. */
function answersWithImage(entry: EntryPoint, model: ServiceModel): boolean {
  const { file, at } = entry.handler.place;
  const handler = model
    .facts(file)
    ?.functions.find((one) => one.at[0] === at[0] || (one.nameAt[0] === at[0] && one.nameAt[1] === at[1]));
  const text = handler && model.text(file)?.slice(...handler.bodyAt);
  return text !== undefined && /["'`]image\/(?:gif|png|webp|\*)["'`]|\.type\(["'](?:gif|png)["']\)/.test(text);
}

/** A mail or a text message goes out, or the job that sends one is queued. */
function tellsSomebody(effect: Effect, model: ServiceModel): boolean {
  if (effect.retry !== "unsafe" || inChain(effect) || effect.scopes.some((scope) => scope.kind === "catch"))
    return false;
  if (effect.operation === "send") return effect.category === "email" || effect.category === "sms";
  if (effect.category !== "queue" || effect.operation !== "publish") return false;
  return doneAgainBy(effect, model).some(
    (one) => one.operation === "send" && (one.category === "email" || one.category === "sms"),
  );
}

/** A POST to another service whose answer has the id that is stored. */
function makesElsewhere(effect: Effect): boolean {
  return effect.category === "externalApi" && effect.operation === "insert" && effect.key === "none";
}

/** What has run out is taken away by whoever comes next: they all leave the same behind. */
function tidiesUp({ scopes, where }: Effect): boolean {
  const tests = scopes.flatMap((scope) => (scope.kind === "branch" ? [scope.test] : []));
  return [...tests, ...(where ? [where] : [])].some(asksForExpiry);
}

/** A date that something runs out at is asked for. */
const asksForExpiry = somePart((part) => {
  const names =
    part.kind === "member"
      ? [part.name]
      : part.kind === "external" && !part.arguments
        ? [part.path.at(-1) ?? ""]
        : part.kind === "object"
          ? part.fields.map(({ key }) => key ?? "")
          : [];
  return names.some((name) => /expir|valid_?until|ttl$/i.test(name));
});

function changes(effect: Effect): boolean {
  // What middleware fills in or notes is done on the way to every handler, by whatever method.
  if (tidiesUp(effect) || (SOFT.has(effect.operation) && inChain(effect))) return false;
  if (effect.access !== "write" || effect.category !== "database" || stakeOf(effect) === "trail") return false;
  if (/token|session|cache|otp|nonce|captcha|lock|rate|log|stats?$|statistics?$|quota|usage/i.test(effect.target ?? ""))
    return false;
  if (effect.operation !== "insert" && /counter/i.test(effect.target ?? "")) return false;
  // Pixels and short links are there to count who opens them.
  if (/event|click|visit|view|impression|hit/i.test(effect.target ?? "")) return false;
  const { data } = effect;
  return !(
    data?.kind === "object" &&
    data.fields.length > 0 &&
    data.fields.every((field) => MARKS.test(field.key ?? ""))
  );
}

/** `if (!hasCronSecret(request)) return …`: crawlers do not get in. */
function asksForScheduler(entry: EntryPoint): boolean {
  return entry.trail.events.some(
    (event) =>
      event.stack.some((site) => /cron/i.test(site.text)) || (event.kind === "opaque" && /cron/i.test(event.call.text)),
  );
}
