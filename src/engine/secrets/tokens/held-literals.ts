/** What literals are used as where a variable, an object of options or another file holds them. */

import { nameRole } from "../judge/secret-names.ts";
import { withDerivedKeys } from "./derived-keys.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { withLookups } from "./looked-up.ts";
import type { LiteralSite, Surroundings } from "./sites.ts";
import { tokenText } from "./token-chains.ts";

/** How other files use what this one exports, by the last name they read it by. */
export type UsedElsewhere = ReadonlyMap<
  string,
  readonly { readonly names: readonly string[]; readonly within: readonly string[] }[]
>;

export interface FileUse {
  /** The file signs, verifies or encrypts: then a property is followed whatever its name. */
  readonly signs: boolean;
  readonly usedElsewhere: UsedElsewhere | undefined;
}

/** The literals with the names that they go by where what holds them is used. */
export function withHolders(
  tokens: Tokens,
  surroundingsOf: (first: number, last: number) => Surroundings,
  { signs, usedElsewhere }: FileUse,
  sites: readonly LiteralSite[],
): readonly LiteralSite[] {
  const looked = withLookups(tokens, surroundingsOf, sites);
  const known = usedElsewhere === undefined ? looked : withOthers(looked, usedElsewhere);
  return withDerivedKeys(
    tokens,
    surroundingsOf,
    withOptions(tokens, surroundingsOf, withUses(tokens, surroundingsOf, signs, known)),
  );
}

/** Adds to each named literal the names its variable goes by where it is used, two assignments far. */
function withUses(
  tokens: Tokens,
  surroundingsOf: (first: number, last: number) => Surroundings,
  signs: boolean,
  sites: readonly LiteralSite[],
): readonly LiteralSite[] {
  const byName = new Map<string, number[]>();
  sites.forEach((site, index) => {
    // What the literal is passed through first names nothing: `encode("…")`.
    const name = site.names.find(
      (candidate, place) =>
        !candidate.includes("#") && (candidate !== site.fallback?.name || site.names.indexOf(candidate) !== place),
    );
    if (
      name === undefined ||
      site.kind !== "value" ||
      !(site.names[0]?.includes("#") || mayBeHeld(tokens.text, site.start, name, signs)) ||
      site.value.length > 512 ||
      !/^[A-Za-z_$][\w$]*$/.test(name)
    )
      return;
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [index]);
    else list.push(index);
  });
  if (byName.size === 0) return sites;
  const extra = new Map<number, string[]>();
  const compared = new Map<number, string>();
  for (let pass = 0; pass < 2; pass++) {
    const aliases = new Map<string, number[]>();
    for (const [word, holders] of byName) {
      if (holders.length > 3) continue;
      for (const index of tokens.words.get(word)) {
        const next = tokenText(tokens, index + 1);
        if (next === ":" || next === "=") continue;
        // `getSecret()` gives what the function returns.
        if (next === "(" && tokenText(tokens, index - 1) === "function") continue;
        const last = next === "(" ? (tokens.match[index + 1] as number) : next === "!" ? index + 1 : index;
        const use = surroundingsOf(chainHead(tokens, index), Math.max(last, index));
        if (use.kind === "type" || use.kind === "module" || use.kind === "index") continue;
        const isMember = tokenText(tokens, index - 1) === "." || tokenText(tokens, index - 1) === "?.";
        for (const holder of holders) {
          // A property whose name says nothing is followed where it is read as one.
          const isProperty = tokens.text[lastBefore(tokens.text, sites[holder]?.start ?? 0)] === ":";
          if (!isMember && isProperty && nameRole(word) === undefined) continue;
          // The option of a call is no variable: `collection.updateOne({ key: "…" })`.
          if (!isMember && isProperty && sites[holder]?.names.slice(1, 3).some((name) => name.endsWith("{}")) === true)
            continue;
          const list = extra.get(holder) ?? [];
          for (const name of use.names) if (!list.includes(name) && list.length < 12) list.push(name);
          extra.set(holder, list);
          if (use.kind === "compare" && use.compared !== undefined) compared.set(holder, use.compared);
        }
        const alias = use.names[0];
        if (pass === 0 && alias !== undefined && /^[A-Za-z_$][\w$]*$/.test(alias) && !byName.has(alias))
          aliases.set(alias, holders);
      }
    }
    if (pass === 1 || aliases.size === 0) break;
    byName.clear();
    for (const [name, holders] of aliases) byName.set(name, holders);
  }
  return sites.map((site, index) => {
    const names = extra.get(index);
    const other = compared.get(index);
    if (names === undefined && other === undefined) return site;
    const merged = [...site.names, ...(names ?? []).filter((name) => !site.names.includes(name))];
    return { ...site, names: merged, compared: site.compared ?? other };
  });
}

/** `const options = { password: "…" }; getIronSession(cookies, options)`: the literal is an option of that call. */
function withOptions(
  tokens: Tokens,
  surroundingsOf: (first: number, last: number) => Surroundings,
  sites: readonly LiteralSite[],
): readonly LiteralSite[] {
  const callsOf = new Map<string, readonly string[]>();
  return sites.map((site) => {
    const [option, owner, ...more] = site.names;
    if (site.kind !== "value" || option === undefined || owner === undefined || more.length > 0) return site;
    const role = nameRole(option);
    if (role === undefined || role === "public" || !/^[A-Za-z_$][\w$]*$/.test(owner)) return site;
    const calls = callsOf.get(owner) ?? callsGiven(tokens, surroundingsOf, owner);
    callsOf.set(owner, calls);
    return calls.length === 0 ? site : { ...site, names: [...site.names, ...calls] };
  });
}

/** The calls that a variable is given to, as their options: `getIronSession#1{}`. */
function callsGiven(
  tokens: Tokens,
  surroundingsOf: (first: number, last: number) => Surroundings,
  variable: string,
): readonly string[] {
  const calls = new Set<string>();
  for (const index of tokens.words.get(variable)) {
    const before = tokenText(tokens, index - 1);
    const after = tokenText(tokens, index + 1);
    if ((before !== "(" && before !== ",") || (after !== ")" && after !== ",")) continue;
    const call = surroundingsOf(index, index).names[0];
    if (call?.includes("#") === true && calls.size < 4) calls.add(call.endsWith("{}") ? call : `${call}{}`);
  }
  return [...calls];
}

/** Adds the names that literals go by where other files use them. */
function withOthers(sites: readonly LiteralSite[], usedElsewhere: UsedElsewhere): readonly LiteralSite[] {
  return sites.map((site) => {
    const own = site.names.filter((name) => !name.includes("#")).slice(0, 2);
    const names = own
      .flatMap((name) => usedElsewhere.get(name) ?? [])
      .filter(({ within }) => within.every((outer) => site.names.includes(outer)))
      .flatMap((use) => use.names);
    return names.length === 0 || site.kind !== "value" ? site : { ...site, names: [...site.names, ...new Set(names)] };
  });
}

/** A variable, or a property whose name says secret: `status: "ok"` is not followed. */
function mayBeHeld(text: string, start: number, name: string, signs: boolean): boolean {
  const before = text[lastBefore(text, start)];
  if (before === "=" || (signs && before === ":")) return true;
  const role = nameRole(name);
  return role !== undefined && role !== "public";
}

function lastBefore(text: string, start: number): number {
  let before = start - 1;
  while (before > 0 && text.charCodeAt(before) <= 32) before--;
  return before;
}

/** First token of `config.auth.secret`, given its last. */
function chainHead(tokens: Tokens, index: number): number {
  let head = index;
  while (
    (tokenText(tokens, head - 1) === "." || tokenText(tokens, head - 1) === "?.") &&
    tokens.kind[head - 2] === TOKEN.word
  )
    head -= 2;
  return head;
}
