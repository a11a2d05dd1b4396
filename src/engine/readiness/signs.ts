/** Signs: short pieces of code that show a habit, found in one pass over a file's text. */

export type Sign =
  | "shutdown"
  | "console"
  | "schema-sync"
  | "prisma-client"
  | "request-context"
  | "error-handler"
  | "process-errors";

/** Line, from 1, of the first place of each sign in a file. */
export type Signs = ReadonlyMap<Sign, number>;

/** Cheap words first: a file without the word is not looked at again. */
const SIGNS: readonly (readonly [Sign, word: string, pattern: RegExp])[] = [
  ["shutdown", "SIGTERM", /["'`]SIGTERM["'`]/],
  ["shutdown", "enableShutdownHooks", /\.enableShutdownHooks\s*\(/],
  ["shutdown", "createTerminus", /\bcreateTerminus\s*\(/],
  ["shutdown", "createHttpTerminator", /\bcreateHttpTerminator\s*\(/],
  ["shutdown", "close-with-grace", /\bcloseWithGrace\s*\(/],
  ["console", "console.", /^(?!\s*(?:\/\/|\*)).*\bconsole\.(?:log|error|warn|info)\s*\(/m],
  ["schema-sync", "synchronize", /\bsynchronize\s*:\s*true\b/],
  ["schema-sync", ".sync(", /\bsequelize\.sync\s*\(\s*\{[^}]*\b(?:force|alter)\s*:\s*true/],
  ["prisma-client", "PrismaClient", /\bnew\s+PrismaClient\s*\(/],
  ["request-context", "AsyncLocalStorage", /\bnew\s+AsyncLocalStorage\b/],
  ["request-context", "x-request-id", /["'`]x-request-id["'`]/],
  [
    "error-handler",
    "next",
    /\.use\s*\(\s*(?:async\s+)?(?:function\s*\w*\s*)?\(\s*\w+(?:\s*:[^,)]+)?\s*,\s*\w+(?:\s*:[^,)]+)?\s*,\s*\w+(?:\s*:[^,)]+)?\s*,\s*\w+/,
  ],
  [
    "error-handler",
    "rrorHandler",
    /\.(?:use|setErrorHandler|onError|useGlobalFilters)\s*\(\s*(?:new\s+)?\w*(?:[eE]rrorHandler|ExceptionFilter)\w*/,
  ],
  ["error-handler", "setErrorHandler", /\.setErrorHandler\s*\(/],
  ["process-errors", "unhandledRejection", /["'`]unhandledRejection["'`]/],
];

export function readSigns(text: string): Signs {
  const found = new Map<Sign, number>();
  for (const [sign, word, pattern] of SIGNS) {
    if (found.has(sign) || !text.includes(word)) continue;
    const match = pattern.exec(text);
    if (match) found.set(sign, lineOf(text, match.index));
  }
  return found;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf("\n"); index >= 0 && index < offset; index = text.indexOf("\n", index + 1)) line++;
  return line;
}
