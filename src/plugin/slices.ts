/** Work in slices: tsserver answers requests in between. */

/** The part of tsserver's host that waits. */
export interface Timers {
  setTimeout(callback: (...args: unknown[]) => void, milliseconds: number): unknown;
  clearTimeout(id: unknown): void;
}

/** Longest time, in milliseconds, that a slice takes before it lets others have their turn. */
export const SLICE = 8;

/** Runs the steps until they end; `done` is called with what they return, `failed` where they throw. */
export function runInSlices<Result>(
  timers: Timers,
  steps: Generator<void, Result>,
  done: (result: Result) => void,
  failed: (error: unknown) => void,
): void {
  const slice = (): void => {
    const end = performance.now() + SLICE;
    try {
      do {
        const step = steps.next();
        if (step.done) {
          done(step.value);
          return;
        }
      } while (performance.now() < end);
    } catch (error) {
      failed(error);
      return;
    }
    timers.setTimeout(slice, 0);
  };
  timers.setTimeout(slice, 0);
}
