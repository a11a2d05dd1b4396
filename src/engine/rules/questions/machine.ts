/** Callers that are no people: another service, a scheduler. */
import { comparesSetting } from "../../link/guards/compares-setting.ts";
import { termsWithin } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isKeyOfNobody } from "./key-of-nobody.ts";
import { oncePerPart } from "./once.ts";

/** Another service or a scheduler calls, with a key of its own or with one of this service: nobody is signed in. */
export function isMachine(entry: EntryPoint, model: ServiceModel): boolean {
  return isNobody(entry, model);
}

/** Asked for every effect of an entry point, of which there may be thousands. */
const isNobody = oncePerPart(
  (entry: EntryPoint, model: ServiceModel): boolean => showsItsKey(entry) || isKeyOfNobody(entry, model),
);

function showsItsKey(entry: EntryPoint): boolean {
  const logins = entry.guards.filter((guard) => guard.kind === "authentication");
  const keys = logins.filter(asksKey);
  // The key of the app itself, which every browser has, stands beside the login of a person.
  return keys.length > 0 && !logins.some((guard) => keys.every(({ name }) => name !== guard.name) && asksPerson(guard));
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
