/** Findings of an earlier text of a file, where they stand in a later one. */
import type { Finding, Place } from "../engine/index.ts";

/** Leaves out what touches the changed part. Other files are taken to be as they were. */
export function moveFindings(
  findings: readonly Finding[],
  path: string,
  before: string,
  after: string,
): readonly Finding[] {
  if (before === after || findings.length === 0) return findings;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const shift = after.length - before.length;

  const move = (place: Place): Place | undefined => {
    if (place.file !== path) return place;
    const [start, end] = place.at;
    if (end <= head) return place;
    if (start < before.length - tail) return undefined;
    return { ...place, at: [start + shift, end + shift] };
  };
  return findings.flatMap((finding) => {
    const place = move(finding.place);
    if (!place) return [];
    const trace = finding.trace.flatMap((step) => {
      const moved = move(step.place);
      return moved ? [{ ...step, place: moved }] : [];
    });
    // Not a copy of everything: fixes are planned when somebody looks at them.
    const { ruleId, severity, message, fingerprint, entryPoint, alsoFor, suppressed } = finding;
    const optional = {
      ...(entryPoint === undefined ? {} : { entryPoint }),
      ...(alsoFor ? { alsoFor } : {}),
      ...(suppressed ? { suppressed } : {}),
    };
    return [{ ruleId, severity, place, message, trace, fingerprint, fixes: [], ...optional }];
  });
}

/** Whether an editor shows the same for both. */
export function isAlike(some: readonly Finding[], others: readonly Finding[]): boolean {
  return some.length === others.length && some.every((finding, index) => isSame(finding, others[index]));
}

function isSame(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    a.ruleId === b.ruleId &&
    a.message === b.message &&
    a.severity === b.severity &&
    a.place.at[0] === b.place.at[0] &&
    a.place.at[1] === b.place.at[1] &&
    a.trace.length === b.trace.length &&
    Boolean(a.suppressed) === Boolean(b.suppressed)
  );
}
