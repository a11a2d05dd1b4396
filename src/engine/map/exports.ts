/** What hosts use of the map: the atlas, its views, and the exports. */
export {
  type AreaView,
  type Atlas,
  buildAtlas,
  CALLER_TITLES,
  type CallerView,
  type ConfigView,
  type EntryView,
  type LaneView,
  type MapFinding,
  type SystemView,
  type TargetView,
  type Touch,
} from "./atlas.ts";
export { BADGE_TITLES, type Badge, type BadgeKind, placeNames } from "./badges.ts";
export { type ChangedEntryPoint, diffMaps, isSame, type MapDifference } from "./diff.ts";
export { filterEntries, isFiltering, type MapFilter, NO_FILTER } from "./filter.ts";
export { type IconName, iconPath } from "./icons.ts";
export { type Box, cellPitch, edgePath, type Layout, layOut, type PlacedEdge, type PlacedNode } from "./layout.ts";
export { type CursorPlace, entryPointsAt } from "./locate.ts";
export { COMPACT, fitMetrics, type Metrics, WIDE } from "./metrics.ts";
export { entriesOfNode, nodesOfEntry, relatedNodes } from "./relate.ts";
export { MAP_EXTENSIONS, MAP_FORMATS, type MapFormat, type RenderOptions, renderServiceMap } from "./render.ts";
export { renderDiff } from "./render-diff.ts";
export { renderRelease, renderWalk } from "./render-markdown.ts";
export {
  buildScene,
  type ColumnKind,
  type EdgeKind,
  type Evidence as EdgeEvidence,
  type MapView,
  type NodeKind,
  type Scene,
  type SceneEdge,
  type SceneNode,
} from "./scene.ts";
export { pathTitle } from "./scene-parts.ts";
export { GUARD_ICONS } from "./scene-path.ts";
export { startsWithApps } from "./scene-service.ts";
export { changes, compareTones, type Tone, worst } from "./tone.ts";
export { type Walk, type WalkStep, walk } from "./walk.ts";
