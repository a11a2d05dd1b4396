/** Operators by which a test compares values; methods of lists count. */
export const COMPARISONS = new Set([
  "===",
  "!==",
  "includes",
  "some",
  "every",
  "in",
  ">",
  "<",
  ">=",
  "<=",
  "instanceof",
  "switch",
]);
