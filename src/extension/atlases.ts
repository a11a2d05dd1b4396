/** The arranged map of every folder, made once per analysis for all views that show it. */
import { type Atlas, buildAtlas, type MapFinding } from "../engine/index.ts";
import type { AnalysedFolder, AnalysisClient } from "./worker/client.ts";
import type { ShownFinding } from "./worker/protocol.ts";

export interface Atlases {
  of(folder: AnalysedFolder): Promise<Atlas>;
  /** The atlas that is there already, however old. */
  latest(folder: AnalysedFolder): Atlas | undefined;
}

export function createAtlases(client: AnalysisClient): Atlases {
  interface Entry {
    readonly revision: number;
    readonly promise: Promise<Atlas>;
  }
  const entries = new Map<string, Entry>();
  const made = new Map<string, Atlas>();

  return {
    of(folder) {
      const key = folder.uri.toString();
      const known = entries.get(key);
      if (known?.revision === folder.revision) return known.promise;
      const promise = client.serviceMap(folder).then((map) => {
        const atlas = buildAtlas(map, shownOnMap(folder));
        made.set(key, atlas);
        return atlas;
      });
      entries.set(key, { revision: folder.revision, promise });
      promise.catch(() => entries.delete(key));
      return promise;
    },
    latest: (folder) => made.get(folder.uri.toString()),
  };
}

/** Findings that count, as the map wants them. */
export function shownOnMap(folder: AnalysedFolder): MapFinding[] {
  return [...folder.findings.values()]
    .flat()
    .filter(({ suppressed }) => !suppressed)
    .map(toMapFinding);
}

function toMapFinding(finding: ShownFinding): MapFinding {
  const { ruleId, severity, file, message, entryPoint } = finding;
  return {
    ruleId,
    severity,
    file,
    line: finding.range.start.line + 1,
    message,
    ...(entryPoint === undefined ? {} : { entryPoint }),
  };
}
