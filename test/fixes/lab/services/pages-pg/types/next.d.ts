/** What the lab's handlers use of Next.js, which is not installed. */
declare module "next" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export interface NextApiRequest extends IncomingMessage {
    query: Partial<Record<string, string | string[]>>;
    // biome-ignore lint/suspicious/noExplicitAny: as Next.js has it
    body: any;
  }

  export interface NextApiResponse extends ServerResponse {
    status(code: number): NextApiResponse;
    json(body: unknown): void;
  }
}
