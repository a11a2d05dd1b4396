/** What hosts use of the release map. */
export { isReleaseFile, readRelease } from "./read-release.ts";
export type { ReleaseFile } from "./reading.ts";
export {
  RELEASE_TOPICS,
  type ReleaseFact,
  type ReleaseGap,
  type ReleaseMap,
  type ReleaseTopic,
} from "./release-map.ts";
