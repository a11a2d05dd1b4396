/**
 * A service map as sorted text: a line per entry point, and a line per edge from it to a kind of guard or an effect.
 * Two maps are then compared by a plain diff.
 */
import type { MapEntryPoint, ServiceMap } from "../../src/engine/index.ts";

export function mapText(map: ServiceMap): string {
  const kinds = new Map(map.systems.map((system) => [system.id, system.kind]));
  const lines = new Set<string>();
  for (const entry of map.entryPoints) {
    const name = nameOf(entry);
    lines.add(name);
    for (const guard of entry.guards) lines.add(`${name} -> guard ${guard.kind}`);
    for (const effect of entry.effects) {
      const kind = kinds.get(effect.system) ?? effect.system;
      // Tables and queues have names; which call of a payment or mail library it is, is the adapter's matter.
      const target = (kind === "database" || kind === "queue") && effect.target ? ` ${effect.target}` : "";
      lines.add(`${name} -> ${effect.operation} ${kind}${target}`);
    }
  }
  return `${[...lines].sort().join("\n")}\n`;
}

function nameOf(entry: MapEntryPoint): string {
  return entry.method ? `${entry.method} ${entry.path}` : `${entry.kind} ${entry.path}`;
}
