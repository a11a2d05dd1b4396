/**
 * Models that a connection has by name: `class Order extends Model {}` that `Order.init(columns, { sequelize, modelName: "order" })`
 * registers is `sequelize.models.order`, which has what the class has.
 */
import type { ClassFacts, FileFacts } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { RegisteredModels } from "../../systems/define-system.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { classesAbove, packageClassAbove } from "../evaluate/parents.ts";
import { callsNamed } from "../files/file-index.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { classesBelow } from "./implementations.ts";

type External = Term & { readonly kind: "external" };
type ClassTerm = Term & { readonly kind: "class" };

/** The class, where the value is a model that a connection has by name and exactly one is registered under that name. */
export function registeredClass(linker: Linker, model: External): ClassTerm | undefined {
  const name = model.path.at(-1);
  const registered = linker.adapters.registeredModels(model.package, model.path.slice(0, -1));
  if (!registered || name === undefined) return undefined;
  const find = (): ClassTerm | undefined => {
    linker.memo.touch(classesBelow(registered.extends));
    const files = linker.filesBelow?.(registered.extends) ?? [];
    const found = files.flatMap((file) => modelsIn(linker, file, model.package, registered, name));
    return found.length === 1 ? found[0] : undefined;
  };
  return linker.memo.get(`registered ${model.package} ${name}`, find, () => undefined);
}

/** A static method of the class, called on the model. */
export function registeredMember(linker: Linker, model: External, name: string): Term | undefined {
  for (const current of classesAbove(linker, registeredClass(linker, model))) {
    const member = factsOf(linker, current.file)?.classes[current.index]?.members.find(
      (one) => one.static && one.name === name && one.kind === "method",
    );
    if (member?.function !== undefined)
      return linker.terms.function({ file: current.file, index: member.function }, current.captured, model);
  }
  return undefined;
}

function modelsIn(
  linker: Linker,
  file: string,
  packageName: string,
  registered: RegisteredModels,
  wanted: string,
): readonly ClassTerm[] {
  const facts = factsOf(linker, file);
  if (!facts) return [];
  return facts.classes.flatMap((found, index) => {
    if (found.owner !== 0 || nameOf(facts, found, index, registered) !== wanted) return [];
    const term = linker.terms.class(file, index, NOTHING_CAPTURED);
    if (term.kind !== "class") return [];
    return packageClassAbove(linker, term)?.package === packageName ? [term] : [];
  });
}

/** The name in the options of the call that registers it, which stands in the class or is made on it; else its own. */
function nameOf(facts: FileFacts, found: ClassFacts, index: number, registered: RegisteredModels): string | undefined {
  for (const { call, owner } of callsNamed(facts, registered.by)) {
    const on = call.callee.kind === "member" ? call.callee.object : undefined;
    const within = on?.kind === "super" || on?.kind === "this" ? facts.functions[owner]?.class === index : false;
    if (!within && !(on?.kind === "name" && on.name === found.name)) continue;
    const options = call.arguments[registered.options];
    const named = options?.kind === "object" && options.fields.find(({ key }) => key === registered.name);
    if (named && named.value.kind === "literal") return String(named.value.value);
  }
  return found.name;
}
