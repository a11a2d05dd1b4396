/** What TypeScript and Babel leave in what they write. */
const COMPILED = /Object\.defineProperty\(exports, ["']__esModule["']|^\/\/# sourceMappingURL=/m;

/** Whether a script is what a compiler wrote, and no source. */
export function isCompiled(text: string): boolean {
  return COMPILED.test(text);
}
