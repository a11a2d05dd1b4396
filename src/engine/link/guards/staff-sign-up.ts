/**
 * A sign-up that makes one of the staff: whoever finds it becomes an administrator. That visitors sign up by themselves
 * says nothing of it.
 */
import type { EffectEvent, Path } from "../../model/path.ts";
import { containsTerm, someTerm } from "../terms/terms.ts";

/** An account of the staff is added, and nothing asks whether it is the first one. */
export function makesStaff(own: Path): boolean {
  const effects = own.events.filter((event) => event.kind === "effect");
  const added = effects.filter((event) => event.operation === "insert" && event.category === "database");
  const account = added.find(
    (event) => isOfStaff(event) && (STAFF_TABLE.test(event.target ?? "") || isAlone(event, added)),
  );
  return account !== undefined && !isFirst(account, own);
}

function isOfStaff({ target = "", data }: EffectEvent): boolean {
  if (data === undefined) return false;
  const fields = data.kind === "object" ? data.fields : [];
  const hasPassword = fields.some(({ key }) => /pass|pwd|hash/i.test(key ?? ""));
  if (STAFF_TABLE.test(target)) return hasPassword || data.kind === "input";
  return (
    hasPassword &&
    fields.some(
      ({ key, value }) =>
        /^(?:user_?)?roles?$/i.test(key ?? "") && value.kind === "literal" && STAFF_ROLE.test(String(value.value)),
    )
  );
}

const STAFF_TABLE =
  /^(?:super_?|system_?)?(?:admins?|admin_?users?|administrators?|moderators?|staffs?|secretar(?:y|ies)|receptionists?)(?:_?(?:users?|accounts?|models?|schemas?))?$/i;
const STAFF_ROLE = /^(?:role_)?(?:super_?|system_?|site_?)?(?:admin(?:istrator)?|moderator)$/i;

/** Who founds a company or a team is its administrator: that is added beside the account. */
function isAlone(account: EffectEvent, added: readonly EffectEvent[]): boolean {
  const refers = (from: EffectEvent, to: EffectEvent): boolean =>
    from.data !== undefined && containsTerm(from.data, to.result);
  return !added.some((other) => other !== account && refers(account, other));
}

/** How many there are, or whether there is one, is asked first: the one who sets the service up signs up. */
function isFirst({ target, order }: EffectEvent, own: Path): boolean {
  const counts = own.events.filter(
    (event) =>
      event.kind === "effect" &&
      event.access === "read" &&
      event.order < order &&
      event.target === target &&
      !(event.where && someTerm(event.where, (part) => part.kind === "input")),
  );
  return own.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < order &&
      counts.some((read) => read.kind === "effect" && containsTerm(event.test, read.result)),
  );
}
