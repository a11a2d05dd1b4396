/**
 * The text of `idempotent.ts` in a Nest project: the work of a handler stands inside it, and what it returns is kept.
 * https://docs.nestjs.com/exception-filters
 */
import { importLine } from "../stores/store.ts";
import {
  above,
  answerType,
  type IdempotentText,
  listed,
  nested,
  noKey,
  otherRequest,
  purposeComment,
  stillRunning,
} from "./shared.ts";

export const nestText: IdempotentText = (parts, { style }) =>
  `${importLine(style, "{ createHash }", "node:crypto")}${importLine(style, "{ BadRequestException, ConflictException, UnprocessableEntityException }", "@nestjs/common")}${parts.imports}
export interface KeyedRequest {
  key: string | undefined;
  /** The route. */
  route: string;
  caller: unknown;
  /** What the client sent. */
  body: unknown;
}

${above(parts)}${purposeComment}
export async function idempotent<T>(${listed("lines", [parts.client, "request: KeyedRequest", "work: () => Promise<T>"])}): Promise<T> {
  const { key } = request;
  if (!key) throw new BadRequestException(${noKey});
  const scope = \`\${request.route} \${request.caller ?? ""}\`;
  const fingerprint = createHash("sha256").update(JSON.stringify(request.body ?? null)).digest("hex");
${nested(
  parts.claim((stored) => `return answerAgain<T>(${stored}, fingerprint);`),
  1,
)}
  let value: T;
  try {
    value = await work();
  } catch (error) {
${nested(parts.release, 2)}
    throw error;
  }
  const status = 200;
  const type = "application/json";
  const body = JSON.stringify(value ?? null);
${nested(parts.complete, 1)}
  return value;
}
${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain<T>(stored: Answer | null | undefined, fingerprint: string): T {
  if (stored && stored.fingerprint !== fingerprint) throw new UnprocessableEntityException(${otherRequest});
  if (!stored || stored.status === null) throw new ConflictException(${stillRunning});
  return JSON.parse(stored.body ?? "null");
}
`;
