/** Writes after which a look-up finds as little as before: what they write is not what it asks for. */
import type { EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";

/** What is added is in another state than what is looked for: `count({ status: "failed" })`, `create({ status: "pending" })`. */
export function isMissedBy({ operation, data }: EffectEvent, { where }: EffectEvent): boolean {
  if (operation !== "insert" || data?.kind !== "object" || where?.kind !== "object") return false;
  return where.fields.some(({ key, value }) => {
    const set = key === undefined ? undefined : data.fields.findLast((field) => field.key === key)?.value;
    return value.kind === "literal" && set?.kind === "literal" && set.value !== value.value;
  });
}

/**
 * A row that was there already is given other columns than those it is looked for by: `if (await find({ email })) throw …;
 * update({ id: me }, { newEmail: email })` is done as often as it is asked for.
 */
export function leavesMissing({ operation, data }: EffectEvent, { where, category }: EffectEvent): boolean {
  if (operation !== "set" || category !== "database") return false;
  const asked = where && columnsIn(where);
  const written = data && columnsIn(data);
  if (!asked || !written || asked.length === 0) return false;
  return !written.some((column) => asked.some((one) => isAlike(one, column)));
}

/** Also of what is spread there; undefined where not all of them are known. */
function columnsIn(term: Term): readonly string[] | undefined {
  if (term.kind !== "object") return undefined;
  const columns: string[] = [];
  for (const { key, value } of term.fields) {
    if (key !== undefined && !/^(?:\$\w+|AND|OR|NOT)$/.test(key)) columns.push(key);
    else {
      const inside = key === undefined ? columnsIn(value) : undefined;
      if (!inside) return undefined;
      columns.push(...inside);
    }
  }
  return columns;
}

/** `parent` and `parentId`, `profile.email` and `profile` are written as one and asked for as the other. */
function isAlike(one: string, other: string): boolean {
  const [a = "", b = ""] = [one, other].map((name) => name.replace(/(?:_?id|Id)$|\..*$/, "").toLowerCase());
  return a === b || a.startsWith(b) || b.startsWith(a);
}
