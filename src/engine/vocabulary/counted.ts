/** What people call numbers that are counted up and down. */

/** Visits are counted roughly, attempts each time on purpose, a version or a place in a list only has to be another one. */
export function isCountedRoughly(name: string): boolean {
  return ROUGHLY.test(name);
}

/** A column, or a key, that counts what somebody owns, owes or waits for. */
export function isWorth(name: string): boolean {
  return WORTH.test(name);
}

const ROUGHLY =
  /view|visit|hit|click|impression|seen|download|play|attempt|retr(?:y|ies)|tries|fail|error|version|login|request|access|opens?(?:_|$)|position|rank|index|sort|^order$|sequence/i;
const WORTH =
  /balance|credit|wallet|point|stock|inventory|seat|quantity|qty|coin|amount|paid|money|budget|total|price|capacity|remaining|available|reserved|sold|spent|earned|limit|days|hours|units|until|end_?date|expir|extension|renew/i;
