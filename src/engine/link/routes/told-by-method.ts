/** Handlers that are registered for several methods of one address, and tell them apart themselves: `if (request.method === "DELETE") …`. */
import type { RoutedEntry } from "./routing.ts";

/** Marks the entries whose handler is another entry's at the same address: for which of its methods it runs is known. */
export function toldByMethod(entries: readonly RoutedEntry[]): readonly RoutedEntry[] {
  const methods = new Map<string, Set<string>>();
  for (const entry of entries) {
    const known = methods.get(keyOf(entry));
    if (known) known.add(entry.item.method);
    else methods.set(keyOf(entry), new Set([entry.item.method]));
  }
  return entries.map((entry) => {
    const all = methods.get(keyOf(entry)) ?? new Set();
    return all.size > 1 && [...all].every(isOne) ? { ...entry, byMethod: true } : entry;
  });
}

function isOne(method: string): boolean {
  return /^[A-Z]+$/.test(method) && method !== "ALL";
}

function keyOf({ path, handlers }: RoutedEntry): string {
  return `${handlers.at(-1)?.term.id ?? ""} ${path}`;
}
