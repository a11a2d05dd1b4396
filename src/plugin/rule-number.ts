/**
 * A rule's number: editors that take fixes from tsserver can only ask for numbers.
 *
 * Made from the rule's id, so that it is the same in every release whatever rules come and go; a test sees that no two
 * rules share one.
 */

/** Above TypeScript's own numbers, which end below 100,000 for a long time to come. */
const FIRST = 100_000;
const COUNT = 900_000;

/** Six digits. */
export function ruleNumber(ruleId: string): number {
  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (let at = 0; at < ruleId.length; at++) {
    hash ^= ruleId.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return FIRST + ((hash >>> 0) % COUNT);
}
