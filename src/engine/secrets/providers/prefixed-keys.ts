/**
 * Keys of services that no table knows, in the shape that most have taken over: a name, the environment or kind, and a run
 * of chance: `acme_live_…`, `acme_sk_…`, `acme_pat_…`.
 *
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
import { strength } from "../judge/shape.ts";
import type { InfixFormat } from "./infix-formats.ts";

export const PREFIXED_FORMATS: readonly InfixFormat[] = ["_live_", "_prod_", "_sk_", "_pat_"].map((marker) => ({
  id: "prefixed-key",
  title: "service's",
  marker,
  before: 40,
  head: /[a-z\d_]/,
  expression: new RegExp(
    String.raw`(?<![\w.$-])[a-z][a-z\d]{1,15}(?:_[a-z\d]{2,10}){0,2}${marker}[A-Za-z\d_-]{20,160}(?![\w-])`,
    "y",
  ),
  accept: (token: string) => isByChance(token.slice(token.indexOf(marker) + marker.length)) && !PUBLIC.test(token),
}));

/** One run of letters and digits, as chance mixes them, after what may name the key once more. */
function isByChance(body: string): boolean {
  // Base64 for addresses has underscores of its own.
  const run =
    body.length >= 40 && /[A-Z]/.test(body) && !/[a-z]{6,}_|_[a-z]{6,}/.test(body)
      ? body
      : body.slice(body.lastIndexOf("_") + 1);
  return (
    run.length >= 20 &&
    (run.match(/\d/g) ?? []).length >= 3 &&
    (run.match(/[A-Za-z]/g) ?? []).length >= 4 &&
    strength(run) === "strong" &&
    !/(?:^|-)[a-z]{4,}(?:-|$)/.test(run)
  );
}

/** Publishable keys, and ids of objects. */
const PUBLIC =
  /^(?:pk|pub|public|publishable|client|site|cs|pi|ch|in|cus|sub|price|prod|plan|evt|seti|acct|tok|src|card|req|org|user|usr|proj|team|id)_|_(?:pk|pub|public|publishable|id|client)_/;
