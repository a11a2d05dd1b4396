/** The status that a statement of its own sets for the answer that comes later in its block: `res.status(401); res.json(…)`. */
import type { Activation } from "./linker.ts";
import type { Step } from "./steps.ts";

const ofBlock = new WeakMap<readonly Step[], number | undefined>();

/** `undefined`: it is set, and to what is not known. */
export function setStatus({ steps }: Activation, status: number | undefined): void {
  ofBlock.set(steps, status);
}

export function statusSet({ steps }: Activation): number | undefined {
  return ofBlock.get(steps);
}
