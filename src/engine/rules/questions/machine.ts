/** Callers that are no people: another service, a scheduler. */
import { comparesSetting } from "../../link/guards/compares-setting.ts";
import { HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { containsTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { effectsOn } from "./effects-on.ts";
import { isKeyOfNobody } from "./key-of-nobody.ts";
import { oncePerPart } from "./once.ts";
import { isTestedForCaller } from "./ownership.ts";

/** Another service or a scheduler calls, with a key of its own or with one of this service: nobody is signed in. */
export function isMachine(entry: EntryPoint, model: ServiceModel): boolean {
  return isNobody(entry, model);
}

/** Asked for every effect of an entry point, of which there may be thousands. */
const isNobody = oncePerPart(
  (entry: EntryPoint, model: ServiceModel): boolean => showsItsKey(entry, model) || isKeyOfNobody(entry, model),
);

function showsItsKey(entry: EntryPoint, model: ServiceModel): boolean {
  const logins = entry.guards.filter((guard) => guard.kind === "authentication");
  const keys = logins.filter(asksKey);
  if (keys.length > 0 && findsWhose(entry, model)) return false;
  // The key of the app itself, which every browser has, stands beside the login of a person.
  return keys.length > 0 && !logins.some((guard) => keys.every(({ name }) => name !== guard.name) && asksPerson(guard));
}

/**
 * The key finds a row, and what the endpoint stores or looks for is kept to that one, or compared with it:
 * `{ projectId: project.id }`.
 */
function findsWhose(entry: EntryPoint, model: ServiceModel): boolean {
  return entry.effects.some(
    (read) =>
      read.access === "read" &&
      read.where !== undefined &&
      holds(read.where, HOLDS_CREDENTIAL) &&
      isTestedForCaller(entry, read) &&
      (entry.guards.some(({ kind, proves }) => kind === "ownership" && proves.includes(read.result)) ||
        entry.effects.some((other) => isKeptTo(other, read, model))),
  );
}

/** What is only noted, as who called when, nobody reads again. */
function isKeptTo(effect: Effect, row: Effect, model: ServiceModel): boolean {
  if (effect.target === row.target || effect.category !== row.category) return false;
  if (![effect.where, effect.data].some((term) => term !== undefined && containsTerm(term, row.result))) return false;
  return effectsOn(model, effect).some(({ access }) => access === "read");
}

function asksKey(guard: Guard): boolean {
  return (
    /api.?key|cron|basic|secret|machine|internal/i.test(guard.name) ||
    // A strategy by its name; `JWT_SECRET` is what people's tokens are signed with.
    // Of several strategies one that people sign in with is as good: `authenticate(["basic", "jwt"])`.
    (guard.detail.some((detail) => /api.?key|cron|basic|machine|internal/i.test(detail)) &&
      !guard.detail.some((detail) => PERSONAL.test(detail))) ||
    guard.proves.some(comparesSetting)
  );
}

/** A package verified whose token or session it is, whatever else was asked. */
function asksPerson(guard: Guard): boolean {
  if (guard.scopes.length > 0) return false;
  return (
    guard.detail.some((detail) => PERSONAL.test(detail)) ||
    guard.proves.some((term) =>
      [...termsWithin(term)].some((part) => part.kind === "external" && PERSONAL.test(part.package)),
    )
  );
}

const PERSONAL = /jwt|jsonwebtoken|jose|session|next-auth|better-auth|clerk|supabase|firebase|lucia|local$/i;
