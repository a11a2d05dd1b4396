/** Secrets by use and by name: literals in code, comments, configuration, command lines, log calls. */
import { commandValues, kubernetesSecrets, namedValues } from "./data-files.ts";
import { scan } from "./find-by-form.ts";
import { formOfValue } from "./forms.ts";
import { serviceTitle, variableOfNames } from "./found-names.ts";
import type { SecretRule } from "./found-secret.ts";
import { type Judgement, judge } from "./judge.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { loggedSecrets } from "./logged-secrets.ts";
import { isRefusedAtStart, refusesValue } from "./refused-fallback.ts";
import { type Draft, isNeverPublic, placeOf, type Search } from "./search.ts";
import { nameMeaning } from "./secret-names.ts";
import { describeShape, isSequence, strength } from "./shape.ts";
import type { LiteralSite } from "./sites.ts";
import { mayMatter } from "./value-tests.ts";
import { vendorOfHost, vendorOfName, vendorOfOwner } from "./vendor.ts";

export function findAtSite(search: Search, site: LiteralSite): void {
  if (isFolded(search.text, site) && findFolded(search, site)) return;
  const form = formOfValue(site.value, site.names.join(" ").toLowerCase());
  if (form !== undefined && !form.placeholder && site.kind === "value") {
    if (form.publishable) return;
    addNamed(search, site, {
      rule: "provider-token",
      title: form.title,
      provider: form.id,
      variable: form.variable,
      evidence: "form",
      rank: 55,
    });
    return;
  }
  const context = () => search.text.slice(Math.max(0, site.start - 700), site.end + 700).toLowerCase();
  const judgement = judge({
    ...site,
    fallback: site.fallback !== undefined || isDefault(site),
    place: "code",
    context,
  });
  if (judgement === undefined) return;
  if (site.fallback !== undefined && isRefusedAtStart(search.text, site)) return;
  if (site.kind === "compare" && refusesValue(search.text, site.start, site.end)) return;
  const rule = ruleOf(search, judgement, readsEnvironment(search.text, site), context);
  if (rule !== undefined) addNamed(search, site, { rule, ...describeJudgement(judgement, site.names, context) });
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
  search.drafts.push({ ...best, start: site.start, end: site.end, names: site.names, site, place: "code" });
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

function describeJudgement(
  judgement: Judgement,
  names: readonly string[],
  context: () => string,
): Omit<Description, "rule"> {
  const isToken = judgement.group === "token" || judgement.group === "header";
  const service = judgement.service ?? (isToken ? (firstVendor(names) ?? vendorOfHost(context())) : undefined);
  const title =
    service !== undefined && judgement.group !== "signing"
      ? serviceTitle(service)
      : judgement.group === "signing"
        ? "signing key"
        : judgement.group === "password"
          ? "password"
          : judgement.group === "header"
            ? "credential in a header"
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

function withoutQuotes(text: string, { start, end }: LiteralSite): { readonly start: number; readonly end: number } {
  return {
    start: /["'`]/.test(text[start] as string) ? start + 1 : start,
    end: /["'`]/.test(text[end - 1] as string) ? end - 1 : end,
  };
}

function ruleOf(
  search: Search,
  judgement: Judgement,
  fallback: boolean,
  context: () => string,
): SecretRule | undefined {
  if (judgement.client) return isNeverPublic(judgement.name) ? "client-exposed" : undefined;
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

export function findInComments(search: Search, tokens: Tokens, hits: readonly number[]): void {
  const { comments } = tokens;
  if (comments.length === 0) return;
  let last = -1;
  for (const hit of hits) {
    const comment = commentAt(comments, hit);
    if (comment < 0) continue;
    const lineStart = Math.max(search.text.lastIndexOf("\n", hit - 1) + 1, comments[comment] as number);
    if (lineStart === last) continue;
    last = lineStart;
    const newline = search.text.indexOf("\n", lineStart);
    const lineEnd = Math.min(newline < 0 ? search.text.length : newline, comments[comment + 1] as number);
    for (const found of namedValues(search.text, "shell", lineStart, lineEnd)) judgeNamed(search, found, "comment");
  }
}

/** `JSON.parse('{"apiKey":"…"}')`, `` `API_KEY=…` ``: pairs inside of a literal. */
export function findInLiterals(search: Search, tokens: Tokens, hits: readonly number[]): void {
  let last = -1;
  for (const hit of hits) {
    const index = tokenAt(tokens, hit - 1);
    const kind = tokens.kind[index];
    if (kind !== TOKEN.string && kind !== TOKEN.template) continue;
    const tokenStart = (tokens.start[index] as number) + 1;
    const start = Math.max(tokenStart, search.text.lastIndexOf("\n", hit - 1) + 1);
    if (start === last) continue;
    last = start;
    const end = Math.min((tokens.end[index] as number) - 1, endOfLine(search.text, start));
    if (end - start < 20 || end - start > 4000 || !PAIR.test(search.text.slice(hit, end))) continue;
    for (const found of namedValues(search.text, "shell", start, end)) {
      if (found.end <= end && strength(found.value) === "strong") judgeNamed(search, found, "code");
    }
  }
}

const PAIR = /^\w{0,40}\\?["']?\s{0,2}[:=]\s{0,2}\\?["']?[\w+/=.~-]{12}/;

/** The token that holds an offset, or the one before it. */
function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.kind.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tokens.start[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A JSON Web Token in a comment shows what an answer looks like. */
export function dropSamples(search: Search, tokens: Tokens): void {
  for (let index = search.drafts.length - 1; index >= 0; index--) {
    const draft = search.drafts[index] as Draft;
    if (draft.provider === "jwt" && commentAt(tokens.comments, draft.start) >= 0) search.drafts.splice(index, 1);
  }
}

function commentAt(comments: readonly number[], offset: number): number {
  let low = 0;
  let high = comments.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (offset < (comments[middle * 2] as number)) high = middle - 1;
    else if (offset > (comments[middle * 2 + 1] as number)) low = middle + 1;
    else return middle * 2;
  }
  return -1;
}

export function findInLines(search: Search, hits: readonly number[]): void {
  if (search.kind === "key") return;
  let last = -1;
  for (const hit of hits) {
    let lineStart = search.text.lastIndexOf("\n", hit - 1) + 1;
    if (lineStart === last) continue;
    last = lineStart;
    let lineEnd = endOfLine(search.text, lineStart);
    for (const found of namedValues(search.text, search.kind, lineStart, lineEnd))
      judgeNamed(search, found, search.kind === "text" ? "code" : "config");
    // `- name: DB_PASSWORD` with its value on the next line; a Terraform variable with its default.
    for (let step = 0; step < 3; step++) {
      lineStart = lineEnd + 1;
      lineEnd = endOfLine(search.text, lineStart);
      if (
        !/^\s*["']?(?:value|default)["']?\s*[:=]/.test(search.text.slice(lineStart, Math.min(lineEnd, lineStart + 80)))
      )
        continue;
      for (const found of namedValues(search.text, search.kind, lineStart, lineEnd))
        judgeNamed(search, found, "config");
      break;
    }
  }
  if (search.kind === "yaml") for (const found of kubernetesSecrets(search.text)) judgeNamed(search, found, "config");
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

export function findInCommands(search: Search, hits: readonly number[]): void {
  let last = -1;
  for (const hit of hits) {
    const lineStart = search.text.lastIndexOf("\n", hit - 1) + 1;
    if (lineStart === last) continue;
    last = lineStart;
    for (const found of commandValues(search.text, lineStart, endOfLine(search.text, lineStart)))
      judgeNamed(search, found, "config");
  }
}

function judgeNamed(
  search: Search,
  found: { names: readonly string[]; value: string; start: number; end: number },
  place: "code" | "config" | "comment",
): void {
  const { names, value } = found;
  if (names.every((name) => nameMeaning(name).role === "public") || !mayMatter(value)) return;
  const form = formOfValue(value, names.join(" ").toLowerCase());
  const context = () => search.text.slice(Math.max(0, found.start - 700), found.end + 700).toLowerCase();
  if (form !== undefined && !form.placeholder && !form.publishable && place !== "comment") {
    search.drafts.push({
      rule: "provider-token",
      title: form.title,
      provider: form.id,
      variable: form.variable,
      evidence: "form",
      rank: 55,
      value,
      start: found.start,
      end: found.end,
      names,
      place: placeOf(search),
    });
    return;
  }
  const judgement = judge({
    value,
    names,
    kind: "value",
    partial: false,
    compared: undefined,
    fallback: false,
    place,
    context,
  });
  if (judgement === undefined) return;
  if (place === "config" && isDefaultOfMachine(search, judgement, value, found.start)) return;
  if (place === "comment" && (judgement.group === "password" || describeShape(value).length < 16)) return;
  const rule = ruleOf(search, judgement, false, context);
  if (rule === undefined) return;
  search.drafts.push({
    rule,
    ...describeJudgement(judgement, names, context),
    value,
    start: found.start,
    end: found.end,
    names,
    place: place === "comment" ? "comment" : placeOf(search),
  });
}

/** A weak password or key for the machines of developers and for CI, or on a line that is a comment. */
function isDefaultOfMachine(search: Search, { group }: Judgement, value: string, start: number): boolean {
  if (group !== "password" && group !== "signing") return false;
  const how = strength(value);
  if (how === "strong") return false;
  const line = search.text.slice(search.text.lastIndexOf("\n", start - 1) + 1, start);
  if (
    how === "weak" &&
    (/^\s*#/.test(line) || (MACHINES.test(search.path) && (group === "signing" || isSequence(value))))
  )
    return true;
  return LOCAL_PATH.test(search.path);
}

/** `docker-compose.dev.yml`, `.env.local`. */
const LOCAL_PATH = /(?:^|[._/-])(?:dev|devel|development|local|localhost|ci|e2e|sandbox)(?:[._/-]|$)/i;

/** What is started on a developer's machine, or by CI. */
const MACHINES = /(?:^|[/-])compose[\w.-]*\.ya?ml$|\.github\/|\.(?:travis|gitlab-ci|drone|circleci)\b|\.circleci\//;

export function findLogged(search: Search, tokens: Tokens): void {
  for (const logged of loggedSecrets(tokens)) {
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
