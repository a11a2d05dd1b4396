/** Whether those who sign in are the people whom an application serves, and not the staff that runs it. */
import { keepsPassword } from "./columns.ts";
import { guardedBy } from "./guarded.ts";
import { limitOf } from "./limits.ts";
import { oncePerApp } from "./once.ts";

/** Anybody makes an account of their own. */
export const signsUp = oncePerApp((app, model): boolean =>
  model.entryPoints.some(
    (entry) =>
      entry.app === app &&
      entry.effects.some(
        (effect) =>
          effect.operation === "insert" &&
          keepsPassword(effect, model) &&
          guardedBy(entry, effect, ["authentication", "role"]) === "no",
      ),
  ),
);

/** Callers are shown or change rows of their own, besides their accounts. */
export const keepsOwnRows = oncePerApp((app, model): boolean =>
  model.entryPoints.some(
    (entry) =>
      entry.app === app && entry.effects.some((effect) => !keepsPassword(effect, model) && limitOf(effect) === "self"),
  ),
);

/**
 * Those who sign in are served, and do not work there: anybody makes an account, or callers keep rows of their own and no
 * endpoint has members of a team make accounts for others.
 */
export const servesPeople = oncePerApp((app, model): boolean => {
  if (signsUp(app, model)) return true;
  const isMadeForOthers = model.entryPoints.some(
    (entry) =>
      entry.app === app &&
      entry.effects.some((effect) => effect.operation === "insert" && keepsPassword(effect, model)),
  );
  return !isMadeForOthers && keepsOwnRows(app, model);
});
