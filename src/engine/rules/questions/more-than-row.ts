/** What comes with a row that is added twice: the row may be of little worth, and what follows from it not. */
import { containsTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { isDoneUnseen } from "./jobs.ts";

export function isMoreThanRow(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint } = effect;
  return (
    listsTwice(effect) ||
    isToBeDoneOnce(entryPoint, effect) ||
    entryPoint.effects.some((one) => isHandedOn(one, effect) || isJobOfRow(one, effect, model))
  );
}

/** A line more in a list of a row: no unique key can refuse it. The id of a row made in this run is part of making it. */
export function listsTwice(effect: Effect): boolean {
  if (effect.operation !== "append") return false;
  const made = effect.entryPoint.effects.filter((one) => one.operation === "insert" && one.order < effect.order);
  const { data } = effect;
  return data === undefined || !made.some((one) => containsTerm(data, one.result));
}

/** Another service is told of the row: it hears of the second one as well. */
function isHandedOn(call: Effect, row: Effect): boolean {
  return (
    call.category === "externalApi" &&
    call.operation === "call" &&
    call.retry === "unknown" &&
    call.order > row.order &&
    !inChain(call) &&
    call.data !== undefined &&
    containsTerm(call.data, row.result)
  );
}

/** The job bears the id of the row, and the second row has another one. */
function isJobOfRow(job: Effect, row: Effect, model: ServiceModel): boolean {
  return (
    job.order > row.order &&
    typeof job.key === "object" &&
    containsTerm(job.key, row.result) &&
    isDoneUnseen(job, model)
  );
}

/** Its own name says that people order or send something with it, whatever the table is called: `/trips/book`, `sendNews`. */
function isToBeDoneOnce({ path, handler, kind }: EntryPoint, { target = "" }: Effect): boolean {
  if (/token|otp|code|verif|session|book$/i.test(target)) return false;
  const last = path.split(/[/.]/).findLast((segment) => /^\w/.test(segment)) ?? "";
  return (kind === "http" ? [last] : [last, handler.name]).some((name) => DONE_ONCE.test(spelledApart(name, "-")));
}

/** A verb: alone at the end of a path of things, or ahead of what is ordered or sent. */
const DONE_ONCE =
  /^(?:book|rent|hire|reserve|checkout|buy|purchase)$|^(?:book|rent|hire|reserve|order|buy|purchase|send|broadcast)[-_]\w/i;
