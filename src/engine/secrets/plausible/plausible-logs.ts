/** A cheap test of log calls: may they write a secret? */
import { isLoggedName } from "../logged-secrets.ts";
import { endOfName, isNamePart } from "../tokens/name-around.ts";

/** The word at `end` stands in a name that says secret, and the name alone in a call that writes to a log. */
export function mayLog(text: string, end: number): boolean {
  const last = endOfName(text, end);
  const next = text.charCodeAt(last);
  // What is read of it, or called, is something else.
  if (next > 32 && next !== 41 && next !== 44 && next !== 125 && next !== 43) return false;
  if (!LOGS.test(text.slice(Math.max(0, end - 160), end))) return false;
  if (next <= 32 && !/^\s{0,40}[,)}+]/.test(text.slice(last, last + 41))) return false;
  let first = end;
  while (first > 0 && end - first < 80 && isNamePart(text.charCodeAt(first - 1))) first--;
  return isLoggedName(text.slice(Math.max(0, first - 20), first), text.slice(first, last));
}

const LOGS = /console\.|logger\.|log\./;
