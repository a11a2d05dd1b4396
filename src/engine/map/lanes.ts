/**
 * Lanes: by what an entry point lets callers in. Login one way, a signed webhook another, internal jobs neither.
 */
import type { MapEntryPoint, MapGuard } from "../model/service-map.ts";

export type LaneKind = "authentication" | "signature" | "role" | "public" | "internal" | "open" | "unknown";

export interface Lane {
  readonly id: string;
  readonly kind: LaneKind;
  /** The guard as the user calls it, or what there is instead. */
  readonly title: string;
  /** Where the guard stands; absent for lanes without one. */
  readonly place?: { readonly file: string; readonly line: number };
  /** Order of display: checks first, then what has none. */
  readonly rank: number;
}

const RANK: Readonly<Record<LaneKind, number>> = {
  authentication: 0,
  role: 1,
  signature: 2,
  internal: 3,
  public: 4,
  unknown: 5,
  open: 6,
};

const TITLES: Readonly<Record<Exclude<LaneKind, "authentication" | "signature" | "role">, string>> = {
  internal: "From inside the service",
  public: "Public on purpose",
  unknown: "Not readable",
  open: "No check found",
};

/** Guards by which an entry point knows its caller. */
export function identityGuards(entry: MapEntryPoint): readonly MapGuard[] {
  return entry.guards.filter((guard) => guard.kind === "authentication" || guard.kind === "signature");
}

/** Called by the service itself or the people who run it, not by the outside. */
export function isInternal(entry: MapEntryPoint): boolean {
  return entry.kind === "queue" || entry.kind === "schedule" || entry.kind === "event" || entry.kind === "command";
}

/** The lane of an entry point. */
export function laneOf(entry: MapEntryPoint): Lane {
  const identity = identityGuards(entry);
  const deciding = identity.length > 0 ? identity : entry.guards.filter((guard) => guard.kind === "role");
  const first = deciding[0];
  if (first) {
    const kind = first.kind === "signature" || first.kind === "role" ? first.kind : "authentication";
    // The door that callers come through; what is checked further in belongs to the path.
    const place = { file: first.file, line: first.line };
    return { id: `${kind}:${first.name}`, kind, title: first.name, place, rank: RANK[kind] };
  }
  const kind =
    entry.public !== undefined ? "public" : isInternal(entry) ? "internal" : entry.unknown ? "unknown" : "open";
  return { id: kind, kind, title: TITLES[kind], rank: RANK[kind] };
}
