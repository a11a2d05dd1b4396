/** JSON-RPC 2.0 as the Model Context Protocol uses it: one message per line, no batches. https://www.jsonrpc.org/specification */

export interface Request {
  readonly jsonrpc: "2.0";
  /** Absent: a notification, which has no answer. */
  readonly id?: string | number;
  readonly method: string;
  readonly params?: unknown;
}

export type Response =
  | { readonly jsonrpc: "2.0"; readonly id: string | number | null; readonly result: unknown }
  | {
      readonly jsonrpc: "2.0";
      readonly id: string | number | null;
      readonly error: { readonly code: number; readonly message: string };
    };

export const ERRORS = { parse: -32700, request: -32600, method: -32601, parameters: -32602, internal: -32603 } as const;

/** A mistake of the client, as a code and one line. */
export class RpcError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Answers one line; undefined where there is nothing to answer. `handle` gives the result of a method. */
export async function answerLine(
  line: string,
  handle: (method: string, params: Readonly<Record<string, unknown>>) => unknown,
): Promise<Response | undefined> {
  let message: Partial<Request> & { readonly result?: unknown; readonly error?: unknown };
  try {
    message = JSON.parse(line);
  } catch {
    return failure(null, ERRORS.parse, "Not JSON.");
  }
  const isObject = typeof message === "object" && message !== null && !Array.isArray(message);
  if (!isObject || message.jsonrpc !== "2.0") return failure(null, ERRORS.request, "Not a JSON-RPC 2.0 message.");
  const { id, method, params = {} } = message;
  if (method === undefined && (message.result !== undefined || message.error !== undefined)) return undefined; // we ask nothing
  const answerId = typeof id === "string" || typeof id === "number" ? id : null;
  if (typeof method !== "string") return failure(answerId, ERRORS.request, "The method is missing.");
  try {
    if (typeof params !== "object" || params === null || Array.isArray(params)) {
      throw new RpcError(ERRORS.parameters, "The parameters must be an object.");
    }
    const result = await handle(method, params as Readonly<Record<string, unknown>>);
    return id === undefined ? undefined : { jsonrpc: "2.0", id: answerId, result };
  } catch (error) {
    if (id === undefined) return undefined;
    const code = error instanceof RpcError ? error.code : ERRORS.internal;
    return failure(answerId, code, (error as Error).message);
  }
}

function failure(id: string | number | null, code: number, message: string): Response {
  return { jsonrpc: "2.0", id, error: { code, message } };
}
