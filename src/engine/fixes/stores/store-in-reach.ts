/** The store a project already has, with a client that the code at a place can use. */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { injectedClient } from "../code/injected-client.ts";
import { importFrom, nameInReach, rootName } from "../code/names-in-reach.ts";
import type { SourceText } from "../code/source-text.ts";
import { functionAround } from "../code/visit-facts.ts";
import { stores } from "./all.ts";
import type { Store } from "./store.ts";

export interface StoreInReach {
  readonly store: Store;
  /** The client as code, valid at the place; `""` where the store's helper needs none. */
  readonly client: string;
  readonly edits: readonly Edit[];
  /** What a person must look at. */
  readonly steps: readonly string[];
}

/** Looks at the entry point's own effects first, then at those of others of its application. */
export function storeInReach(
  model: ServiceModel,
  entryPoint: EntryPoint,
  into: SourceText,
  offset: number,
): StoreInReach | undefined {
  // What it writes to is nearer than what a guard reads.
  const own = entryPoint.effects.toSorted((a, b) => Number(a.access === "read") - Number(b.access === "read"));
  for (const effects of [own, effectsOf(model, entryPoint.app)]) {
    for (const store of stores) {
      for (const effect of effects) {
        if (!store.via.includes(effect.via)) continue;
        const found = clientFor(model, store, effect, into, offset);
        if (found) return found;
      }
    }
  }
  return undefined;
}

const effectsByApp = new WeakMap<ServiceModel, Map<string, readonly Effect[]>>();

/**
 * The effects of an application, one for each way of writing a call in a file: the same name of the same file is had in
 * the same way, or not at all. What `this` is depends on the place.
 */
function effectsOf(model: ServiceModel, app: string): readonly Effect[] {
  const known = effectsByApp.get(model) ?? new Map<string, readonly Effect[]>();
  effectsByApp.set(model, known);
  let effects = known.get(app);
  if (effects === undefined) {
    const distinct = new Map<string, Effect>();
    for (const entryPoint of model.entryPoints) {
      if (entryPoint.app !== app) continue;
      for (const effect of entryPoint.effects) {
        const { text } = effect.call;
        const place = text.startsWith("this") ? effect.place.at[0] : "";
        const key = `${effect.via} ${isInTransaction(effect)} ${place} ${effect.place.file} ${text}`;
        if (!distinct.has(key)) distinct.set(key, effect);
      }
    }
    effects = [...distinct.values()];
    known.set(app, effects);
  }
  return effects;
}

function isInTransaction(effect: Effect): boolean {
  return effect.scopes.some((scope) => scope.kind === "transaction");
}

function clientFor(
  model: ServiceModel,
  store: Store,
  effect: Effect,
  into: SourceText,
  offset: number,
): StoreInReach | undefined {
  const client = store.client(effect.call.text);
  if (client === undefined) return undefined;
  if (client === "") return { store, client, edits: [], steps: [] };
  const root = rootName(client);
  if (root === undefined) return undefined;

  const here = functionAround(into.facts, offset);
  if (root === "this") {
    const there = model.facts(effect.place.file);
    const sameClass =
      effect.place.file === into.file &&
      there !== undefined &&
      there.functions[functionAround(there, effect.place.at[0])]?.class !== undefined &&
      there.functions[functionAround(there, effect.place.at[0])]?.class === there.functions[here]?.class;
    if (sameClass) return { store, client, edits: [], steps: [] };
    const injected = injectedClient(model, client, effect.place, into, offset);
    if (!injected) return undefined;
    const step = `Check that the module of this class provides what \`${injected.client}\` is injected from.`;
    return { store, client: injected.client, edits: injected.edits, steps: injected.edits.length > 0 ? [step] : [] };
  }
  // Inside a transaction, the client of the transaction is not the store's.
  if (isInTransaction(effect)) return undefined;
  if (effect.place.file === into.file && nameInReach(into.facts, root, here, offset))
    return { store, client, edits: [], steps: [] };
  const imported = importFrom(model, effect.place.file, root, into);
  return imported && { store, client: imported.local + client.slice(root.length), edits: imported.edits, steps: [] };
}
