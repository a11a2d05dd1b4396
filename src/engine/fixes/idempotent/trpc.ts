/** The text of `idempotent.ts` in a tRPC project. https://trpc.io/docs/server/error-handling */
import { type ValueForm, valueText } from "./value.ts";

const CODES = { 400: "BAD_REQUEST", 409: "CONFLICT", 422: "UNPROCESSABLE_CONTENT" } as const;

const form: ValueForm = {
  import: ["{ TRPCError }", "@trpc/server"],
  error: (status, message) => `new TRPCError({ code: "${CODES[status]}", message: ${message} })`,
  noKey: `"Send an idempotencyKey."`,
};

export const trpcText = valueText(form);

/** Where the project's answers go through superjson, dates come back as dates. https://trpc.io/docs/server/data-transformers */
export const trpcSuperjsonText = valueText({ ...form, serializer: { name: "superjson", module: "superjson" } });
