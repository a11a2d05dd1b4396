/** One finding for one flaw: what several entry points share is told to each of them, in its own code. */
import type { EntryPoint } from "../model/entry-point.ts";
import type { Finding, TraceStep } from "../model/finding.ts";
import type { Place } from "../model/term.ts";

/**
 * Findings of one rule at one place, reached from several entry points: each entry point is as unsafe as the other, and
 * may be mended by itself, so each is told where its own code calls what they share. Where they have the handler in
 * common as well, or the flaw is in the shared code alone, the worst speaks for all, and of equals the first.
 */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Set<string>>();
  for (const finding of findings) {
    if (finding.call === undefined) continue;
    const key = keyOf(finding, finding.place);
    const calls = groups.get(key);
    if (calls) calls.add(textOf(finding.call));
    else groups.set(key, new Set([textOf(finding.call)]));
  }
  const distinct = new Map<string, Finding>();
  for (const finding of findings) {
    const shared = (groups.get(keyOf(finding, finding.place))?.size ?? 0) > 1;
    const place = shared && finding.call ? finding.call : finding.place;
    const key = keyOf(finding, place);
    const known = distinct.get(key);
    if (known && RANK[known.severity] >= RANK[finding.severity]) continue;
    distinct.set(key, place === finding.place ? finding : movedTo(finding, place));
  }
  return [...distinct.values()];
}

const RANK: Readonly<Record<Finding["severity"], number>> = { error: 2, warning: 1, hint: 0 };

/** Where the entry point's own code calls on; undefined where the place is in the handler itself, or ahead of it. */
export function ownCall(entry: EntryPoint, trace: readonly TraceStep[]): Place | undefined {
  const sites = trace.slice(1, -1).map((step) => step.place);
  const [first] = sites;
  if (!first || entry.chain.some(({ place }) => textOf(place) === textOf(first))) return undefined;
  // What a wrapper of another file calls first is the handler.
  return sites.find((site) => site.file === entry.handler.place.file);
}

function keyOf(finding: Finding, place: Place): string {
  return `${finding.ruleId} ${textOf(place)}`;
}

function textOf({ file, at }: Place): string {
  return `${file}:${at[0]}-${at[1]}`;
}

/** Everything else stays, the plan of its fixes unasked. */
function movedTo(finding: Finding, place: Place): Finding {
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(finding),
      place: { value: place, enumerable: true },
    },
  ) as Finding;
}
