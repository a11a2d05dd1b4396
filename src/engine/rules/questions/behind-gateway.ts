/** Whether another application of the workspace stands in front of an endpoint and asks who is calling. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { singular } from "../../schema/singular.ts";
import { oncePerModel } from "./once.ts";

/**
 * Requests to the application are handed on by a gateway that asks first. Which of its ways leads here is told by what both
 * are called (`/orders/*`, `order-service`); where that tells nothing, all of them count.
 */
export function isBehindGateway(entry: EntryPoint, model: ServiceModel): boolean {
  const ways = waysOfGateways(model).filter(({ app }) => app !== entry.app);
  const own = new Set(wordsIn(`${entry.app}/${entry.path}`));
  const here = ways.filter(({ path }) => wordsIn(path).some((word) => own.has(word)));
  const counted = here.length > 0 ? here : ways;
  return counted.length > 0 && counted.every(({ unreadable, guards }) => unreadable || guards.some(isOfCallers));
}

const waysOfGateways = oncePerModel((model) => model.entryPoints.filter(({ forwards }) => forwards));

export function isOfCallers({ kind }: { readonly kind: string }): boolean {
  return kind === "authentication" || kind === "role";
}

function wordsIn(path: string): readonly string[] {
  return path
    .replace(/:\w+/g, "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !GENERAL.test(word))
    .map(singular);
}

const GENERAL = /^(?:api|apps?|services?|micro|microservices?|servers?|backend|packages|src|gateway)$/;
