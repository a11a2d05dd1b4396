/**
 * Whose secret it is, where neither its form nor its names tell: the scheme of its header, the host it is sent to, a
 * service that is named beside it.
 *
 * Only for words to people: nothing is a secret because of it.
 */
import { contextOf, REACH } from "../search.ts";
import { serviceIn, snakeCase } from "./secret-names.ts";
import { plausibleVendor, vendorOfClass, vendorOfHost } from "./vendor.ts";

/** The service that stands nearest to the value from `start` to `end`. */
export function vendorAround(text: string, start: number, end: number): string | undefined {
  const scheme = SCHEMES.exec(text.slice(Math.max(0, start - 24), start + 24))?.[1];
  if (scheme !== undefined) return OF_SCHEME[scheme.toLowerCase()];
  const [first, last] = linesAround(text, start, end);
  return (
    nearestKnown(text, first, last, start, end) ??
    sectionOf(text, start) ??
    vendorOfMaker(text, start) ??
    vendorOfRoute(text, start) ??
    vendorOfClass(text, start) ??
    vendorOfHost(contextOf({ text }, start, end)(), Math.min(start, REACH))
  );
}

/** Schemes of the header `Authorization` that one service alone has. */
const SCHEMES = /\b(splunk|geniekey|ssws|klaviyo-api-key|deepl-auth-key|discogs|token token)[ =]/i;

const OF_SCHEME: Readonly<Record<string, string>> = {
  splunk: "splunk",
  geniekey: "opsgenie",
  ssws: "okta",
  "klaviyo-api-key": "klaviyo",
  "deepl-auth-key": "deepl",
  discogs: "discogs",
  "token token": "pagerduty",
};

/** From three lines above to two below, without what an empty line sets apart. */
function linesAround(text: string, start: number, end: number): readonly [number, number] {
  let first = text.lastIndexOf("\n", start - 1) + 1;
  for (let step = 0; step < 4 && first > 0; step++) {
    const above = text.lastIndexOf("\n", first - 2) + 1;
    if (text.slice(above, first).trim() === "" || start - above > 400) break;
    first = above;
  }
  let last = text.indexOf("\n", end);
  for (let step = 0; step < 2 && last >= 0; step++) {
    const below = text.indexOf("\n", last + 1);
    const line = text.slice(last, below < 0 ? text.length : below);
    if (line.trim() === "" || (below < 0 ? text.length : below) - end > 300) break;
    last = below;
  }
  return [Math.max(first, start - 400), last < 0 ? Math.min(text.length, end + 300) : Math.min(last, end + 300)];
}

function nearestKnown(text: string, first: number, last: number, start: number, end: number): string | undefined {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  let nearest: string | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const match of text.slice(first, last).matchAll(/[A-Za-z][A-Za-z\d]*(?:[-_.][A-Za-z\d]+)*/g)) {
    const at = first + match.index;
    if (at < end && start < at + match[0].length) continue;
    // The same line first.
    const away = (at < start ? start - at : at - end) + (at < line ? 200 : 0);
    if (away >= distance) continue;
    const service = serviceOfText(match[0]);
    if (service === undefined) continue;
    nearest = service;
    distance = away;
  }
  return nearest;
}

/** Texts have few words: each is asked once. */
const remembered = new Map<string, string | undefined>();

/** The service that a name or a host has: `pipedriveApi`, `ssapi.shipstation.com`. */
function serviceOfText(word: string): string | undefined {
  if (remembered.has(word)) return remembered.get(word);
  const service = findService(word);
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(word, service);
  return service;
}

function findService(word: string): string | undefined {
  const host = /^(?:[a-z\d-]+\.)+(?:com|io|net|org|ai|co|dev|app|so|cloud|us|eu|tv|me)$/i.test(word)
    ? word.toLowerCase().split(".").at(-2)
    : undefined;
  const owner = host === undefined ? undefined : HOSTS[host];
  if (owner !== undefined) return owner;
  const service = serviceIn(snakeCase(word));
  return service === undefined || service.length < 4 || COMMON.has(service) ? undefined : service;
}

/** Hosts that are not called like the service. */
const HOSTS: Readonly<Record<string, string>> = {
  intuit: "quickbooks",
  "stream-io-api": "getstream",
  "travis-ci": "travis",
  "api-us1": "activecampaign",
  datadoghq: "datadog",
  googleapis: "google",
  amazonaws: "aws",
  openweathermap: "openweather",
  themoviedb: "tmdb",
  omdbapi: "omdb",
  "pagerduty-events": "pagerduty",
  fastly: "fastly",
  windows: "azure",
  mailgun: "mailgun",
  coinbase: "coinbase",
  "api-sports": "apifootball",
};

/** The head of a section above: `[virustotal]`, `provider "taxjar" {`, `codecov:`. */
export function sectionOf(text: string, start: number): string | undefined {
  const above = text.slice(Math.max(0, start - 1200), start);
  const heads = [...above.matchAll(/^\s*(?:\[+["']?([\w.-]+)["']?\]+|(?:provider|resource)\s+"([\w-]+)")/gm)];
  const head = heads.at(-1);
  if (head === undefined) return undefined;
  const name = (head[1] ?? head[2]) as string;
  const last = snakeCase(name.slice(name.lastIndexOf(".") + 1));
  return serviceOfText(name) ?? (head[2] === undefined ? undefined : serviceIn(last)) ?? plausibleVendor(last);
}

/** `function createAcmeClient(token = "…")`: what is made of the value. */
export function vendorOfMaker(text: string, start: number): string | undefined {
  const name = MAKER.exec(text.slice(Math.max(0, start - 260), start))?.[1];
  return name === undefined ? undefined : (serviceIn(snakeCase(name)) ?? plausibleVendor(snakeCase(name)));
}

const MAKER =
  /(?:function|const) (?:create|make|get|init|build|new|connectTo|connect|use|call|query|request)([A-Z][A-Za-z\d]{1,23}?)(?:Client|Api|API|SDK|Sdk|Service|Provider|Connection)?(?: = (?:async )?)?\([^()]{0,160}$/;

/** `app.post("/webhooks/acme", …)`: who calls in there. */
export function vendorOfRoute(text: string, start: number): string | undefined {
  const above = text.slice(Math.max(0, start - 500), start);
  const route = [...above.matchAll(ROUTE)].at(-1);
  return route === undefined ? undefined : plausibleVendor(snakeCase((route[1] ?? route[2]) as string));
}

const ROUTE =
  /\/(?:web-?hooks?|hooks?|callbacks?|integrations?)\/([a-z][\w-]{2,23})["'`/]|\/([a-z][\w-]{2,23})\/(?:web-?hooks?|hooks?|callbacks?)["'`/]/g;

/** Services whose names are words, and what every kind of software stands on or mentions. */
const COMMON: ReadonlySet<string> = new Set(
  `
abstract alchemy amazon apollo basecamp beamer bedrock blogger branch chameleon chatbot checkout coda coin column commodities consul
convert copper courier currents dandelion delighted deno docker dockerhub element elastic front harness here hunter impala influx kafka kanban
keycloak kubernetes leonardo line linear magnetic mariadb mongo mongodb moderation mysql nats neo4j news nexus nimble nomad npmjs
open openid oracle parsers phrase polls polygon postgres postgresql priv rabbitmq rapid readme redis segment timezone together
unify vault vespa web3 wise
`
    .trim()
    .split(/\s+/),
);
