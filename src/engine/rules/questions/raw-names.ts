/** Fields of an input, as messages name them. */
import type { RawField } from "./raw-input.ts";

/** `"title", "price" and more` */
export function namesOf(fields: readonly RawField[]): string {
  const names = [...new Set(fields.map(({ name, input }) => name ?? input.path.at(-1)))].filter(
    (name) => name !== undefined,
  );
  if (names.length === 0) return "data";
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  return names.length > 3 ? `${shown.join(", ")} and more` : shown.join(", ");
}
