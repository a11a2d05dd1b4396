/** A function of which nobody says what it is given: its parameters are what their types tell. */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { assignPattern } from "../evaluate/assign.ts";
import { type Activation, createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { parameterValue } from "../evaluate/members.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";

export function runAsItStands(linker: Linker, file: string, facts: FileFacts, owner: number): Activation {
  const activation = createActivation(file, facts, owner, NOTHING_CAPTURED, selfOf(linker, file, owner));
  activation.context = () => activation.self;
  for (const parameter of facts.functions[owner]?.parameters ?? [])
    assignPattern(linker, activation, parameter.pattern, parameterValue(linker, activation, parameter, undefined));
  return activation;
}

/** The instance that a method, or a function inside it, runs on. */
function selfOf(linker: Linker, file: string, owner: number): Term | undefined {
  const functions = factsOf(linker, file)?.functions ?? [];
  let current = owner;
  while (current !== 0 && functions[current]?.class === undefined) current = functions[current]?.owner ?? 0;
  const of = functions[current]?.class;
  return of === undefined ? undefined : linker.terms.instance(linker.terms.class(file, of, NOTHING_CAPTURED), []);
}
