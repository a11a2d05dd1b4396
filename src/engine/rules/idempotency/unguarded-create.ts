import { idempotencyKey } from "../../fixes/idempotent/idempotency-key.ts";
import { idempotentHandler } from "../../fixes/idempotent/idempotent-handler.ts";
import { upsertInstead } from "../../fixes/statements/upsert-instead.ts";
import { isSignedToken } from "../../link/packages/signed-tokens.ts";
import { someTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { isAskedAgain } from "../questions/asked-again.ts";
import { bringsFiles } from "../questions/brings-files.ts";
import { keepsPassword } from "../questions/columns.ts";
import { doneAgainBy, isBroadcast, isDoneUnseen, isHarmlessJob, isLetterJob } from "../questions/jobs.ts";
import { isLimited } from "../questions/limited.ts";
import { isMoreThanRow, listsTwice } from "../questions/more-than-row.ts";
import { isOfSharedLink } from "../questions/shared-links.ts";
import { consequenceOf, isPage, isPassingCount, type Stake, stakeOf } from "../questions/stake.ts";
import { placeOf, traceTo } from "../questions/trace.ts";

/**
 * A request creates something, and the same request sent twice creates it twice.
 *
 * People double-click, and clients send again when the answer was lost. A unique key on what identifies the thing, an
 * `Idempotency-Key` that the server remembers, or a look-up that stops makes the second request harmless.
 *
 * ```ts bad
 * app.post("/orders", requireUser, async (req, res) => {
 *   const order = await prisma.order.create({ data: { userId: req.user.id, total: req.body.total } });
 *   res.status(201).json(order);
 * });
 * ```
 * ```ts good
 * app.post("/orders", requireUser, async (req, res) => {
 *   const known = await prisma.order.findUnique({ where: { requestId: req.get("Idempotency-Key") } });
 *   if (known) return res.status(200).json(known);
 *   const order = await prisma.order.create({
 *     data: { userId: req.user.id, total: req.body.total, requestId: req.get("Idempotency-Key") },
 *   });
 *   res.status(201).json(order);
 * });
 * ```
 *
 * A warning where money, accounts, orders or messages are concerned, for what is made in another service or
 * told to it, for lines in a list of a row, where no unique key can refuse the second one, and for jobs whose worker is not
 * known; a hint for ordinary rows.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [837],
  owasp: ["API6:2023"],
  asvs: ["2.3.2"],
  remedy: {
    title: "Give the row a unique key, or remember the request",
    steps: [
      "Is there something that must be unique anyway (an order of a cart, a member of a team)? Make it a unique key, and answer a conflict with the row that is there.",
      "Else let the client send a new UUID with every intent (an `Idempotency-Key` header or a field), store it with a unique key, and answer a repeat with the first row.",
      "Send the request twice: there must be one row.",
    ],
  },

  check(entry, report, model) {
    if (!isRepeatedByPeople(entry)) return;
    // What is noted beside other work is not what the request is for.
    const creates = entry.effects.filter(
      (one) => adds(one) && !isOfSharedLink(one, model) && (stakeOf(one) !== "trail" || isItsPurpose(one)),
    );
    if (creates.length === 0 && !reportRace(entry, report, model)) reportJob(entry, report, model);
    const worst = creates.toSorted((a, b) => RANK[stakeOf(b)] - RANK[stakeOf(a)] || ofLists(b) - ofLists(a))[0];
    if (!worst) return;
    const grave =
      model.config.strictness === "every-write" || RANK[stakeOf(worst)] > (model.config.strictness === "money" ? 3 : 1);
    // The row may be of little worth, and the letter that its job sends not.
    if (!grave && entry.effects.some((effect) => isJobAgain(effect, model) && isGraveJob(effect, model))) {
      reportJob(entry, report, model);
      return;
    }
    report({
      // A helper of another file may serve many endpoints: each of them is told.
      at: placeOf(entry, worst),
      entryPoint: entry,
      severity: (grave || isMoreThanRow(worst, model)) && entry.kind !== "socket" ? "warning" : "hint",
      message: `${entry.label} ${consequenceOf(worst)} when it is sent twice. Give it a unique key, or remember the request.`,
      trace: traceTo(entry, worst, consequenceOf(worst)),
      // What the handler is wrapped in does not hold back a link ahead of it.
      fixes: () =>
        inChain(worst) ? [] : [idempotentHandler({ entryPoint: entry, model })].filter((fix) => fix !== undefined),
    });
  },
});

/** Nothing else is written: what is noted beside other work for many to look at is no row that anybody misses. */
function isItsPurpose(effect: Effect): boolean {
  const { target = "", entryPoint } = effect;
  if (/audit|metric|analytic|telemetry|trace|stat/i.test(target) || (entryPoint.public && /log/i.test(target)))
    return false;
  return effect.entryPoint.effects.every(
    (one) =>
      one === effect ||
      one.access === "read" ||
      one.category === "observability" ||
      (inChain(one) && !bringsFiles(one)),
  );
}

/** One after the other is stopped; a double click sends two at once. */
function reportRace(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): boolean {
  const effect = entry.effects.find(
    (one) => one.racy && RACES.has(one.category) && stakeOf(one) !== "trail" && !isOfSharedLink(one, model),
  );
  if (!effect) return false;
  const outside = effect.category !== "database";
  report({
    at: effect.call.calleePlace ?? effect.place,
    entryPoint: entry,
    severity: "hint",
    message: outside
      ? `${entry.label} asks first, then makes ${effect.target} at ${effect.system}: two at once, or a stop before it is stored, make two. Give it a key.`
      : `${entry.label} looks whether ${effect.target} has the row, then adds it: two requests at once both find nothing. Give it a unique key.`,
    trace: traceTo(entry, effect, "two requests at once both get here"),
    fixes: () =>
      [upsertInstead({ effect, model, second: keepsPassword(effect, model) ? "error" : "row" })].filter(
        (fix) => fix !== undefined,
      ),
  });
  return true;
}

const RACES: ReadonlySet<Effect["category"]> = new Set(["database", "externalApi"]);

/** Nothing is stored, but a job is queued or something is made elsewhere. */
function reportJob(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): void {
  const jobs = entry.effects.filter((one) => isJobAgain(one, model));
  const effect = jobs.find((one) => isGraveJob(one, model)) ?? jobs[0];
  if (!effect) return;
  const harm = harmOf(effect, model);
  const also = harm ? ` That ${consequenceOf(harm)}.` : "";
  report({
    at: effect.call.calleePlace ?? effect.place,
    entryPoint: entry,
    severity: isGraveJob(effect, model) && entry.kind !== "socket" ? "warning" : "hint",
    message: `${entry.label} ${consequenceOf(effect)} when it is sent twice.${also} Give it a key that is the same for both.`,
    trace: traceTo(entry, effect, consequenceOf(effect)),
    fixes: () => {
      const keyed = idempotencyKey({ entryPoint: entry, effect, model });
      return keyed.length > 0
        ? keyed
        : [idempotentHandler({ entryPoint: entry, model })].filter((fix) => fix !== undefined);
    },
  });
}

/** A second one is queued, or made elsewhere, that nobody recognises as a repeat. */
function isJobAgain(effect: Effect, model: ServiceModel): boolean {
  if (effect.retry !== "unsafe" || isHarmlessJob(effect, model)) return false;
  if (bringsFiles(effect)) return true;
  if (inChain(effect)) return false;
  if (effect.category === "queue") return effect.operation === "publish";
  return effect.operation === "insert" && MADE_ELSEWHERE.has(effect.category);
}

function isGraveJob(effect: Effect, model: ServiceModel): boolean {
  if (harmOf(effect, model) || isMadeElsewhere(effect)) return true;
  const unasked = isLetterJob(effect) ? isUnasked(effect) : !effect.entryPoint.public && !isAskedAgain(effect);
  return unasked && isDoneUnseen(effect, model) && !isBroadcast(effect, model);
}

/** Nobody takes back what another service has, and people ask for no second payment, whose name its address bears. */
function isMadeElsewhere(effect: Effect): boolean {
  if (effect.category !== "externalApi") return false;
  return !isAskedAgain(effect) || stakeOf({ ...effect, target: lastOf(effect.target) }) === "money";
}

function lastOf(address = ""): string {
  return address.split("/").at(-1) ?? "";
}

/** What the job's worker does to people: a payment, a letter, an order. */
function harmOf(effect: Effect, model: ServiceModel): Effect | undefined {
  const mails = isUnasked(effect);
  return doneAgainBy(effect, model).find((one) => {
    if (one.operation === "send") return mails && (one.category === "email" || one.category === "sms");
    if (one.category !== "database" && one.category !== "payment") return false;
    if (one.operation === "increment") return !isPassingCount(one) && stakeOf(one) !== "trail";
    return /^(?:insert|charge)$/.test(one.operation) && RANK[stakeOf(one)] > 2 && !isPage(one);
  });
}

/** People have not asked for another one, or may ask for as many as they like. */
function isUnasked(effect: Effect): boolean {
  return !(effect.entryPoint.public || isAskedAgain(effect)) || !isLimited(effect);
}

const MADE_ELSEWHERE: ReadonlySet<Effect["category"]> = new Set(["externalApi", "auth", "llm"]);

/** A row more, by an upsert too whose key is new at every run, or a line more in a list of a row. */
function adds(effect: Effect): boolean {
  if (effect.category !== "database" || effect.retry !== "unsafe" || keepsSession(effect)) return false;
  return effect.operation === "insert" || effect.operation === "append" || effect.operation === "upsert";
}

/** `{ $push: { sessions: jwt.sign(…) } }`: whoever signs in twice is signed in twice. */
function keepsSession({ operation, data }: Effect): boolean {
  return operation === "append" && data !== undefined && someTerm(data, isSignedToken);
}

function ofLists(effect: Effect): number {
  return listsTwice(effect) ? 1 : 0;
}

const RANK: Readonly<Record<Stake, number>> = { money: 4, account: 3, record: 3, message: 2, ordinary: 1, trail: 0 };

function isRepeatedByPeople(entry: EntryPoint): boolean {
  if (entry.kind === "http")
    return entry.method !== "GET" && entry.method !== "HEAD" && entry.method !== "OPTIONS" && entry.method !== "DELETE";
  // Queries are another rule's.
  if (entry.method === "QUERY") return false;
  return (
    entry.kind === "action" ||
    entry.kind === "rpc" ||
    entry.kind === "socket" ||
    (entry.kind === "graphql" && entry.method === "MUTATION")
  );
}
