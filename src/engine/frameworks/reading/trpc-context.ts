/** What the context of tRPC's procedures is made of. https://trpc.io/docs/server/context · https://trpc.io/docs/server/adapters */
import type { Term } from "../../model/term.ts";
import type { HandlerShape, RegisterCall, Registry } from "../define-framework.ts";

/** It runs ahead of every procedure, and looks the caller up. */
const CONTEXT: HandlerShape = {
  parameters: [{ fields: { req: "request", res: "response" } }, "response"],
  returns: "context",
};

/** `createContext` of an adapter, whichever server it stands in. */
export function tellTrpcContext({ terms }: RegisterCall, model: Registry, create: Term | undefined): void {
  const made = create && terms.result(create, CONTEXT.parameters);
  if (made) model.context(made, { ...terms.handler(create, "createContext"), shape: CONTEXT }, "trpc");
}
