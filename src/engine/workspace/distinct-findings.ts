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

/** Findings of what has not changed are the same objects after an edit: their keys and copies are made once. */
const knownKeys = new WeakMap<Finding, Map<Place, string>>();
const knownCopies = new WeakMap<Finding, Finding>();

function keyOf(finding: Finding, place: Place): string {
  let keys = knownKeys.get(finding);
  if (!keys) {
    keys = new Map();
    knownKeys.set(finding, keys);
  }
  let key = keys.get(place);
  if (key === undefined) {
    key = `${finding.ruleId} ${textOf(place)}`;
    keys.set(place, key);
  }
  return key;
}

function textOf({ file, at }: Place): string {
  return `${file}:${at[0]}-${at[1]}`;
}

/** Everything else stays, the plan of its fixes unasked. */
function movedTo(finding: Finding, place: Place): Finding {
  let copy = knownCopies.get(finding);
  if (copy?.place !== place) {
    const described = { ...Object.getOwnPropertyDescriptors(finding), place: { value: place, enumerable: true } };
    copy = Object.defineProperties({}, described) as Finding;
    knownCopies.set(finding, copy);
  }
  return copy;
}
