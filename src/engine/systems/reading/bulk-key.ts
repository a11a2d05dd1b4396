/** The key of a list of jobs that are put into a queue at once. */
import type { Term } from "../../model/term.ts";
import type { CallView } from "../define-system.ts";
import { field, fieldAt, objectsIn } from "./terms.ts";

/**
 * Absent where a job of the list has no id, else the ids of all; to be looked for, and so unknown, where the list cannot be read. A list made by a function
 * (`rows.map((row) => ({ name, data: row }))`) is told by the job that the function makes.
 */
export function bulkKey(call: CallView, list: Term | undefined): Term | string {
  const { terms } = call;
  const jobs = objectsIn(list).filter((one) => field(one, "data") ?? field(one, "name"));
  const ids = jobs.map((one) => fieldAt(one, "opts", "jobId") ?? fieldAt(one, "opts", "deduplication", "id"));
  const isVague = jobs.some((one) => one.fields.some(({ key }) => key === undefined) || isUnread(field(one, "opts")));
  if (jobs.length === 0 || (isVague && ids.includes(undefined))) return "$0.opts.jobId";
  const known = ids.filter((id) => id !== undefined);
  return known.length === ids.length ? terms.array(known) : terms.undefined;
}

/** Options that were not written out where they are given. */
function isUnread(options: Term | undefined): boolean {
  if (options === undefined || options.kind === "undefined") return false;
  return options.kind !== "object" || options.fields.some(({ key }) => key === undefined);
}
