/**
 * All secrets of one text file.
 *
 * One pass of a word automaton over the text; what it does not hit costs nothing more. Tokens are known by form around
 * the hits; names and uses are read by a small lexer in code, line by line elsewhere.
 */
import { componentScripts } from "./component-scripts.ts";
import { fileKind, isExamplePath, isGenerated, isMinified, isTestPath } from "./file-kind.ts";
import { findGated, scan } from "./find-by-form.ts";
import { findAtSite, findLogged } from "./find-by-name.ts";
import { findInCommentedCode } from "./find-in-commented-code.ts";
import { dropSamples, findInCommands, findInComments, findInLines, findInLiterals } from "./find-in-text.ts";
import { maskSecret, secretFingerprint } from "./fingerprint.ts";
import { issuerOf } from "./forms/issuer.ts";
import { serviceTitle, variableOfNames } from "./found-names.ts";
import type { FoundSecret, SecretRule } from "./found-secret.ts";
import { wholeOf } from "./judge/judge-use.ts";
import { isKnownSample } from "./judge/known-samples.ts";
import { CLIENT_PREFIX, nameMeaning, snakeCase } from "./judge/secret-names.ts";
import { describeShape } from "./judge/shape.ts";
import { mayMatter } from "./judge/value-tests.ts";
import { vendorOfName, vendorOfOwner, vendorOfPath } from "./judge/vendor.ts";
import { vendorAround } from "./judge/vendor-around.ts";
import type { Draft, Search } from "./search.ts";
import type { UsedElsewhere } from "./tokens/held-literals.ts";
import { type ImportedUse, importedUses } from "./tokens/imported-uses.ts";
import { tokenize } from "./tokens/lexer.ts";
import { literalSites } from "./tokens/literals.ts";
import type { LiteralSite } from "./tokens/sites.ts";

/** Longest file that is looked into, in characters. */
const LONGEST = 2_000_000;

/**
 * Secrets of a file, sorted by place, one for each place.
 *
 * @param path Relative to the root, with forward slashes: decides how the text is read.
 * @param salt A workspace's own salt for fingerprints.
 */
export function findSecrets(path: string, text: string, salt = ""): FoundSecret[] {
  return searchSecrets(path, text, salt).found;
}

export interface SearchResult {
  readonly found: FoundSecret[];
  /** What the file does with values of other files. */
  readonly uses: readonly ImportedUse[];
}

const NOTHING: SearchResult = { found: [], uses: [] };

/**
 * Secrets of a file, and what it uses as a secret without having it.
 *
 * @param usedElsewhere How other files use what this one exports: names by the local name or property that they read.
 */
export function searchSecrets(
  path: string,
  whole: string,
  salt = "",
  usedElsewhere: UsedElsewhere | undefined = undefined,
): SearchResult {
  const kind = fileKind(path);
  if (kind === undefined || whole.length < 8 || whole.length > LONGEST || isGenerated(path)) return NOTHING;
  const scripts = componentScripts(path, whole);
  const text = scripts?.text ?? whole;
  const test = isTestPath(path);
  const silent = test || kind === "markup" || isExamplePath(path);
  const search: Search = { path, text, kind, test, silent, drafts: [], quiet: [], isSent: scripts?.isSent };
  const hits = scan(search);
  for (const gate of hits.gates) findGated(search, gate);
  let sites: readonly LiteralSite[] = [];
  let uses: readonly ImportedUse[] = [];
  if (kind === "code") {
    const isWhole = (hits.plausible || hits.uses) && !isMinified(text);
    const isRead =
      search.drafts.length > 0 || (!silent && (usedElsewhere !== undefined || (hits.plausible && isWhole)));
    const isUsing = hits.uses && !silent && (isWhole || isRead);
    if (isRead || isUsing) {
      const tokens = tokenize(text);
      if (isUsing) uses = importedUses(tokens);
      if (isRead) sites = literalSites(tokens, mayMatter, { signs: hits.signs, usedElsewhere });
      if (isRead && !silent) {
        for (const site of sites) findAtSite(search, tokens, site);
        findInComments(search, tokens, hits.names);
        findInCommentedCode(search, tokens);
        findInLiterals(search, tokens, hits.names);
        dropSamples(search, tokens);
        findLogged(search, tokens);
      }
    }
  } else if (!silent) findInLines(search, hits.names);
  if (!silent && hits.commands.length > 0) findInCommands(search, hits.commands);
  return { found: resolve(search, sites, salt), uses };
}

function resolve(search: Search, sites: readonly LiteralSite[], salt: string): FoundSecret[] {
  const kept: Draft[] = [];
  const sorted = [...search.drafts].sort(
    (one, other) => other.rank - one.rank || other.end - other.start - (one.end - one.start) || one.start - other.start,
  );
  for (const draft of sorted) {
    if (draft.rank < 50 && isKnownSample(draft.value)) continue;
    if (draft.rank < 59 && search.quiet.some(([start, end]) => start < draft.end && draft.start < end)) continue;
    if (kept.some((other) => other.start < draft.end && draft.start < other.end)) continue;
    kept.push(draft);
  }
  return kept.sort((one, other) => one.start - other.start).map((draft) => finish(search, draft, sites, salt));
}

function finish(search: Search, draft: Draft, sites: readonly LiteralSite[], salt: string): FoundSecret {
  const site = draft.site ?? sites.find((other) => other.start <= draft.start && draft.end <= other.end);
  const compared = site?.compared && wholeOf(site.compared).replace(/\(\)$/, "").split(".").pop();
  const own = site?.names ?? draft.names;
  const names = [...(own.length > 0 ? own : nameBefore(search.text, draft.start)), ...(compared ? [compared] : [])];
  const provider = providerOf(draft, names);
  const client =
    draft.client === true ||
    search.isSent?.(draft.start) === true ||
    (search.kind === "code" &&
      /^\s*["']use client["']/.test(
        search.text.slice(0, 400).replace(/^(?:\s*\/\/[^\n]*\n|\s*\/\*[\s\S]*?\*\/)+/, ""),
      ));
  const inEnvironmentFile = search.kind === "env" && !search.silent;
  const exposed =
    client &&
    draft.evidence !== "use" &&
    !SHOWN.has(draft.rule) &&
    (draft.rule === "client-exposed" || search.kind === "code");
  const rule: SecretRule =
    inEnvironmentFile && draft.rule !== "client-exposed"
      ? "committed-env-file"
      : exposed
        ? "client-exposed"
        : draft.rule;
  const whole = site !== undefined && site.value === draft.value;
  const fallback = site?.fallback;
  const variable =
    fallback !== undefined && /^[A-Z][A-Z\d_]+$/.test(fallback.name)
      ? fallback.name
      : (ownVariable(names) ?? draft.variable ?? variableOfNames(names, undefined, "SECRET"));
  return {
    at: [draft.start, draft.end],
    masked: maskSecret(draft.value),
    fingerprint: secretFingerprint(draft.value, salt),
    ...(provider === undefined ? {} : { provider }),
    shape: describeShape(draft.value),
    names: [...names],
    rule,
    title: titleOf(search, draft, provider, names),
    literal: site === undefined ? [draft.start, draft.end] : [site.start, site.end],
    place: draft.place,
    evidence: draft.evidence,
    ...(fallback === undefined || site === undefined || fallback.branch
      ? {}
      : { fallback: { name: fallback.name, at: [fallback.from, site.end] as const } }),
    variable: whole || site === undefined || draft.variable === undefined ? variable : draft.variable,
    ...(draft.host === undefined || draft.host === "" ? {} : { host: draft.host }),
    ...(draft.badChecksum === true ? { badChecksum: true as const } : {}),
    ...(/test-key$|sandbox/.test(draft.provider ?? "") ? { sandbox: true as const } : {}),
    ...(client ? { client: true as const } : {}),
    ...(draft.sink === undefined ? {} : { sink: draft.sink }),
  };
}

/** The name on the same line that a value without a literal goes by: `API_KEY=…`, `"apiKey": "…"`, `api_key: …`. */
function nameBefore(text: string, start: number): readonly string[] {
  const name = /([A-Za-z_][\w.-]{1,80})["']?\s{0,4}(?:=>|:=|[:=])\s{0,4}["']?$/.exec(
    text.slice(Math.max(0, start - 100), start),
  );
  return name === null ? [] : [name[1] as string];
}

/**
 * A JSON Web Token is called by whose it is, where its payload, its name or what stands around it tells; so is what several
 * services form alike.
 */
function titleOf(search: Search, draft: Draft, provider: string | undefined, names: readonly string[]): string {
  const { title, value, provider: form } = draft;
  if (form === undefined) return title;
  const service = provider === undefined || provider === form ? undefined : serviceTitle(provider);
  if (SHARED_FORMS.test(form)) {
    const vendor =
      names.map(vendorOfName).find((name) => name !== undefined) ??
      vendorOfOwner(names) ??
      vendorNear(search, draft) ??
      vendorOfPath(search.path);
    return service ?? (vendor === undefined ? title : serviceTitle(vendor));
  }
  if (!form.startsWith("jwt")) return service === undefined || draft.evidence !== "form" ? title : service;
  const vendor = service ?? issuerOf(value) ?? vendorNamed(names) ?? vendorTitle(search, draft);
  return vendor === undefined ? title : `${vendor} ${title}`;
}

/** What several services write alike: `sk_` and hexadecimal, any short word before a key. */
const SHARED_FORMS = /^(?:prefixed-key|elevenlabs-key|deepseek-key|column-key)$/;

function vendorNamed(names: readonly string[]): string | undefined {
  const vendor = names.map(vendorOfName).find((name) => name !== undefined);
  return vendor === undefined ? undefined : serviceTitle(vendor);
}

function vendorNear({ text }: Search, { start, end }: Draft): string | undefined {
  return vendorAround(text, start, end);
}

function vendorTitle(search: Search, { start, end }: Draft): string | undefined {
  const vendor =
    search.kind === "code"
      ? vendorOfPath(search.path)
      : (vendorAround(search.text, start, end) ?? vendorOfPath(search.path));
  return vendor === undefined ? undefined : serviceTitle(vendor);
}

/** Places where a secret shows, not values. */
const SHOWN: ReadonlySet<SecretRule> = new Set(["logged-secret", "answered-secret", "secret-in-url"]);

/** Forms that many share tell less than the name of a service. */
function providerOf(draft: Draft, names: readonly string[]): string | undefined {
  if (
    draft.provider !== undefined &&
    draft.evidence === "form" &&
    !/^(?:jwt|deepseek-key|openai-key|elevenlabs-key|twilio-api-key|locationiq-key|mailgun-key|iex-secret-key|notion-token|stripe-secret-key|stripe-test-key|prefixed-key)$/.test(
      draft.provider,
    )
  )
    return draft.provider;
  for (const name of names) {
    const service = nameMeaning(name).service;
    if (service === undefined) continue;
    return draft.provider?.startsWith(service.slice(0, 5)) === true ? draft.provider : service;
  }
  return draft.provider;
}

/** The literal's own name, where it is that of a variable: `STRIPE_SECRET_KEY=…`. */
function ownVariable(names: readonly string[]): string | undefined {
  const name = names.find((candidate) => /^[A-Z][A-Z\d_]{4,60}$/.test(candidate) && candidate.includes("_"));
  return name === undefined ? undefined : snakeCase(name).replace(CLIENT_PREFIX, "").toUpperCase();
}
