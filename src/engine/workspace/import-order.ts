/** The order in which modules run: what a module imports runs ahead of it, in the order of its imports. https://nodejs.org/api/esm.html */

/**
 * All of `files` and what they import, each once. Files that nobody imports begin, in their own order; of files that import
 * each other in a circle the first one met begins.
 */
export function inImportOrder(
  files: readonly string[],
  importsOf: (file: string) => readonly string[],
): readonly string[] {
  const imported = new Set(files.flatMap(importsOf));
  const starts = [...files.filter((file) => !imported.has(file)), ...files];
  const order = new Set<string>();
  const begun = new Set<string>();
  for (const start of starts) {
    // What a file imports lies above it, and leaves first.
    const stack = [start];
    for (let file = stack.at(-1); file !== undefined; file = stack.at(-1)) {
      if (begun.has(file)) {
        order.add(file);
        stack.pop();
        continue;
      }
      begun.add(file);
      stack.push(
        ...importsOf(file)
          .filter((one) => !begun.has(one))
          .toReversed(),
      );
    }
  }
  return [...order];
}
