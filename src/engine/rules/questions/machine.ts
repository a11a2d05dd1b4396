/** Callers that are no people: another service, a scheduler. */
import { comparesSetting } from "../../link/guards/compares-setting.ts";
import type { EntryPoint } from "../../model/entry-point.ts";

/** Another service or a scheduler calls, with a key of its own: nobody is signed in. */
export function isMachine(entry: EntryPoint): boolean {
  return entry.guards.some(
    (guard) =>
      guard.kind === "authentication" &&
      (/api.?key|cron|basic|secret|machine|internal/i.test(guard.name) ||
        // A strategy by its name; `JWT_SECRET` is what people's tokens are signed with.
        guard.detail.some((detail) => /api.?key|cron|basic|machine|internal/i.test(detail)) ||
        guard.proves.some(comparesSetting)),
  );
}
