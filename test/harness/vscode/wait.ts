/** Waiting for what a page or VS Code does in its own time. What is read only once passes or fails with the machine's load. */
import assert from "node:assert/strict";

/** Asks until the answer passes, and returns it; else throws with the last answer. Milliseconds. */
export async function eventually<Answer>(
  ask: () => Promise<Answer> | Answer,
  passes: (answer: Answer) => boolean,
  patience = 30_000,
): Promise<Answer> {
  const { answer, passed } = await askUntil(ask, passes, patience);
  if (!passed) throw new Error(`Waited ${patience} ms; last seen: ${JSON.stringify(answer, undefined, 1)}`);
  return answer;
}

/** Asks until the answer is the expected one or matches the expression; else fails with the difference. Milliseconds. */
export async function shows<Answer>(
  ask: () => Promise<Answer> | Answer,
  expected: Answer | RegExp,
  patience = 10_000,
): Promise<void> {
  const check = (answer: Answer) =>
    expected instanceof RegExp ? assert.match(String(answer), expected) : assert.deepEqual(answer, expected);
  const { answer, passed } = await askUntil(ask, (now) => holds(() => check(now)), patience);
  if (!passed) check(answer);
}

/** Asks until two answers, one after the other, are the same, and returns it. Milliseconds. */
export async function settled<Answer>(ask: () => Promise<Answer>, patience = 30_000): Promise<Answer> {
  let before: Answer | undefined;
  return eventually(
    ask,
    (answer) => {
      const isSame = holds(() => assert.deepEqual(answer, before));
      before = answer;
      return isSame;
    },
    patience,
  );
}

async function askUntil<Answer>(
  ask: () => Promise<Answer> | Answer,
  passes: (answer: Answer) => boolean,
  patience: number,
): Promise<{ readonly answer: Answer; readonly passed: boolean }> {
  const deadline = Date.now() + patience;
  for (let pause = 20; ; pause = Math.min(150, pause * 2)) {
    const answer = await ask();
    if (passes(answer)) return { answer, passed: true };
    if (Date.now() > deadline) return { answer, passed: false };
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function holds(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
