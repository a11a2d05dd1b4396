/** Keys of the service as a whole: rows that are found by what the caller shows, and that belong to nobody. */
import { HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { tableOf } from "./tables.ts";

/**
 * Whoever shows such a key is no person: there is nothing of their own to be held to. Everything that lets callers in here
 * is such a key, and its table has nothing but the key, what it is called and when it was made.
 */
export function isKeyOfNobody(entry: EntryPoint, model: ServiceModel): boolean {
  const logins = entry.guards.filter(({ kind }) => kind === "authentication");
  return (
    logins.length > 0 &&
    logins.every(({ proves, order }) =>
      entry.effects.some((effect) => {
        const { access, where, result } = effect;
        if (access !== "read" || effect.order > order || !inChain(effect)) return false;
        if (where === undefined || !holds(where, HOLDS_CREDENTIAL)) return false;
        const columns = tableOf(effect, model)?.columns ?? [];
        return (
          columns.some(({ name }) => SECRET.test(name)) &&
          columns.every(
            ({ name, references }) => references === undefined && (SECRET.test(name) || OF_KEYS.test(name)),
          ) &&
          proves.some((term) => containsTerm(term, result))
        );
      }),
    )
  );
}

const SECRET = /^(?:(?:api|access|auth|hashed)_?)?(?:token|key|secret|hash)(?:_?(?:hash|digest|value))?$/i;
const OF_KEYS =
  /^(?:_?id|uuid|name|label|description|prefix|(?:is_?)?(?:active|enabled|revoked)|scopes?|permissions?|(?:created|updated|deleted|expires?|expiry|expiration|revoked|last_?used)(?:_?(?:at|on|date))?)$/i;
