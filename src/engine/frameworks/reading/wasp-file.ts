/** Declarations of a `main.wasp`, as far as they name server code. https://wasp.sh/docs/general/language */

export interface WaspDeclaration {
  readonly kind: "action" | "query" | "api" | "job";
  readonly name: string;
  /** The export, `default` for a default import. */
  readonly imported: string;
  /** `@src/orders`, as written. */
  readonly from: string;
  readonly entities: readonly string[];
  readonly method?: string;
  readonly path?: string;
  /** The cron expression of a job. */
  readonly schedule?: string;
}

const DECLARATION = /^[ \t]*(action|query|api|job)\s+(\w+)\s*\{/gm;

/** Every operation, API and job of the text, in its order. */
export function readWasp(text: string): readonly WaspDeclaration[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/[^\n]*/g, "$1");
  return [...plain.matchAll(DECLARATION)].flatMap((found) => {
    const body = bodyAt(plain, found.index + found[0].length);
    const code = /\bimport\s+(?:\{\s*(\w+)(?:\s+as\s+\w+)?\s*\}|\w+)\s+from\s+["']([^"']+)["']/.exec(body);
    if (code?.[2] === undefined) return [];
    const route = /\bhttpRoute\s*:\s*\(\s*(\w+)\s*,\s*["']([^"']+)["']\s*\)/.exec(body);
    const cron = /\bcron\s*:\s*["']([^"']+)["']/.exec(body)?.[1];
    const entities = /\bentities\s*:\s*\[([^\]]*)\]/.exec(body)?.[1] ?? "";
    return [
      {
        kind: found[1] as WaspDeclaration["kind"],
        name: found[2] ?? "",
        imported: code[1] ?? "default",
        from: code[2],
        entities: entities.match(/\w+/g) ?? [],
        ...(route ? { method: route[1] ?? "ALL", path: route[2] ?? "/*" } : {}),
        ...(cron === undefined ? {} : { schedule: cron }),
      },
    ];
  });
}

/** The text up to the brace that closes the declaration. */
function bodyAt(text: string, from: number): string {
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    const letter = text[index];
    if (letter === "{") depth++;
    if (letter === "}" && --depth === 0) return text.slice(from, index);
  }
  return text.slice(from);
}
