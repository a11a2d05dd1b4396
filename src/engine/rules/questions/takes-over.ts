/** Rows that are written under an id which the request chose, whether the row is there or not. */

import { alternatives } from "../../link/evaluate/members.ts";
import { isSent } from "../../link/terms/sent.ts";
import type { Effect } from "../../model/effect.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";

/**
 * `upsert({ where: { id: body.id }, update: { …, userId: user.id } })`: where the row is there already it is somebody's, and
 * storing the caller as its owner takes it from them.
 */
export function takesOver({ operation, where }: Effect): boolean {
  if (operation !== "upsert" || where?.kind !== "object" || where.fields.length !== 1) return false;
  return where.fields.some(
    ({ key, value }) => isIdColumn(key) && alternatives(value).some((one) => isSent(one) && one.path.length > 0),
  );
}
