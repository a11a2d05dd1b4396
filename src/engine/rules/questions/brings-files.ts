/** Files of visitors: what middleware takes in for the endpoint behind it. */
import type { Effect } from "../../model/effect.ts";

/** Files are stored that the request brings: where middleware does it, it is no note beside the request, but what it is for. */
export function bringsFiles({ category, operation }: Effect): boolean {
  return category === "filestore" && operation === "insert";
}
