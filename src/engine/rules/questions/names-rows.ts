/** By what the request finds rows: by what names them, or by what only narrows a list. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { tableOf } from "./tables.ts";

/** What is sent names a row, or what rows stand below: an id, a code, a column that points to another table. */
export function namesRows(effect: Effect, model: ServiceModel): boolean {
  const { where } = effect;
  if (where?.kind !== "object" && where?.kind !== "choice") return true;
  const references = new Set(
    (tableOf(effect, model)?.columns ?? []).flatMap(({ name, references: to }) => (to ? [name.toLowerCase()] : [])),
  );
  return namesOne(where, references);
}

function namesOne(condition: Term, references: ReadonlySet<string>): boolean {
  if (condition.kind === "array") return condition.items.some((item) => namesOne(item, references));
  if (condition.kind === "choice") return condition.options.some((option) => namesOne(option, references));
  if (condition.kind !== "object") return holds(condition, HOLDS_CLIENT_DATA);
  return condition.fields.some(({ key, value }) => {
    if (!holds(value, HOLDS_CLIENT_DATA)) return false;
    if (key === undefined || /^\W|^(?:and|or|not|some|every|none|is|in|equals|\d+)$/i.test(key))
      return namesOne(value, references);
    if (!NARROWS.test(key) || references.has(key.toLowerCase())) return true;
    return someTerm(value, isParameter);
  });
}

/** Parts of the address stand for something. */
function isParameter(part: Term): boolean {
  return part.kind === "input" && part.source === "params";
}

/** Columns that many rows share, by which lists are narrowed. */
const NARROWS =
  /(?:^|_)(?:status|state|type|kind|category|categories|tags?|specialt?y|speciali[sz]ation|date|day|month|year|time|from|to|until|since|start\w*|end\w*|created_?at|updated_?at|price|amount|rating|city|country|location|language|level|is_?active|active|enabled|visible|published|page|limit|sort|order|search|q)$|[a-z](?:Date|Time|At|Status|Type|Category)$/i;

/** A name that people choose for others to find them by: a profile, a community. */
export function isFoundByName({ access, where }: Effect): boolean {
  if (access !== "read" || where?.kind !== "object") return false;
  const sent = where.fields.filter(({ value }) => holds(value, HOLDS_CLIENT_DATA));
  return sent.length > 0 && sent.every(({ key }) => /^(?:user_?)?name$|^handle$|^nick_?name$/i.test(key ?? ""));
}

/** Whoever knows the code of a row was given it: of a gift card, a ticket, an invitation. */
export function isFoundByCode({ access, where, target = "" }: Effect): boolean {
  if (access !== "read" || where?.kind !== "object") return false;
  const opened = where.fields.flatMap(({ key, value }) =>
    value.kind === "literal" && value.value === true ? (OPENED.exec(key ?? "")?.[1]?.toLowerCase() ?? []) : [],
  );
  return where.fields.some(
    ({ key = "", value }) =>
      holds(value, HOLDS_CLIENT_DATA) &&
      (CODE.test(key) ||
        // `{ portalId: params.portalId, portalEnabled: true }`: its owner switched the link on.
        opened.some((name) => key.toLowerCase().startsWith(name)) ||
        // What a program that signs people in here is called: it stands in the address of the page that asks them.
        (/^o(?:auth2?|idc)/i.test(target) && /^client_?id$/i.test(key))),
  );
}

const OPENED = /^(?:is_?)?([a-z]+?)_?(?:enabled|open|public|shared|published)$/i;

const CODE =
  /^(?:code|token|secret|pin)$|(?:gift|ticket|invite|invitation|referral|access|share|tracking|claim|redeem)_?code$|tracking_?(?:number|no)$/i;

/** How many there are is told to everybody. */
export function isCount({ call }: Effect): boolean {
  return /(?:^|\.)(?:count|countDocuments|estimatedDocumentCount|exists|countBy)$/.test(call.text);
}
