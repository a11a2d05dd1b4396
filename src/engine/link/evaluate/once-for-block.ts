/** Questions of blocks. Many paths share a block, and calls lead to it on more ways than anybody could go: each is asked once. */
import type { Block } from "./steps.ts";

export function onceForBlock(asks: (block: Block) => boolean): (block: Block) => boolean {
  const known = new WeakMap<Block, boolean>();
  return (block) => {
    const before = known.get(block);
    if (before !== undefined) return before;
    const answer = asks(block);
    known.set(block, answer);
    return answer;
  };
}
