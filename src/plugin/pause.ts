/** Something that is done when nobody has asked for a while. */
import type { Timers } from "./slices.ts";

export interface Pause {
  /** Waits anew. */
  begin(): void;
}

export function createPause(timers: Timers, milliseconds: number, then: () => void): Pause {
  let waiting: unknown;
  let until = 0;
  const wake = (): void => {
    const left = until - performance.now();
    waiting = left > 1 ? timers.setTimeout(wake, left) : undefined;
    if (waiting === undefined) then();
  };
  return {
    begin() {
      until = performance.now() + milliseconds;
      // One timer is enough: it looks at the clock when it fires.
      waiting ??= timers.setTimeout(wake, milliseconds);
    },
  };
}
