/** What rules ask a service for again and again is worked out once. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";

/** `make`, remembered for each `of`, from which whatever else it is given must follow. */
export function oncePer<Of extends object, Value, With = void>(
  make: (of: Of, given: With) => Value,
): (of: Of, given: With) => Value {
  const known = new WeakMap<Of, { readonly value: Value }>();
  return (of, given) => {
    let made = known.get(of);
    if (!made) {
      made = { value: make(of, given) };
      known.set(of, made);
    }
    return made.value;
  };
}

/** `make`, remembered for each model. */
export function oncePerModel<Value>(make: (model: ServiceModel) => Value): (model: ServiceModel) => Value {
  return oncePer(make);
}

/** `make`, remembered for each application of each model. */
export function oncePerApp<Value>(
  make: (app: string, model: ServiceModel) => Value,
): (app: string, model: ServiceModel) => Value {
  return oncePerPart(make);
}

/** `make`, remembered for each table of each model. */
export function oncePerTable<Value>(
  make: (table: Table, model: ServiceModel) => Value,
): (table: Table, model: ServiceModel) => Value {
  return oncePerPart(make);
}

/** `make`, remembered for each part of each model: an entry point, an effect. */
export function oncePerPart<Part, Value>(
  make: (part: Part, model: ServiceModel) => Value,
): (part: Part, model: ServiceModel) => Value {
  const byModel = oncePerModel(() => new Map<Part, { readonly value: Value }>());
  return (part, model) => {
    const known = byModel(model);
    let made = known.get(part);
    if (!made) {
      made = { value: make(part, model) };
      known.set(part, made);
    }
    return made.value;
  };
}

/** `make`, remembered for each entry point. */
export function oncePerEntry<Value>(make: (entry: EntryPoint) => Value): (entry: EntryPoint) => Value {
  return oncePer(make);
}
