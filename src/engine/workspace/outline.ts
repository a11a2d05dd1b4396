/**
 * What entry points look like to each other.
 *
 * Rules compare an entry point with its siblings. Its findings may be kept only while the outline of every other one is
 * the same.
 */
import type { EntryPoint } from "../model/entry-point.ts";

const known = new WeakMap<EntryPoint, string>();

export function outlineOf(entryPoints: readonly EntryPoint[]): string {
  // What its publishers say of a worker is not its own.
  return entryPoints.map((entry) => `${outlineOfOne(entry)} ${entry.delivery.attempts ?? ""}`).join("\n");
}

function outlineOfOne(entry: EntryPoint): string {
  let outline = known.get(entry);
  if (outline === undefined) {
    const guards = entry.guards.map((guard) => `${guard.kind}:${guard.name}`);
    const effects = entry.effects.map((effect) => {
      const where = effect.where?.id ?? "";
      return `${effect.system}.${effect.target ?? ""}:${effect.operation}:${effect.retry}:${where}:${effect.data?.id ?? ""}`;
    });
    outline = `${entry.id} ${entry.app} ${entry.public !== undefined} ${guards.join(",")} ${effects.join(",")}`;
    known.set(entry, outline);
  }
  return outline;
}
