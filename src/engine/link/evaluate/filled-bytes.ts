/** `crypto.getRandomValues(bytes)`, `randomFillSync(bytes)`: what they are given holds chance from there on. */
import { assignPattern } from "./assign.ts";
import type { Call } from "./call.ts";
import type { Activation, Linker } from "./linker.ts";

export function noteFilledBytes(linker: Linker, activation: Activation, { name, text, expression }: Call): void {
  const [filled] = expression.arguments;
  if (filled?.kind !== "name" || !FILLS.test(name ?? text)) return;
  const pattern = { kind: "binding", binding: filled.binding, at: filled.at } as const;
  assignPattern(linker, activation, pattern, linker.terms.unstable("random"));
}

const FILLS = /(?:^|\.)(?:getRandomValues|randomFillSync)$/;
