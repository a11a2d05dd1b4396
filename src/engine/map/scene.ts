/**
 * Scenes: what one view of the map shows, as nodes in columns and edges between them; not yet placed.
 *
 * Three levels: the service (areas), an area (its entry points), a path (one entry point). Left to right in all of them:
 * who calls in, what lets them in, what runs, what it reaches.
 */
import type { Atlas } from "./atlas.ts";
import type { Badge } from "./badges.ts";
import type { IconName } from "./icons.ts";
import { areaScene } from "./scene-area.ts";
import { pathScene } from "./scene-path.ts";
import { serviceScene } from "./scene-service.ts";
import type { Tone } from "./tone.ts";

export type MapView =
  /**
   * `rows` lists every entry point inside its area. Without `app`, a service of many applications and areas shows its
   * applications.
   */
  | { readonly level: "service"; readonly detail: "cells" | "rows"; readonly app?: string }
  | { readonly level: "area"; readonly area: string }
  | { readonly level: "path"; readonly entry: string };

export interface Scene {
  readonly columns: readonly SceneColumn[];
  readonly edges: readonly SceneEdge[];
}

export interface SceneColumn {
  readonly kind: ColumnKind;
  readonly title: string;
  readonly nodes: readonly SceneNode[];
}

export type ColumnKind = "caller" | "guard" | "area" | "entry" | "module" | "system";

export type NodeKind =
  | "caller"
  | "guard"
  | "area"
  | "entry"
  | "row"
  | "module"
  | "system"
  | "target"
  | "config"
  | "variable";

export interface SceneNode {
  /** Unique in the scene and the same in every scene: `area:…`, `entry:…`, `system:…`, `target:system/name`. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string;
  /** Second line. */
  readonly detail?: string;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly badges: readonly Badge[];
  /** What a screen reader says, and the tooltip. */
  readonly label: string;
  readonly place?: { readonly file: string; readonly line: number };
  /** Rows inside the node, top to bottom. */
  readonly rows?: readonly SceneNode[];
  /** One small square per entry point. */
  readonly cells?: readonly SceneCell[];
  /** HTTP method or its like, in front of the title. */
  readonly method?: string;
  /** Drawn broken: something that is not there, or not known. */
  readonly broken?: "absent" | "unknown";
  /** Small icons at the end of the row: the systems it reaches. */
  readonly reaches?: readonly IconName[];
}

export interface SceneCell {
  /** Id of the entry point. */
  readonly entry: string;
  readonly tone: Tone;
}

export type EdgeKind = "access" | "read" | "write" | "config";

export interface SceneEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** A repeated call repeats what goes along here. */
  readonly unsafe: boolean;
  /** Drawn only while one of its ends is looked at. */
  readonly quiet: boolean;
  /** Leads past the files in between: drawn where the layout leaves them out. */
  readonly bypass: boolean;
  /** How many entry points or effects it stands for. */
  readonly weight: number;
  readonly label: string;
  readonly evidence: readonly Evidence[];
}

/** Why an edge is drawn. */
export interface Evidence {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** The scene of a view; a view of something that is gone is the service's. `shown` are indexes of entry points. */
export function buildScene(atlas: Atlas, view: MapView, shown: ReadonlySet<number>): Scene {
  if (view.level === "area") {
    const area = atlas.areas.find((candidate) => candidate.id === view.area);
    if (area) return areaScene(atlas, area, shown);
  }
  if (view.level === "path") {
    const entry = atlas.entries.find((candidate) => candidate.entry.id === view.entry);
    if (entry) return pathScene(atlas, entry);
  }
  return serviceScene(atlas, view.level === "service" ? view : { level: "service", detail: "cells" }, shown);
}
