/**
 * Diagnostics of the part of a long file that can be seen (TypeScript 5.6 and newer): what is missing there would
 * disappear until the whole file is answered, and come back. The method is internal, hence its own types here.
 */
import type ts from "typescript";
import type { Session } from "../session.ts";

interface Region {
  readonly diagnostics: readonly ts.Diagnostic[];
  /** The parts that were checked, which may be more than was asked for. */
  readonly spans: readonly ts.TextSpan[];
}

interface RegionMethod {
  getRegionSemanticDiagnostics(fileName: string, ranges: readonly ts.TextRange[]): Region | undefined;
}

/** Empty for a TypeScript without such a method. */
export function getRegionSemanticDiagnostics(
  info: ts.server.PluginCreateInfo,
  session: Session,
): RegionMethod | Record<string, never> {
  const below = info.languageService as ts.LanguageService & Partial<RegionMethod>;
  if (typeof below.getRegionSemanticDiagnostics !== "function") return {};
  return {
    getRegionSemanticDiagnostics(fileName, ranges) {
      const region = below.getRegionSemanticDiagnostics?.(fileName, ranges);
      if (!region) return region;
      const ours = session
        .diagnostics(info, fileName)
        .filter(({ start = 0, length = 0 }) =>
          region.spans.some((span) => start < span.start + span.length && span.start < start + length),
        );
      return ours.length === 0 ? region : { ...region, diagnostics: [...region.diagnostics, ...ours] };
    },
  };
}
