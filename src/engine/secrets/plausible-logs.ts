/** A cheap test of log calls: may they write a secret? */
import { isLoggedName } from "./logged-secrets.ts";
import { endOfName, isNamePart } from "./name-around.ts";

/** The word at `end` stands in a name that says secret, and the name alone in a call that writes to a log. */
export function mayLog(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 160), end);
  if (!LOGS.test(before)) return false;
  const last = endOfName(text, end);
  // What is read of it, or called, is something else.
  if (!/^\s{0,40}[,)}+]/.test(text.slice(last, last + 41))) return false;
  let first = end;
  while (first > 0 && end - first < 80 && isNamePart(text.charCodeAt(first - 1))) first--;
  return isLoggedName(text.slice(Math.max(0, first - 20), first), text.slice(first, last));
}

const LOGS = /console\.|logger\.|log\./;
