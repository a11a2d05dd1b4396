/** Waiting for what VS Code does in its own time. */

/** Asks until the answer passes, and returns it; else throws with the last answer. Milliseconds. */
export async function eventually<Answer>(
  ask: () => Promise<Answer> | Answer,
  passes: (answer: Answer) => boolean,
  patience = 30_000,
): Promise<Answer> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (passes(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Waited ${patience} ms; last seen: ${JSON.stringify(answer, undefined, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
