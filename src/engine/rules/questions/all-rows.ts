/** Writes that nothing limits: every row of the table is deleted, or set to the same. */
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isOwned } from "./belongs.ts";
import { stakeOf } from "./stake.ts";

/** Rows of others are among them: all that are deleted, and of those that are changed the ones that say whose they are. */
export function changesAllRows(effect: Effect, model: ServiceModel): boolean {
  if (effect.category !== "database" || effect.access !== "write" || stakeOf(effect) === "trail") return false;
  if (!isUnlimited(effect)) return false;
  return effect.operation === "delete" || (effect.operation === "set" && isOwned(effect, model));
}

function isUnlimited({ where, via, call: { text, arguments: given } }: Effect): boolean {
  if (where !== undefined) return where.kind === "object" && where.fields.length === 0 && /Many$/.test(text);
  // https://www.prisma.io/docs/orm/reference/prisma-client-reference#deletemany · https://mongoosejs.com/docs/api/model.html#Model.deleteMany()
  if (via === "prisma" || via === "mongoose") return /\.deleteMany$/.test(text) && given.every(isWithoutCondition);
  // https://orm.drizzle.team/docs/update · /docs/delete
  return via === "drizzle" && /\.(?:update|delete)\(/.test(`${text}(`) && !/where/i.test(text);
}

function isWithoutCondition(options: Term): boolean {
  return options.kind === "object" && options.fields.every(({ key }) => key !== undefined && key !== "where");
}
