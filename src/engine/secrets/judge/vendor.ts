/**
 * Whose secret it is, where no table knows the name: what its variable is called, or the host it is sent to.
 *
 * Only for words to people: nothing is a secret because of it.
 */
import { CLIENT_PREFIX, serviceIn, snakeCase } from "./secret-names.ts";

/** `rawgApiKey` → `rawg`; undefined where the name tells a purpose: `userToken`, `ADMIN_API_KEY`. */
export function vendorOfName(name: string): string | undefined {
  if (name.includes("#")) return vendorOfCall(name);
  const words = snakeCase(name)
    .replace(CLIENT_PREFIX, "")
    .replace(/^x_(?=[a-z])/, "");
  const match = OWNED.exec(words);
  return match === null ? undefined : plausibleVendor(match[1] as string);
}

const OWNED =
  /^([a-z][a-z\d]*(?:_[a-z\d]+)??)_(?:api_?|auth_?|access_?|secret_?|client_?|server_?|app_?|account_?|private_?|personal_access_?|bot_?|license_?|consumer_?|integration_?|master_?|live_?|rest_?|admin_?|application_?|signing_?|webhook_?)*(?:key|keys|token|tokens|secret|secrets|apikey|pat|password|credentials?|signature)(?:_(?:\d|live|prod|production|main|primary|private))?$/;

/** `new Rawg#0`, `new RawgClient#0{}`, `createRawgClient#0`, `rawg.init#0`. */
function vendorOfCall(name: string): string | undefined {
  const callee = name.replace(/#.*/, "").replaceAll("()", "");
  const registered = /^([A-Z]\w*?)Module\.(?:forRoot|register)(?:Async)?$/.exec(callee) ?? ON_CLIENT.exec(callee);
  if (registered !== null) return plausibleVendor(snakeCase(registered[1] as string));
  const built =
    /^([A-Z][A-Za-z\d]{2,23}?)(?:Client|Api|API|SDK|Sdk|Service)?\.(?:builder|with[A-Z]\w*|from[A-Z]\w*|create\w*|init\w*)(?:\.|$)/.exec(
      callee,
    );
  if (built !== null) return plausibleVendor(snakeCase(built[1] as string));
  const made =
    /^(?:new |create|make|get|connectTo|use|require )([A-Za-z][\w-]*?)(?:Client|Api|API|SDK|Sdk|Service|Provider)?$/.exec(
      callee,
    );
  return made === null ? undefined : plausibleVendor(snakeCase(made[1] as string));
}

/** `crossmint.setToken("…")`: what it is said to. */
const ON_CLIENT =
  /^(?:this\.)?([a-z][A-Za-z\d]*?)(?:Client|Api|SDK|Sdk|Service)?\.(?:set\w*(?:Key|Token|Auth|Secret|Credentials)|auth\w*|init\w*|configure|config|log[iI]n|connect\w*|register|setup)$/;

/** `box: { apiKey: "…" }`: the object's name, where it is no purpose. */
export function vendorOfOwner(names: readonly string[]): string | undefined {
  const [inner, outer] = names;
  if (inner === undefined || outer === undefined || outer.includes("#") || !KEY_ALONE.test(snakeCase(inner)))
    return undefined;
  return plausibleVendor(snakeCase(outer));
}

const KEY_ALONE = /^(?:api_?|auth_?|access_?|secret_?|client_?|bot_?|app_?)*(?:key|keys|token|secret|apikey|password)$/;

/** `Acme: access token = …`, `using acme key …`, `<AcmeProvider secretKey="…"`: who is named just before the value. */
export function vendorBefore(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - 120), at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const name =
    /(?:^|[^\w-])([A-Za-z][A-Za-z\d]{2,20}):?\s(?:(?:api|access|auth|secret|client|bearer|private)[ -]){0,2}(?:key|token|secret)(?:\s?[:=]|\sis)?\s?["'`]?$/i.exec(
      line,
    )?.[1] ?? /<([A-Z][A-Za-z\d]{2,20}?)(?:Provider|Client|Widget|Map)?\s[^<>]{0,60}$/.exec(line)?.[1];
  return name === undefined || LEADING.test(name) ? undefined : plausibleVendor(snakeCase(name));
}

/** Words that lead in to the name of a key. */
const LEADING =
  /^(?:const|let|var|export|type|return|using|with|use|set|for|and|are|was|were|has|have|had|all|each|every|not|non|may|must|can|will|see|per|div|span|input|button|form|login|string|readonly|private|public|protected|static|also)$/i;

/** `class DailyService { private readonly apiKey = "…" }`: the class that a value stands in. */
export function vendorOfClass(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - 1500), at);
  const last = before.lastIndexOf("class ");
  const name =
    last < 0
      ? undefined
      : /^class ([A-Z][A-Za-z\d]{2,30}?)(?:Api)?(?:Service|Client|Api|API|SDK|Provider|Gateway|Adapter|Integration|Connector)\b/.exec(
          before.slice(last),
        )?.[1];
  // Behind the class's own brace.
  return name === undefined || before.indexOf("\n}", last) >= 0 ? undefined : plausibleVendor(snakeCase(name));
}

/** The name of the host that a text is about, the one nearest to `at`: `https://api.rawg.io/v1`. */
export function vendorOfHost(text: string, at = 0): string | undefined {
  let nearest: string | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const match of text.matchAll(/(?:https?|wss?):\/\/((?:[a-z\d-]{1,40}\.){1,4})[a-z]{2,6}(?=[/:?"'`\s]|$)/gi)) {
    const labels = (match[1] as string).toLowerCase().slice(0, -1).split(".");
    const last =
      labels.length > 1 && /^(?:co|com|org|net)$/.test(labels[labels.length - 1] as string)
        ? labels.length - 2
        : labels.length - 1;
    const label = labels[last] as string;
    const vendor = serviceIn(label.replaceAll("-", "")) ?? plausibleVendor(label);
    if (vendor === undefined || vendor === "localhost" || vendor === "example") continue;
    if (Math.abs(match.index - at) >= distance) continue;
    nearest = vendor;
    distance = Math.abs(match.index - at);
  }
  return nearest;
}

/**
 * The service that a file is called after, where one is known by that name: `src/clients/petfinder.client.ts`; or the
 * folder that it stands in, where integrations have one each: `src/integrations/petfinder/client.ts`.
 */
export function vendorOfPath(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  const file = path.slice(slash + 1);
  // What runs them, not whose their keys are.
  if (RUNNERS.test(file)) return undefined;
  const folders = path.slice(0, Math.max(0, slash)).split("/");
  const called =
    /^([a-z][a-z\d-]{2,20}?)[-.](?:client|api|sdk|provider|gateway|adapter|integration|connector)\.[cm]?[jt]sx?$/i.exec(
      file,
    )?.[1] ??
    /^([a-z][A-Za-z\d]{2,20}?)(?:Client|Api|SDK|Sdk|Gateway|Adapter|Integration|Connector)\.[cm]?[jt]sx?$/.exec(
      file,
    )?.[1];
  return (
    serviceOfFile(file) ??
    (called === undefined ? undefined : plausibleVendor(snakeCase(called))) ??
    serviceOfFile(folders.at(-1) ?? "") ??
    vendorOfFolder(folders)
  );
}

const RUNNERS =
  /^(?:dockerfile|docker-compose|compose|\.gitlab-ci|\.travis|jenkinsfile|\.drone|wrangler|vercel|netlify)/i;

function vendorOfFolder(folders: readonly string[]): string | undefined {
  const place = folders.findIndex((folder) => /^(?:integrations?|vendors?|connectors?|third-?party)$/.test(folder));
  const folder = place < 0 ? undefined : folders[place + 1];
  return folder === undefined ? undefined : plausibleVendor(snakeCase(folder));
}

function serviceOfFile(file: string): string | undefined {
  const dot = file.indexOf(".", 1);
  const service = serviceIn(snakeCase(dot < 0 ? file : file.slice(0, dot)));
  return service === undefined || service.length < 4 ? undefined : service;
}

/** What services go by besides their names. */
const SHORT: Readonly<Record<string, string>> = {
  dd: "datadog",
  op: "onepassword",
  b2: "backblaze",
  hcloud: "hetzner",
  mj: "mailjet",
  k8s: "kubernetes",
  meili: "meilisearch",
  scw: "scaleway",
  gh: "github",
  logtail: "betterstack",
  smarty: "smartystreets",
  sonatype: "sonatype",
  woo: "woocommerce",
};

/** Words that may be a company's: neither a purpose nor too short or long. */
export function plausibleVendor(words: string): string | undefined {
  if (words in SHORT) return SHORT[words];
  return words.length < 3 ||
    words.length > 24 ||
    words.split(/[_-]/).some((word) => isPurpose(word.replace(/\d+$/, "")))
    ? undefined
    : words;
}

/** One of a kind, or several: `account`, `accounts`. */
function isPurpose(word: string): boolean {
  return PURPOSE.has(word) || (word.endsWith("s") && PURPOSE.has(word.slice(0, -1)));
}

/** Words that say what for, not whose. */
const PURPOSE: ReadonlySet<string> = new Set(
  `body credential credentials digest gateway graph params access account action active actual admin alt another any api app application async auth authorization aws backend
backup bad base basic bearer bot browser build builder bypass cache callback cart case cdn changed channel ci client code command common company
config configuration confirm connect connection context cookie correct crud cron crypto csrf current custom customer data database db debug
default demo deploy dev development device dummy email encrypted encryption endpoint env environment event example
existing expected exports external fake fallback fetch field final find first fixed foreign form free frontend generated global good group guest
has hash header headers hidden hub hmac home host http https id idp init initial initialize input inner integration internal invalid invite is issued item job json jwt
key keys last legacy license link list live local lock log login main management manager map master member merchant method mobile mock model
module my name native new next node nonce number oauth object old option options order org organization our outer override owner page
parent partner password path payment personal plain platform post prefix previous primary private process prod production profile
project promo provider proxy public push query random raw read real redirect redis refresh register remote request reset
response rest result role root row route sample sandbox saved second secondary secret secure security seed send sender server
service session set setup shared sign signature signed signing site some source ssh staging state static storage store
string super support system table target team temp temporary tenant test text the third this tmp token tokens tool tracking type vars variable variables secrets settings defaults
unique update upload url user username users valid validation value var verification verify vendor web webhook website weak widget
with worker workspace write wrong xor your
better totp otp hotp nextauth authjs iron rsa aes seal bundle`
    .trim()
    .split(/\s+/),
);
