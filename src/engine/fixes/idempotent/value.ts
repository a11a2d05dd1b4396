/**
 * The text of `idempotent.ts` where a handler gives a value and refuses by throwing (Nest, tRPC): the work stands inside it, and
 * what it returns is kept.
 */
import { importLine } from "../stores/store.ts";
import {
  answerType,
  type IdempotentText,
  listed,
  nested,
  noKey,
  opening,
  otherRequest,
  stillRunning,
} from "./shared.ts";

export interface ValueForm {
  /** Names of the errors and where they come from. */
  readonly import: readonly [names: string, module: string];
  /** The error to throw, as code. */
  readonly error: (status: 400 | 409 | 422, message: string) => string;
  /** What who sends no key is told, as code. */
  readonly noKey?: string;
  /** How values become texts and values again; they are those of a client that has gone through JSON where it is left out. */
  readonly serializer?: { readonly name: string; readonly module: string };
}

export function valueText({
  import: [names, module],
  error,
  serializer,
  noKey: missing = noKey,
}: ValueForm): IdempotentText {
  const json = serializer?.name ?? "JSON";
  return (parts, { style }) => {
    const declared = `export interface KeyedRequest {
  key: string | undefined;
  /** The route. */
  route: string;
  caller: unknown;
  /** What the client sent. */
  body: unknown;
}

`;
    const imports =
      importLine(style, names, module) + (serializer ? importLine(style, serializer.name, serializer.module) : "");
    return `${imports}${opening(parts, style, [], { declared })}export async function idempotent<T>(${listed("lines", [parts.client, "request: KeyedRequest", "work: () => Promise<T>"])}): Promise<T> {
  const { key } = request;
  if (!key) throw ${error(400, missing)};
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
  const body = ${json}.stringify(value ?? null);
${nested(parts.complete, 1)}
  return value;
}
${answerType(style)}
/** Gives a stored answer again, or says why not. */
function answerAgain<T>(stored: Answer | null | undefined, fingerprint: string): T {
  if (stored && stored.fingerprint !== fingerprint) throw ${error(422, otherRequest)};
  if (!stored || stored.status === null) throw ${error(409, stillRunning)};
  return ${json}.parse(stored.body ?? "null");
}
`;
  };
}
