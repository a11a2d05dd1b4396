/** What a caller's session holds for each of many: `session.memberships[request.params.teamId]`. */
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { presenceWhere } from "../terms/presence.ts";
import type { IdentityView } from "./identity.ts";

/** Whoever has nothing under the key that the request names is refused: a membership is asked for, and no rank in it. */
export function asksKeyed({ test, stopsWhen }: CheckEvent, view: IdentityView): boolean {
  return presenceWhere(test, (part) => isKeyed(part, view)).includes(stopsWhen ? "absent" : "present");
}

function isKeyed(part: Term, view: IdentityView): boolean {
  if (part.kind !== "unknown" || part.parts.length !== 2) return false;
  const [held, key] = part.parts;
  return (
    held?.kind === "input" &&
    view.isIdentity(held) &&
    !view.isClientData(held) &&
    key !== undefined &&
    view.isClientData(key) &&
    !view.isIdentity(key)
  );
}
