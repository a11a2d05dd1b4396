/**
 * Makes a handler idempotent by the client's Idempotency-Key, with the project's own store: middleware or hooks ahead of it, or
 * its work inside a function, as its framework has it.
 */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "../code/add-import.ts";
import { insertArgument } from "../code/call-arguments.ts";
import { callerFunction } from "../code/caller-text.ts";
import { answersByResponse } from "../code/handler-code.ts";
import { type AddedHelper, addHelper } from "../code/helper-file.ts";
import { type Registration, registrationOf } from "../code/registration.ts";
import { insertRouteHooks } from "../code/route-hooks.ts";
import type { SourceText } from "../code/source-text.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { type StoreInReach, storeInReach } from "../stores/store-in-reach.ts";
import { expressText } from "./express.ts";
import { fastifyText } from "./fastify.ts";
import { honoText } from "./hono.ts";
import { aroundPagesWork } from "./idempotent-pages.ts";
import { aroundProcedure } from "./idempotent-procedure.ts";
import { aroundNestWork, aroundResponse } from "./idempotent-work.ts";
import { koaText } from "./koa.ts";
import { nestText } from "./nest.ts";
import { pagesText } from "./pages.ts";
import { responseText } from "./response.ts";
import type { IdempotentText } from "./shared.ts";
import { trpcSuperjsonText, trpcText } from "./trpc.ts";

export interface HandlerToKey {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined for frameworks it knows no form for, and where no store is in reach. */
export function idempotentHandler({ entryPoint, model }: HandlerToKey): Fix | undefined {
  const planned = plan(entryPoint, model);
  return (
    planned && {
      title: "Answer retries by Idempotency-Key",
      kind: "suggestion",
      edits: () => plan(entryPoint, model)?.edits ?? [],
      checklist: [
        ...planned.steps,
        entryPoint.kind === "rpc"
          ? "Let every caller send `idempotencyKey` in the input: a new UUID for every intent, the same one for every retry."
          : "Let the client send an `Idempotency-Key` header before this is deployed: a new UUID for every intent, the same one for every retry. Requests without it get 400 from now on.",
      ],
    }
  );
}

interface Planned {
  readonly edits: readonly Edit[];
  readonly steps: readonly string[];
}

function plan(entryPoint: EntryPoint, model: ServiceModel): Planned | undefined {
  if (GIVES_SECRETS.test(entryPoint.path)) return undefined;
  if (entryPoint.kind === "rpc" && entryPoint.framework === "trpc") {
    const text = usesSuperjson(model, entryPoint) ? trpcSuperjsonText : trpcText;
    return aroundProcedure(model, entryPoint, (place) => store(model, entryPoint, place, text, "idempotent"));
  }
  if (entryPoint.kind !== "http") return undefined;
  switch (entryPoint.framework) {
    case "express":
      return middleware(model, entryPoint, expressText, "req");
    case "koa":
      return middleware(model, entryPoint, koaText, "ctx");
    case "hono":
      return middleware(model, entryPoint, honoText, "c");
    case "fastify":
      return hooks(model, entryPoint);
    case "nestjs":
      return aroundNestWork(model, entryPoint, (place) => store(model, entryPoint, place, nestText, "idempotent"));
    case "nextjs":
    case "remix":
      if (answersByResponse(entryPoint.handler.place.file))
        return aroundPagesWork(model, entryPoint, (place) => store(model, entryPoint, place, pagesText, "idempotent"));
      return aroundResponse(model, entryPoint, (place) => store(model, entryPoint, place, responseText, "idempotent"));
    default:
      return undefined;
  }
}

function usesSuperjson(model: ServiceModel, { app }: EntryPoint): boolean {
  return [app === "" ? "package.json" : `${app}/package.json`, "package.json"].some((path) =>
    model.text(path)?.includes('"superjson"'),
  );
}

/** What these answer with must not be kept. */
const GIVES_SECRETS =
  /(?:^|\/)(?:log-?in|sign-?in|oauth2?|tokens?|refresh(?:-tokens?)?|sessions?|otp|totp|2fa|mfa|api-?keys?)(?:\/|$)/i;

export interface StoredAnswers {
  readonly helper: AddedHelper;
  readonly reach: StoreInReach;
  readonly edits: readonly (readonly Edit[])[];
  readonly steps: readonly string[];
}

/** The helper and what it stores in. Undefined where no store is in reach, or it has no place for answers. */
function store(
  model: ServiceModel,
  entryPoint: EntryPoint,
  { source, offset }: { readonly source: SourceText; readonly offset: number },
  text: IdempotentText,
  exports: string,
): StoredAnswers | undefined {
  const reach = storeInReach(model, entryPoint, source, offset);
  if (!reach?.store.idempotent) return undefined;
  const { app } = entryPoint;
  const schema = reach.store.schema(model, app, "answers");
  const helper = addHelper(model, app, source, {
    name: "idempotent",
    exports,
    folders: ["middleware", "middlewares", "lib", "utils", "helpers", "shared"],
    mark: "Idempotency-Key",
    text: (file, style) => {
      const context = { model, app, file, style, table: schema?.table ?? "" };
      return text(reach.store.idempotent!(context), context);
    },
  });
  // A helper that is there has its table.
  const stored = helper?.known ? { edits: [], steps: [] } : schema;
  if (!helper || !stored) return undefined;
  return { helper, reach, edits: [reach.edits, helper.edits, stored.edits], steps: [...stored.steps, ...reach.steps] };
}

function isKeyed(route: Registration): boolean {
  return /\b(?:idempotent|takeKey)\(/.test(route.source.text.slice(...route.call.at));
}

function middleware(
  model: ServiceModel,
  entryPoint: EntryPoint,
  text: IdempotentText,
  parameter: string,
): Planned | undefined {
  const route = registrationOf(model, entryPoint);
  // `app.openapi(route, handler)` takes its middleware elsewhere.
  if (!route || isKeyed(route) || /\.openapi$/.test(route.source.text.slice(...route.call.callee.at))) return undefined;
  const place = { source: route.source, offset: route.call.at[0] };
  const stored = store(model, entryPoint, place, text, "idempotent");
  if (!stored) return undefined;
  const caller = callerFunction(model, entryPoint, parameter);
  if (caller === undefined) return undefined;
  const given = [stored.reach.client, caller].filter(Boolean).join(", ");
  const inserted = insertArgument(route.source, route.call, route.handler, `${stored.helper.local}(${given})`);
  const edits = composeEdits([inserted], ...stored.edits);
  return edits && { edits: tidyEdits(edits), steps: stored.steps };
}

function hooks(model: ServiceModel, entryPoint: EntryPoint): Planned | undefined {
  const route = registrationOf(model, entryPoint);
  if (!route || isKeyed(route)) return undefined;
  const stored = store(model, entryPoint, { source: route.source, offset: route.call.at[0] }, fastifyText, "takeKey");
  if (!stored) return undefined;
  const { helper, reach } = stored;
  const keep = addImport(route.source, { module: helper.module, name: "keepAnswer" });
  const caller = callerFunction(model, entryPoint, "request");
  if (caller === undefined) return undefined;
  const given = [reach.client, caller].filter(Boolean).join(", ");
  const inserted = insertRouteHooks(route, {
    preHandler: [`${helper.local}(${given})`],
    onSend: [`${keep.local}(${reach.client})`],
  });
  // Both halves of the helper behind each other: they are imported as one.
  const edits = inserted && composeEdits(inserted, reach.edits, helper.edits, keep.edits, ...stored.edits);
  return edits && { edits: tidyEdits(edits), steps: stored.steps };
}
