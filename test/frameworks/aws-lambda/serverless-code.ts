// Settings as code, with handlers named from the folder that a file stands in.

// file: serverless.ts
import type { AWS } from "@serverless/typescript";
import { book, cancel } from "@functions/index";
import { reportFunctions } from "./settings/reports";

const settings: AWS = {
  service: "berths",
  provider: { name: "aws", runtime: "nodejs20.x" },
  functions: { book, cancel, ...reportFunctions },
};

module.exports = settings;
// file: tsconfig.json
{ "compilerOptions": { "baseUrl": ".", "paths": { "@functions/*": ["src/functions/*"], "@libs/*": ["src/libs/*"] } } }
// file: src/libs/resolve.ts
export const handlerPath = (folder: string) => `${folder.split(process.cwd())[1].substring(1).replace(/\\/g, "/")}`;
// file: src/functions/index.ts
export { default as book } from "./book";
export { default as cancel } from "./cancel";
// file: src/functions/book/index.ts
import { handlerPath } from "@libs/resolve";
export default {
  handler: `${handlerPath(__dirname)}/handler.main`,
  events: [{ http: { method: "post", path: "berths/{id}/book" } }],
};
// file: src/functions/book/handler.ts
export const main = async (event: { body: string }) => ({ statusCode: 200, body: event.body }); // entry: POST /berths/:id/book
// file: src/functions/cancel/index.ts
import { handlerPath } from "@libs/resolve";
export default {
  handler: `${handlerPath(__dirname)}/handler.main`,
  events: [{ httpApi: { method: "delete", path: "/berths/{id}", authorizer: { name: "crew" } } }],
};
// file: src/functions/cancel/handler.ts
export const main = async () => ({ statusCode: 204 }); // entry: DELETE /berths/:id // guard: authentication authorizer
// file: settings/reports.ts
const at = (name: string): string => `./src/reports/${name}`;
const every = (rate: string) => ({ schedule: { rate: [rate] } });
export const reportFunctions = {
  nightly: { handler: at("nightly.run"), events: [every("cron(0 3 * * ? *)")] },
};
// file: src/reports/nightly.ts
export const run = async () => undefined; // entry: 0 3 * * ? *
