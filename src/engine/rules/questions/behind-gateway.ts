/** Whether another application of the workspace stands in front of an endpoint and asks who is calling. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { singular } from "../../schema/singular.ts";
import { oncePerModel } from "./once.ts";

/**
 * Requests to the application are handed on by a gateway that asks first, or sent by a service that does. Which of their
 * ways leads here is told by what both are called (`/orders/*`, `http://orders:4001`, `order-service`); where that tells
 * nothing, all ways of gateways count.
 */
export function isBehindGateway(entry: EntryPoint, model: ServiceModel): boolean {
  const app = new Set(wordsIn(entry.app));
  const own = new Set([...app, ...wordsIn(entry.path)]);
  const ways = waysOfOthers(model).filter(
    ({ way, asked }) =>
      way.app !== entry.app &&
      (way.method === "ALL" || way.method === entry.method) &&
      (way.forwards || asked.some((word) => app.has(word))),
  );
  const here = ways.filter(({ way, asked }) => [...wordsIn(way.path), ...asked].some((word) => own.has(word)));
  const counted = here.length > 0 ? here : ways;
  return counted.length > 0 && counted.every(({ way }) => way.unreadable || way.guards.some(isOfCallers));
}

/** What hands requests on or asks another service, with the words of that service's address. */
const waysOfOthers = oncePerModel((model) =>
  model.entryPoints.flatMap((way) => {
    const asked = way.effects
      .filter(({ category }) => category === "externalApi")
      .flatMap(({ system, target = "" }) => wordsIn(`${system}/${target}`));
    return way.forwards || asked.length > 0 ? [{ way, asked }] : [];
  }),
);

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
