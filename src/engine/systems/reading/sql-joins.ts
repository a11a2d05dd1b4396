/** Tables that a SELECT joins to the rows it is about: their columns say more of those rows. */

/**
 * The statement neither shows all of the table's columns nor looks its rows up. Of statements that are made of several
 * (`UNION`, `WITH`) nothing is said.
 */
export function isJoined(sql: string, table: string | undefined): boolean {
  if (table === undefined || /\bUNION\b|^\s*WITH\b/i.test(sql)) return false;
  const join = new RegExp(`\\bJOIN\\s+["\`]?${escaped(table)}["\`]?(?:\\s+(?:AS\\s+)?(\\w+))?`, "i").exec(sql);
  const from = sql.search(/\bFROM\b/i);
  if (!join || from < 0) return false;
  const name = join[1] && !/^(?:ON|USING|WHERE|LEFT|RIGHT|INNER|JOIN)$/i.test(join[1]) ? join[1] : table;
  const shown = sql.slice(0, from);
  if (/^\s*SELECT\s+(?:DISTINCT\s+)?\*/i.test(shown) || new RegExp(`\\b${name}\\.\\*`, "i").test(shown)) return false;
  const limits = sql.slice(join.index).search(/\bWHERE\b/i);
  return limits < 0 || !new RegExp(`\\b${name}\\.`, "i").test(sql.slice(join.index + limits));
}

function escaped(name: string): string {
  return name.replace(/[.$]/g, "\\$&");
}
