/** What middleware refuses requests for, where that has nothing to do with who sends them. */
import type { PathEvent } from "../../model/path.ts";
import { isAgainstForgery } from "../terms/marks.ts";
import { someTerm } from "../terms/terms.ts";

/** `inner`: all that it does. Whoever they are, they have called too often, or did not send the page's own token back. */
export function refusesAnybody(inner: readonly PathEvent[]): boolean {
  return onlyLimits(inner) || onlyAgainstForgery(inner);
}

/** https://www.rfc-editor.org/rfc/rfc6585#section-4 */
function onlyLimits(inner: readonly PathEvent[]): boolean {
  const answers = inner.flatMap((event) => (event.kind === "respond" ? [event.status] : []));
  const stops = inner.flatMap((event) => (event.kind === "check" ? [event.stop.status] : []));
  const refusals = [...answers, ...stops].filter((status) => status !== undefined);
  return refusals.length > 0 && refusals.every((status) => status === 429);
}

/** Each of its checks asks for the token, and nothing that could not be read is called beside them. */
function onlyAgainstForgery(inner: readonly PathEvent[]): boolean {
  const checks = inner.flatMap((event) => (event.kind === "check" ? [event.test] : []));
  const isUnread = (event: PathEvent): boolean =>
    event.kind === "opaque" &&
    !(event.call.callee.kind === "external" && /^(?:node|global):/.test(event.call.callee.package));
  return checks.length > 0 && checks.every((test) => someTerm(test, isAgainstForgery)) && !inner.some(isUnread);
}
