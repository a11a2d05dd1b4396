// https://docs.aws.amazon.com/lambda/latest/dg/typescript-handler.html · https://www.serverless.com/framework/docs/providers/aws/guide/events · https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
import type { Term } from "../model/term.ts";
import { defineFramework, type HandlerShape, type Registry, type TermView } from "./define-framework.ts";
import { handlerFile } from "./lambda/handler-file.ts";
import { trigger } from "./lambda/infrastructure.ts";
import { keepStep } from "./lambda/later-steps.ts";
import { functionsInCode, isServerlessCode } from "./lambda/serverless-code.ts";
import { functionsOf, type LambdaFunction } from "./lambda/templates.ts";
import { isTypedHandler, visitTyped } from "./lambda/typed.ts";
import { lambdaChain } from "./lambda/wrappers.ts";

const HANDLER: HandlerShape = { parameters: ["event", "context"], returns: "response" };
const TEMPLATE = /(?:^|\/)(?:serverless(?:\.[\w-]+)?|template|sam|[\w.-]*template)\.ya?ml$/;

export default defineFramework({
  title: "AWS Lambda",
  packages: [
    "aws-lambda",
    "@types/aws-lambda",
    "@middy/core",
    "@aws-lambda-powertools/idempotency",
    "@aws-lambda-powertools/batch",
  ],
  receivers: ["default()", "middy()"],
  // What a handler gets behind its own line: `handler.use(authenticated())`. https://middy.js.org/docs/api/usage
  calls: { "use|before": (call, model) => keepStep(call.result, model, call.terms) },
  composes: /\.(?:use|before)\s*\(/,
  handler: HANDLER,
  members: {
    "event.body": "body",
    "event.pathParameters": "params",
    "event.queryStringParameters": "query",
    "event.multiValueQueryStringParameters": "query",
    "event.headers": "headers",
    "event.cookies": "cookies",
    "event.Records": "message",
    "event.detail": "message",
    "event.requestContext.authorizer": "identity",
    "event.requestContext.identity": "identity",
    "event.identity": "identity",
  },
  opens: (terms, value) =>
    value.kind === "external" && value.package === "@middy/core" ? lambdaChain(terms, value, "handler") : [],
  files: {
    matches: isServerlessCode,
    recognises: isTypedHandler,
    visit: (file, model, terms) => {
      if (!isServerlessCode(file.path)) return visitTyped(file, model, terms);
      const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
      for (const found of functionsInCode(file, terms)) visitFunction(found, folder, model, terms);
    },
  },
  documents: {
    matches: (path) => TEMPLATE.test(path),
    visit: (document, model, terms) => {
      const folder = document.path.slice(0, document.path.lastIndexOf("/") + 1);
      const functions = functionsOf(document.path, document.text, terms);
      for (const found of functions) visitFunction(found, folder, model, terms);
    },
  },
});

/** `handler: src/orders.create` with its events: one entry point for each. */
function visitFunction(found: LambdaFunction, folder: string, model: Registry, terms: TermView): void {
  const file = handlerFile(found, folder, terms);
  const name = found.handler.slice(found.handler.lastIndexOf(".") + 1);
  const value = file && terms.exports(file).find((exported) => exported.name === name)?.value;
  if (!value) return;
  // The routes of an application that runs in the function are entry points themselves.
  const events = found.events.filter(({ kind }) => kind !== "http" || !hostsApplication(value));
  if (events.length === 0 && found.events.length > 0) return;
  if (found.events.length === 0) trigger(model, terms, value, found.name, { kind: "function", path: found.name });
  for (const event of found.events) trigger(model, terms, value, found.name, event);
}

/** `export const handler = serverless(app)` */
function hostsApplication(value: Term): boolean {
  return value.kind === "external" && value.arguments !== undefined && HOSTS.test(value.package);
}

/** https://github.com/dougmoscrop/serverless-http · https://github.com/CodeGenieApp/serverless-express · https://github.com/fastify/aws-lambda-fastify */
const HOSTS =
  /^(?:serverless-http|(?:@\w+\/)?serverless-express|aws-serverless-express|@fastify\/aws-lambda|aws-lambda-fastify|hono\/aws-lambda)$/;
