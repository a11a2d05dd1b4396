// Handlers named from the folder that the stacks set for all functions.

// file: stacks/index.ts
import type { App } from "@serverless-stack/resources";
import { BoatStack } from "./boats";
export default function main(app: App) {
  app.setDefaultFunctionProps({ srcPath: "services" });
  app.stack(BoatStack);
}
// file: stacks/boats.ts
import { Api, type StackContext } from "@serverless-stack/resources";
export function BoatStack({ stack }: StackContext) {
  new Api(stack, "api", {
    defaults: { authorizer: "pool" },
    routes: {
      "POST /boats": "handlers/create.handler",
      "GET /boats/{id}": { authorizer: "none", function: "handlers/show.handler" },
    },
  });
}
// file: services/handlers/create.ts
export const handler = async () => ({ statusCode: 201 }); // entry: POST /boats // guard: authentication authorizer
// file: services/handlers/show.ts
export const handler = async () => ({ statusCode: 200 }); // entry: GET /boats/:id
