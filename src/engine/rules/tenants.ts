/** Which columns hold a tenant (a company, a team, a school), as the service itself limits rows by them. */
import type { ServiceModel } from "../model/service-model.ts";
import type { Term } from "../model/term.ts";
import { oncePerModel } from "./once.ts";

/** `identity.agencyId`, `identity.agency.id`, `identity.company_code`, `identity.school`: an id of something that is no person. */
export function namesTenant(part: Term): boolean {
  if (part.kind !== "input" || (part.source !== "identity" && part.source !== "session")) return false;
  const last = part.path.at(-1) ?? "";
  const named = /^_?id$/i.test(last) ? part.path.at(-2) : /^(.+?)_?(?:id|uuid|ref|code|slug)$/i.exec(last)?.[1];
  return named === undefined ? TENANT.test(last) : !OF_PERSON.test(named);
}

/** What people belong to, by names without a word for an id. */
const TENANT =
  /^(?:active_?|current_?)?(?:tenant|org|organi[sz]ation|company|team|workspace|school|agency|clinic|hospital|business|branch|store|shop|restaurant|firm|institut(?:ion|e)|department|household|practice|merchant|vendor|studio|gym|hotel|property)$/i;

const OF_PERSON =
  /^(?:user|person|member|membership|profile|account|customer|owner|author|auth|session|token|employee|staff|student|patient|client|u|g|uu|clerk|identity|me|country|lang(?:uage)?|currency|post(?:al)?|zip|role|referral|invite|promo|verification|access|auth|otp|phone|dial)$/i;

/** Columns, in lower case, by which at least two endpoints limit rows to the tenant of the caller. */
export const tenantColumns = oncePerModel(gather);

function gather(model: ServiceModel): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  for (const entry of model.entryPoints) {
    for (const { category, where, data } of entry.effects) {
      if (category !== "database") continue;
      for (const column of [...columnsIn(where, 0), ...columnsIn(data, 0)])
        users.set(column, (users.get(column) ?? new Set()).add(entry.id));
    }
  }
  return new Set([...users].filter(([, entries]) => entries.size > 1).map(([column]) => column));
}

/** Fields that hold a tenant of the caller, also below relations: `{ lease: { agencyId } }`. */
function columnsIn(condition: Term | undefined, depth: number): readonly string[] {
  if (condition?.kind !== "object" || depth > 4) return [];
  return condition.fields.flatMap(({ key, value }) => {
    if (key === undefined || !namesTenant(value)) return columnsIn(value, depth + 1);
    return /^_?id$/i.test(key) ? [] : [key.toLowerCase()];
  });
}
