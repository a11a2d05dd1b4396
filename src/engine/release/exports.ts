/** What hosts use of the release map. */
export {
  RELEASE_TOPICS,
  type ReleaseFact,
  type ReleaseGap,
  type ReleaseMap,
  type ReleaseTopic,
} from "./release-map.ts";
