/** Text of the request in the text of a SQL statement: as a whole, or in a raw part of a built one. */

import { sqlParameters } from "../../fixes/statements/sql-parameters.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import { fieldOf } from "../../link/terms/field-of.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { partsOf, termsOutside } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { clientText, isTamed, nameOf } from "./client-text.ts";
import type { Injected } from "./injected.ts";
import { resultsOf } from "./results.ts";

export function injectedSql(entry: EntryPoint, model: ServiceModel): readonly Injected[] {
  const found: Injected[] = [];
  const seen = new Set<string>();
  for (const effect of entry.effects) {
    if (effect.category !== "database" || effect.traits.readsNoSql) continue;
    if (!holds(effect.result, HOLDS_CLIENT_DATA | HOLDS_CREDENTIAL)) continue;
    const key = `${effect.place.file}:${effect.place.at[0]}`;
    if (seen.has(key)) continue;
    for (const text of sqlOf(entry, effect)) {
      const input = clientText(entry, text);
      if (!input || isTamed(entry, effect, input)) continue;
      seen.add(key);
      found.push({
        event: effect,
        at: effect.call.calleePlace ?? effect.place,
        says: `puts ${nameOf(input)} of the request into the text of a SQL statement. Hand it over as a parameter.`,
        last: "the statement is made of the request",
        severity: "error",
        fixes: () => [sqlParameters(effect, model)].filter((fix) => fix !== undefined),
      });
      break;
    }
  }
  return found;
}

/** Their statements are objects; see `injected-operators.ts`. */
/** Texts that the database reads as SQL. */
function sqlOf(entry: EntryPoint, effect: Effect): readonly Term[] {
  const { call } = effect;
  const [first] = call.arguments;
  const statement = first?.kind === "object" ? (fieldOf(first, "text") ?? fieldOf(first, "sql")) : first;
  const whole = statement && !call.tagged ? alternatives(statement).filter((option) => isStatement(option)) : [];
  return [...whole, ...rawParts(entry, effect)];
}

function isStatement(term: Term): boolean {
  if (term.kind !== "text") return false;
  const text = term.parts.map((part) => (part.kind === "literal" ? String(part.value) : "?")).join("");
  return /\b(?:select|insert\s+into|update|delete\s+from|where|order\s+by|from)\b/i.test(text);
}

/** Calls whose first argument is SQL as it stands, by package: the last part of their path. */
const RAW: Readonly<Record<string, RegExp>> = {
  // https://knexjs.org/guide/raw.html
  knex: /^(?:raw|whereRaw|orWhereRaw|andWhereRaw|havingRaw|orHavingRaw|orderByRaw|groupByRaw|joinRaw|fromRaw)\(\)$/,
  // https://sequelize.org/docs/v6/core-concepts/raw-queries/
  sequelize: /^literal\(\)$/,
  "@sequelize/core": /^literal\(\)$/,
  "sequelize-typescript": /^literal\(\)$/,
  // https://typeorm.io/docs/query-builder/select-query-builder/
  typeorm: /^(?:where|andWhere|orWhere|having|andHaving|orHaving|orderBy|addOrderBy|groupBy|addGroupBy)\(\)$/,
  // https://orm.drizzle.team/docs/sql#sqlraw
  "drizzle-orm": /^raw\(\)$/,
  // https://kysely-org.github.io/kysely-apidoc/interfaces/Sql.html
  kysely: /^(?:raw|lit)\(\)$/,
  // https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries
  "@prisma/client": /^raw\(\)$/,
  "@mikro-orm/core": /^raw\(\)$/,
};

function rawParts(entry: EntryPoint, effect: Effect): readonly Term[] {
  const answers = resultsOf(entry);
  const found: Term[] = [];
  const parts = new Set([effect.result]);
  // What other queries gave back was not sent.
  for (const part of partsOf(effect.result)) for (const inner of termsOutside(part, answers)) parts.add(inner);
  for (const part of parts) {
    if (part.kind !== "external" || !part.arguments) continue;
    const raw = RAW[part.package.replace(/^(drizzle-orm)\/.*/, "$1")];
    const [first] = part.arguments;
    if (!raw?.test(part.path.at(-1) ?? "") || !first) continue;
    found.push(...alternatives(first).filter((option) => option.kind === "text" || option.kind === "input"));
  }
  return found;
}
