/** How many arguments a function was given, where it asks: `(...args) => { const handler = args.length > 3 ? args[2] : args[3] }`. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { evaluate } from "./evaluate.ts";
import type { Activation, Linker } from "./linker.ts";

/** What comes of a number that is compared with the count, or taken from it; undefined for other operations. */
export function countOf(
  linker: Linker,
  activation: Activation,
  { operator, left, right }: Expression & { readonly kind: "binary" },
): Term | undefined {
  if (left.kind !== "member" || left.name !== "length" || right.kind !== "literal") return undefined;
  const count = argumentCount(linker, activation, left.object);
  if (count === undefined || typeof right.value !== "number") return undefined;
  const answer = ANSWERS[operator]?.(count, right.value);
  return answer === undefined ? undefined : linker.terms.literal(answer);
}

const ANSWERS: Readonly<Record<string, (count: number, other: number) => boolean | number>> = {
  ">": (count, other) => count > other,
  ">=": (count, other) => count >= other,
  "<": (count, other) => count < other,
  "<=": (count, other) => count <= other,
  "===": (count, other) => count === other,
  "!==": (count, other) => count !== other,
  "-": (count, other) => count - other,
};

function argumentCount(linker: Linker, activation: Activation, list: Expression): number | undefined {
  const last = activation.facts.functions[activation.functionIndex]?.parameters.at(-1);
  if (list.kind !== "name" || !last?.rest || last.pattern.kind !== "binding") return undefined;
  if (last.pattern.binding !== list.binding) return undefined;
  const given = evaluate(linker, activation, list);
  // What was spread into the call may be any number.
  return given.kind === "array" && given.items.every((item) => item.kind !== "element")
    ? given.items.length
    : undefined;
}
