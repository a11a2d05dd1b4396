/** Makes a second run of an entry point harmless as a whole, by what identifies a run there. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { dedupeEvent } from "./dedupe-event.ts";
import { idempotentHandler } from "./idempotent-handler.ts";

export interface RunToRepeat {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** By the delivery's id for webhooks and consumers, by the client's Idempotency-Key for requests. */
export function repeatSafe(run: RunToRepeat): readonly Fix[] {
  const { kind, method } = run.entryPoint;
  const isAsked = kind === "http" || kind === "rpc";
  const isRead = method === "GET" || method === "HEAD" || method === "QUERY";
  const fix = isAsked ? (isRead ? undefined : idempotentHandler(run)) : dedupeEvent(run);
  return fix ? [fix] : [];
}
