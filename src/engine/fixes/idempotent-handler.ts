/** Makes a handler idempotent by the client's Idempotency-Key: middleware ahead of it, with the project's own store. */
import type { EntryPoint } from "../model/entry-point.ts";
import type { Fix } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { insertArgument } from "./call-arguments.ts";
import { identityOf } from "./caller-text.ts";
import { addHelper } from "./helper-file.ts";
import { idempotentText } from "./idempotent-text.ts";
import { registrationOf } from "./registration.ts";
import { storeInReach } from "./store-in-reach.ts";
import { composeEdits, tidyEdits } from "./text-edits.ts";

export interface HandlerToKey {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined for frameworks other than Express, and where no store is in reach. */
export function idempotentHandler({ entryPoint, model }: HandlerToKey): Fix | undefined {
  const planned = plan(entryPoint, model);
  return (
    planned && {
      title: "Answer retries by Idempotency-Key",
      kind: "suggestion",
      edits: () => plan(entryPoint, model)?.edits ?? [],
      checklist: [
        ...planned.steps,
        "Let the client send an `Idempotency-Key` header before this is deployed: a new UUID for every intent, the same one for every retry. Requests without it get 400 from now on.",
      ],
    }
  );
}

function plan(entryPoint: EntryPoint, model: ServiceModel) {
  if (entryPoint.kind !== "http" || entryPoint.framework !== "express") return undefined;
  const route = registrationOf(model, entryPoint);
  if (!route || /\bidempotent\(/.test(route.source.text.slice(...route.call.at))) return undefined;

  const reach = storeInReach(model, entryPoint, route.source, route.call.at[0]);
  const schema = reach?.store.schema(model, entryPoint.app, "answers");
  if (!reach?.store.idempotent) return undefined;
  const { app } = entryPoint;
  const helper = addHelper(model, app, route.source, {
    name: "idempotent",
    exports: "idempotent",
    folders: ["middleware", "middlewares", "lib", "utils", "helpers", "shared"],
    mark: "Idempotency-Key",
    text: (file, style) => idempotentText(reach.store, { model, app, file, style, table: schema?.table ?? "" }) ?? "",
  });
  // A helper that is there has its table.
  const stored = helper?.known ? { edits: [], steps: [] } : schema;
  if (!helper || !stored) return undefined;

  const caller = callerOf(model, entryPoint);
  const middleware = `${helper.local}(${[reach.client, caller].filter(Boolean).join(", ")})`;
  const edits = composeEdits(
    [insertArgument(route.source, route.call, route.handler, middleware)],
    reach.edits,
    helper.edits,
    stored.edits,
  );
  return edits && { edits: tidyEdits(edits), steps: stored.steps };
}

/** `(req) => req.user?.id`, as the project names the caller; nobody where the route is open. */
function callerOf(model: ServiceModel, entryPoint: EntryPoint): string {
  const identity = identityOf(model, entryPoint);
  return identity === undefined ? "() => undefined" : `(req) => req.${identity.replace(".", "?.")}`;
}
