/**
 * Keys of callers that stand in a table: `const TENANTS = { "…": "north" }`, looked up by what the request sends.
 *
 * The literal is compared with the request as surely as by `===`.
 */

import { nameRole } from "../judge/secret-names.ts";
import type { Tokens } from "./lexer.ts";
import { namedPart } from "./neighbours.ts";
import type { LiteralSite, Surroundings } from "./sites.ts";
import { closerOf, tokenAt, tokenText } from "./token-chains.ts";

/** The keys of tables that are looked up by a token of the request, as literals that are compared with it. */
export function withLookups(
  tokens: Tokens,
  surroundingsOf: (first: number, last: number) => Surroundings,
  sites: readonly LiteralSite[],
): readonly LiteralSite[] {
  const looked = new Map<string, string | undefined>();
  return sites.map((site) => {
    if (!isKey(site)) return site;
    if (/(.)\1{5}|(?:^|[^a-z])(?:seed|fixture|demo)(?:[^a-z]|$)/i.test(site.value)) return site;
    const table = tableOf(tokens, surroundingsOf, site);
    if (table === undefined) return site;
    if (!looked.has(table)) looked.set(table, lookedUpBy(tokens, table));
    const compared = looked.get(table);
    return compared === undefined ? site : { ...site, kind: "compare", compared };
  });
}

/** The key of an entry, or the first of a pair in a `Map`; with digits, as no name of a setting has. */
function isKey({ kind, names, value }: LiteralSite): boolean {
  return (kind === "key" || names[0] === "new Map#0") && /^(?=.*\d)(?=.*[A-Za-z])[!-~]{8,128}$/.test(value);
}

function tableOf(
  tokens: Tokens,
  surroundingsOf: (first: number, last: number) => Surroundings,
  { kind, names, start }: LiteralSite,
): string | undefined {
  if (kind !== "key") return names[1];
  const open = tokens.parent[tokenAt(tokens, start)] as number;
  return open < 0 ? undefined : surroundingsOf(open, closerOf(tokens, open)).names[0];
}

/** `TABLE[req.headers["x-api-key"]]`, `table.get(request.header("x-api-key"))`: what is looked up there. */
function lookedUpBy(tokens: Tokens, table: string): string | undefined {
  for (const index of tokens.words.get(table) ?? []) {
    const open =
      tokenText(tokens, index + 1) === "["
        ? index + 1
        : tokenText(tokens, index + 1) === "." && /^(?:get|has)$/.test(tokenText(tokens, index + 2))
          ? index + 3
          : -1;
    if (open < 0 || closerOf(tokens, open) === open) continue;
    const part = namedPart(tokens, open + 1, closerOf(tokens, open));
    const role = part === undefined ? undefined : nameRole(part.split(".").pop() ?? "");
    if (role === "credential" || role === "signing" || role === "vague") return part;
  }
  return undefined;
}
