/** The store a project already has, with a client that the code at a place can use. */
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Edit } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { importFrom, nameInReach, rootName } from "./names-in-reach.ts";
import type { SourceText } from "./source-text.ts";
import { stores } from "./stores/all.ts";
import type { Store } from "./stores/store.ts";
import { functionAround } from "./visit-facts.ts";

export interface StoreInReach {
  readonly store: Store;
  /** The client as code, valid at the place; `""` where the store's helper needs none. */
  readonly client: string;
  readonly edits: readonly Edit[];
}

/** Looks at the entry point's own effects first, then at those of others of its application. */
export function storeInReach(
  model: ServiceModel,
  entryPoint: EntryPoint,
  into: SourceText,
  offset: number,
): StoreInReach | undefined {
  const others = model.entryPoints.filter((other) => other !== entryPoint && other.app === entryPoint.app);
  const groups = [entryPoint.effects, others.flatMap((other) => other.effects)];
  for (const effects of groups) {
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

function clientFor(
  model: ServiceModel,
  store: Store,
  effect: Effect,
  into: SourceText,
  offset: number,
): StoreInReach | undefined {
  const client = store.client(effect.call.text);
  if (client === undefined) return undefined;
  if (client === "") return { store, client, edits: [] };
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
    return sameClass ? { store, client, edits: [] } : undefined;
  }
  // Inside a transaction, the client of the transaction is not the store's.
  if (effect.scopes.some((scope) => scope.kind === "transaction")) return undefined;
  if (effect.place.file === into.file && nameInReach(into.facts, root, here, offset))
    return { store, client, edits: [] };
  const imported = importFrom(model, effect.place.file, root, into);
  return imported && { store, client: imported.local + client.slice(root.length), edits: imported.edits };
}
