/** What the texts of `idempotent.ts` have in common in all frameworks. */
import type { FileStyle } from "../code/file-style.ts";
import { type HelperContext, type IdempotentParts, importLine } from "../stores/store.ts";

/** Text of the helper file, from how the project's store takes keys. */
export type IdempotentText = (parts: IdempotentParts, context: HelperContext) => string;

/**
 * The comment above the exported function.
 *
 * draft-ietf-httpapi-idempotency-key-header-07: 400 without a key, 409 while the first request runs, 422 where the key comes
 * with another request.
 */
export const purposeComment = `/**
 * Makes a handler idempotent: the first answer to an Idempotency-Key is kept, and given again to every retry.
 *
 * The client makes a new key for every intent and sends it again with every retry. A key is the caller's own: those of
 * different callers never meet. Answers from 400 on are not kept, so that the client can try again.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */`;

export const noKey = `"Send an Idempotency-Key header."`;
export const otherRequest = `"This Idempotency-Key came with another request."`;
export const stillRunning = `"The first request with this Idempotency-Key is still running."`;

/** What is kept under a key; its status is null while the first request runs. */
export function answerType(style: FileStyle): string {
  return style.typed
    ? `
interface Answer {
  fingerprint: string;
  status: number | null;
  body?: string | null;
  type?: string | null;
}
`
    : "";
}

/** The types that a framework's text imports: `["{ Context }", "hono"]`. */
export type TypeImport = readonly [names: string, module: string];

/**
 * What every text begins with: its imports and those of the store, what the store declares, and the comment of the exported
 * function, which comes next.
 * @param declared Declarations of the framework's own, ahead of those of the store.
 */
export function opening(
  parts: IdempotentParts,
  style: FileStyle,
  types: readonly TypeImport[],
  { declared = "", purpose = purposeComment }: { readonly declared?: string; readonly purpose?: string } = {},
): string {
  const imports = types.map(([names, module]) => importLine(style, names, module, "type")).join("");
  const above = parts.above ? `${parts.above}\n\n` : "";
  return `${importLine(style, "{ createHash }", "node:crypto")}${imports}${parts.imports}\n${declared}${above}${purpose}\n`;
}

/** The client as first parameter, where the store has one. */
export function clientParameter({ client }: IdempotentParts): string {
  return client === "" ? "" : `${client}, `;
}

/** Parameters behind each other, or one per line. */
export function listed(how: "line" | "lines", parameters: readonly string[]): string {
  const given = parameters.filter((parameter) => parameter !== "");
  return how === "line" ? given.join(", ") : `\n  ${given.join(",\n  ")},\n`;
}

/** Lines as many levels in as they stand in a template. */
export function nested(lines: string, levels: number): string {
  const indent = "  ".repeat(levels);
  return lines
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n");
}
