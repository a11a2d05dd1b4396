/** One finding for one flaw: what several entry points share is told to each of them, in its own code. */
import type { EntryPoint } from "../model/entry-point.ts";
import type { Finding, TraceStep } from "../model/finding.ts";
import type { Place } from "../model/term.ts";

/**
 * Findings of one rule at one place, reached from several entry points: each entry point is as unsafe as the other, and
 * may be mended by itself, so each is told where its own code calls what they share. Where they have the handler in
 * common as well, or the flaw is in the shared code alone, the worst speaks for all, and of equals the first; the others
 * are named by it (`alsoFor`). A handler that was made for each of them is told where each is registered.
 */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Set<string>>();
  for (const finding of findings) {
    const key = keyOf(finding, finding.place);
    // An action that others call has the place in its own code.
    const from = finding.call ? textOf(finding.call) : OWN_CODE;
    groups.set(key, (groups.get(key) ?? new Set()).add(from));
  }
  const made = madeForMany(findings);
  const distinct = new Map<string, Finding>();
  const labels = new Map<string, Set<string>>();
  for (const finding of findings) {
    const shared = (groups.get(keyOf(finding, finding.place))?.size ?? 0) > 1;
    const own = shared ? finding.call : made.has(keyOf(finding, finding.place)) ? finding.registered : undefined;
    const place = own ?? finding.place;
    const key = keyOf(finding, place);
    if (finding.entryPoint !== undefined) labels.set(key, (labels.get(key) ?? new Set()).add(finding.entryPoint));
    const known = distinct.get(key);
    if (known && RANK[known.severity] >= RANK[finding.severity]) continue;
    distinct.set(key, place === finding.place ? finding : movedTo(finding, place));
  }
  return [...distinct].map(([key, finding]) => sharedBy(finding, labels.get(key) ?? new Set()));
}

/**
 * Places of which one entry point is told something else than another: a handler that was made for each of them, as
 * `router.post("/", createOne(Training))` and `router.post("/", createOne(Meal))`.
 */
function madeForMany(findings: readonly Finding[]): ReadonlySet<string> {
  const said = new Map<string, string>();
  const made = new Set<string>();
  for (const finding of findings) {
    if (finding.call !== undefined || finding.entryPoint === undefined) continue;
    const key = keyOf(finding, finding.place);
    const message = finding.message.replace(finding.entryPoint, "");
    if ((said.get(key) ?? message) !== message) made.add(key);
    said.set(key, message);
  }
  return made;
}

/** The finding, with the other entry points that it speaks for. */
function sharedBy(finding: Finding, labels: ReadonlySet<string>): Finding {
  const alsoFor = [...labels].filter((label) => label !== finding.entryPoint);
  return alsoFor.length === 0 ? finding : changed(finding, "alsoFor", alsoFor);
}

const OWN_CODE = "";

const RANK: Readonly<Record<Finding["severity"], number>> = { error: 2, warning: 1, hint: 0 };

/** Where the entry point's own code calls on; undefined where the place is in the handler itself, or ahead of it. */
export function ownCall(entry: EntryPoint, trace: readonly TraceStep[]): Place | undefined {
  const sites = trace.slice(1, -1).map((step) => step.place);
  const [first] = sites;
  if (!first || entry.chain.some(({ place }) => textOf(place) === textOf(first))) return undefined;
  // What a wrapper of another file calls first is the handler.
  return sites.find((site) => site.file === entry.handler.place.file);
}

/** The line that registers the entry point, where its handler stands in another file. */
export function registration({ place, handler }: EntryPoint): Place | undefined {
  return place.file === handler.place.file ? undefined : place;
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

function movedTo(finding: Finding, place: Place): Finding {
  return changed(finding, "place", place);
}

/** Everything else stays, the plan of its fixes unasked. */
function changed<K extends "place" | "alsoFor">(finding: Finding, key: K, value: Finding[K]): Finding {
  const known = knownCopies.get(finding);
  if (known && isSame(known[key], value)) return known;
  const described = { ...Object.getOwnPropertyDescriptors(finding), [key]: { value, enumerable: true } };
  const copy = Object.defineProperties({}, described) as Finding;
  knownCopies.set(finding, copy);
  return copy;
}

function isSame(known: Finding["place" | "alsoFor"], value: Finding["place" | "alsoFor"]): boolean {
  if (!Array.isArray(known) || !Array.isArray(value)) return known === value;
  return known.length === value.length && known.every((label, index) => label === value[index]);
}
