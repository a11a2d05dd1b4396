/** Secrets by use and by name in code: literals where they stand, and log calls. */
import { scan } from "./find-by-form.ts";
import { formOfValue } from "./forms/forms.ts";
import { serviceTitle, variableOfNames } from "./found-names.ts";
import type { SecretRule } from "./found-secret.ts";
import { type Judgement, judge } from "./judge/judge.ts";
import { isForDevelopment, isRefusedAtStart, refusesValue } from "./judge/refused-fallback.ts";
import { nameMeaning } from "./judge/secret-names.ts";
import { strength } from "./judge/shape.ts";
import { isUuid } from "./judge/value-tests.ts";
import { vendorBefore, vendorOfClass, vendorOfName, vendorOfOwner, vendorOfPath } from "./judge/vendor.ts";
import { sectionOf, vendorAround, vendorOfMaker, vendorOfRoute } from "./judge/vendor-around.ts";
import { vendorOfImport } from "./judge/vendor-of-import.ts";
import { loggedSecrets } from "./logged-secrets.ts";
import { contextOf, type Draft, describeForm, isNeverPublic, isTokenOfApi, type Search } from "./search.ts";
import type { Tokens } from "./tokens/lexer.ts";
import type { LiteralSite } from "./tokens/sites.ts";
import { tokenAt, tokenText } from "./tokens/token-chains.ts";

export function findAtSite(search: Search, tokens: Tokens, site: LiteralSite): void {
  if (isFolded(search.text, site) && findFolded(search, site)) return;
  const form = formOfValue(site.value, site.names);
  if (form !== undefined && !form.placeholder && site.kind === "value") {
    if (form.publishable) return;
    addNamed(search, site, describeForm(form, 55));
    return;
  }
  const context = contextOf(search, site.start, site.end);
  const judgement = judge({
    ...site,
    fallback: site.fallback !== undefined || isDefault(site),
    place: "code",
    context,
  });
  if (judgement === undefined) return;
  if (!isSomebodysKey(judgement, site.value)) {
    if ((site.fallback !== undefined || judgement.group === "signing") && isRefusedAtStart(tokens, site)) return;
    if ((site.fallback !== undefined || isBranch(tokens, site)) && isForDevelopment(tokens, site)) return;
  }
  if (site.kind === "compare" && refusesValue(tokens, site)) return;
  const rule = ruleOf(search, judgement, readsEnvironment(search.text, site), context);
  if (rule !== undefined) addNamed(search, site, { rule, ...describeJudgement(judgement, site.names, search, site) });
}

/** `isTest ? "…" : …` */
function isBranch(tokens: Tokens, site: LiteralSite): boolean {
  return tokenText(tokens, tokenAt(tokens, site.start) - 1) === "?";
}

/** A key that a service made opens that service, whatever the machine; a word is for this machine. */
function isSomebodysKey({ group }: Judgement, value: string): boolean {
  return group === "token" && (strength(value) === "strong" || isUuid(value));
}

/** `z.string().default("…")`: what stands in where a setting is missing. */
function isDefault(site: LiteralSite): boolean {
  return site.names[0]?.endsWith(".default#0") === true;
}

/** The value does not stand in the text as it is: added up, escaped, encoded. */
function isFolded(text: string, site: LiteralSite): boolean {
  return site.value.length >= 12 && site.value.length < 4096 && !text.startsWith(site.value, site.start + 1);
}

/** Searches a folded value as if it stood in the text. */
function findFolded(search: Search, site: LiteralSite): boolean {
  const inner: Search = { ...search, kind: "text", drafts: [], quiet: [], text: site.value };
  scan(inner);
  const best = inner.drafts.sort((one, other) => other.rank - one.rank)[0];
  if (best === undefined) return false;
  const [start, end] = site.head ?? [site.start, site.end];
  search.drafts.push({ ...best, start, end, names: site.names, site, place: "code" });
  return true;
}

/** The fallback stands in for a variable of the environment or a setting, not for any value. */
function readsEnvironment(text: string, site: LiteralSite): boolean {
  const { fallback } = site;
  if (fallback === undefined) return false;
  return (
    /^[A-Z][A-Z\d_]+$/.test(fallback.name) ||
    /process\.env|import\.meta|\benv\b|\benviron|getenv|config|settings/i.test(
      text.slice(fallback.start, fallback.from),
    )
  );
}

type Description = Pick<Draft, "rule" | "title" | "variable" | "evidence" | "rank"> & {
  provider?: string | undefined;
  client?: boolean;
};

/** What a judgement is called. */
export function describeJudgement(
  judgement: Judgement,
  names: readonly string[],
  { text, path }: Search,
  { start, end }: { readonly start: number; readonly end: number },
): Omit<Description, "rule"> {
  const isMnemonic = judgement.name === "mnemonic";
  const isToken = !isMnemonic && (judgement.group === "token" || judgement.group === "header");
  const service =
    (isToken ? vendorOfImport(text, names) : undefined) ??
    (judgement.group === "signing" ? nameMeaning(judgement.name).service : judgement.service) ??
    (isToken
      ? (ownerOfKey(names) ??
        firstVendor([...names, judgement.name]) ??
        vendorBefore(text, start) ??
        vendorAround(text, start, end) ??
        vendorOfPath(path))
      : judgement.group === "signing"
        ? ((judgement.used ? undefined : (firstVendor([...names, judgement.name]) ?? vendorOfPlace(text, start))) ??
          vendorOfRoute(text, start))
        : undefined);
  const title =
    service !== undefined && judgement.group !== "signing"
      ? serviceTitle(service)
      : judgement.group === "signing"
        ? service === undefined
          ? "signing key"
          : `${serviceTitle(service)} signing key`
        : judgement.group === "password"
          ? "password"
          : judgement.group === "header"
            ? "credential in a header"
            : isMnemonic
              ? "recovery phrase of a wallet"
              : "key or token";
  return {
    title,
    provider: isToken ? service : undefined,
    variable: variableOfNames(
      names,
      judgement.service,
      judgement.group === "signing" ? "SIGNING_SECRET" : judgement.group === "password" ? "PASSWORD" : "API_KEY",
    ),
    evidence: judgement.used ? "use" : "name",
    rank: 30,
    client: judgement.client,
  };
}

/** Whose the section, the function or the class is that a key stands in. */
function vendorOfPlace(text: string, start: number): string | undefined {
  return sectionOf(text, start) ?? vendorOfMaker(text, start) ?? vendorOfClass(text, start);
}

/** Names that one service alone has. */
function ownerOfKey([name = ""]: readonly string[]): string | undefined {
  return /^(?:aws_?)?secret_?access_?key$/i.test(name) ? "aws" : undefined;
}

function firstVendor(names: readonly string[]): string | undefined {
  for (const name of names) {
    const vendor = vendorOfName(name);
    if (vendor !== undefined) return vendor;
  }
  return vendorOfOwner(names);
}

function addNamed(search: Search, site: LiteralSite, description: Description): void {
  search.drafts.push({
    ...description,
    value: site.value,
    ...withoutQuotes(search.text, site),
    names: site.names,
    site,
    place: "code",
    client: description.client === true,
  });
}

function withoutQuotes(text: string, site: LiteralSite): { readonly start: number; readonly end: number } {
  if (site.head !== undefined) return { start: site.head[0], end: site.head[1] };
  const { start, end } = site;
  return {
    start: /["'`]/.test(text[start] as string) ? start + 1 : start,
    end: /["'`]/.test(text[end - 1] as string) ? end - 1 : end,
  };
}

/** The rule that a judgement belongs to. */
export function ruleOf(
  search: Search,
  judgement: Judgement,
  fallback: boolean,
  context: () => string,
): SecretRule | undefined {
  if (judgement.client)
    return isNeverPublic(judgement.name) || isTokenOfApi(judgement.name) ? "client-exposed" : undefined;
  if (fallback) return "env-fallback";
  if (judgement.group === "signing") return "signing-secret";
  if (judgement.group === "token" || judgement.group === "header") return "provider-token";
  const admin =
    /admin@|["'`](?:admin|root|superadmin|administrator|superuser)["'`]|role["']?\s*:\s*["'`]?\w*admin|isadmin["']?\s*:\s*true/.test(
      context(),
    );
  return admin && (judgement.used || /seed|bootstrap|migrat|init|setup|default|login|auth/i.test(search.path))
    ? "shared-admin"
    : "password";
}

/** What a person runs: the console is their terminal, and no log. */
const COMMANDS = /(?:^|\/)(?:scripts|cli|bin)\//;

export function findLogged(search: Search, tokens: Tokens): void {
  for (const logged of loggedSecrets(tokens)) {
    if (logged.sink.startsWith("console.") && COMMANDS.test(search.path)) continue;
    search.drafts.push({
      rule: logged.answered ? "answered-secret" : "logged-secret",
      title: logged.text,
      value: logged.text,
      start: logged.start,
      end: logged.end,
      evidence: "use",
      names: [logged.text],
      variable: undefined,
      place: "code",
      sink: logged.sink,
      rank: 20,
    });
  }
}
