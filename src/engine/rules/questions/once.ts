/** What rules ask a service for again and again is worked out once. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";

/** `make`, remembered for each model. */
export function oncePerModel<Value>(make: (model: ServiceModel) => Value): (model: ServiceModel) => Value {
  const known = new WeakMap<ServiceModel, { readonly value: Value }>();
  return (model) => {
    let made = known.get(model);
    if (!made) {
      made = { value: make(model) };
      known.set(model, made);
    }
    return made.value;
  };
}

/** `make`, remembered for each application of each model. */
export function oncePerApp<Value>(
  make: (app: string, model: ServiceModel) => Value,
): (app: string, model: ServiceModel) => Value {
  const byModel = oncePerModel(() => new Map<string, { readonly value: Value }>());
  return (app, model) => {
    const known = byModel(model);
    let made = known.get(app);
    if (!made) {
      made = { value: make(app, model) };
      known.set(app, made);
    }
    return made.value;
  };
}

/** `make`, remembered for each entry point. */
export function oncePerEntry<Value>(make: (entry: EntryPoint) => Value): (entry: EntryPoint) => Value {
  const known = new WeakMap<EntryPoint, { readonly value: Value }>();
  return (entry) => {
    let made = known.get(entry);
    if (!made) {
      made = { value: make(entry) };
      known.set(entry, made);
    }
    return made.value;
  };
}
