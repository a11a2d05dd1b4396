/** What a function is given by the type of the constant that holds it: `const routes: FastifyPluginAsync = async (app) => …`. */
import type { Term } from "../../model/term.ts";
import { receiverOf } from "../adapters/receivers.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { indexOf, typedValue } from "../evaluate/values.ts";

/** The receiver that a plug-in of this type is given first. */
export function givenByType(linker: Linker, file: string, index: number): Term | undefined {
  const facts = factsOf(linker, file);
  for (const [binding, { value }] of indexOf(linker, file)?.declarations ?? []) {
    const type = value?.kind === "function" && value.function === index ? facts?.bindings[binding]?.type : undefined;
    const typed = type && typedValue(linker, file, type);
    if (typed?.kind !== "external") continue;
    const name = /^(?:new )?(\w+)(?:\(\))?$/.exec(typed.path.at(-1) ?? "")?.[1] ?? "";
    for (const { plugins, packages } of linker.adapters.frameworks) {
      const receiver = plugins && Object.hasOwn(plugins, name) ? plugins[name] : undefined;
      if (receiver === undefined) continue;
      return linker.terms.external(packages[0] ?? typed.package, [receiver], undefined, [], { file, at: [0, 0] });
    }
  }
  return undefined;
}

/** The function is given an application or a router to fill, and no request: `module.exports = (app: Application) => { … }`. */
export function fillsReceiver(linker: Linker, term: Term | undefined): boolean {
  if (term?.kind !== "function") return false;
  const { file, index } = term.function;
  const type = factsOf(linker, file)?.functions[index]?.parameters[0]?.type;
  const typed = type && typedValue(linker, file, type);
  if (givenByType(linker, file, index) !== undefined) return true;
  const filled = typed && receiverOf(linker, typed);
  // Where a whole package counts, a value of it may be a message as well.
  return (
    filled?.kind === "external" && !linker.adapters.isReceiver(filled.package, filled.path)?.receivers.includes("")
  );
}
