/**
 * Functions of which only the type tells what calls them: `export const handler: SQSHandler`, `(event: SQSEvent) => …`.
 *
 * https://github.com/DefinitelyTyped/DefinitelyTyped/tree/master/types/aws-lambda
 */
import type { FileFacts, TypeReference } from "../../facts/file-facts.ts";
import type { EntryPointKind } from "../../model/entry-point.ts";
import type { FileView, Registry, TermView } from "../define-framework.ts";
import { handlerFile } from "./handler-file.ts";
import { trigger } from "./infrastructure.ts";
import { functionsOf } from "./templates.ts";

const KINDS: readonly (readonly [RegExp, EntryPointKind])[] = [
  [
    /^(?:SQS|SNS|DynamoDBStream|KinesisStream|FirehoseTransformation|MSK|SelfManagedKafka)(?:Event|Handler|BatchHandler)$/,
    "queue",
  ],
  [/^Scheduled(?:Event|Handler)$/, "schedule"],
  [/^(?:S3|EventBridge|CloudWatchLogs|SES|IoT)(?:Event|Handler)$/, "event"],
  [
    /^(?:APIGatewayProxy(?:WithCognitoAuthorizer|WithLambdaAuthorizer)?|ALB|LambdaFunctionURL)(?:Event|Handler)(?:V2\w*|With\w+)?$/,
    "http",
  ],
];

/** Where infrastructure stands beside the code, it says which functions there are, and what calls them. */
const INFRASTRUCTURE =
  /(?:^|\/)(?:serverless(?:\.[\w-]+)?\.(?:ya?ml|ts|json)|cdk\.json|sst\.config\.ts|sam\.ya?ml|[\w.-]*template\.(?:ya?ml|json))$/;

const TEMPLATE = /\.ya?ml$/;

/** One of the template's functions stands in this file: it says what calls it. */
function isNamed(file: string, template: string, terms: TermView): boolean {
  const folder = template.slice(0, template.lastIndexOf("/") + 1);
  const functions = functionsOf(template, terms.read(template) ?? "", terms);
  return functions.some((found) => handlerFile(found, folder, terms) === file);
}

export function isTypedHandler(facts: FileFacts): boolean {
  return facts.imports.some(({ module }) => module === "aws-lambda");
}

export function visitTyped(file: FileView, model: Registry, terms: TermView): void {
  const infrastructure = [...terms.paths()].filter((path) => INFRASTRUCTURE.test(path));
  if (infrastructure.some((path) => !TEMPLATE.test(path) || isNamed(file.path, path, terms))) return;
  for (const [name, { term, place }] of file.exports) {
    const kind = kindOf(file.facts, typesOf(file.facts, name, term));
    // A template that names the built file leaves out no queue; addresses only it knows.
    if (kind === "http" && infrastructure.length > 0) continue;
    if (kind === undefined || place.file !== file.path) continue;
    const path = `${file.path
      .split("/")
      .slice(-2)
      .join("/")
      .replace(/\.\w+$/, "")}.${name}`;
    if (kind === "http") trigger(model, terms, term, name, { kind, method: "ALL", path: "/*" });
    else trigger(model, terms, term, name, { kind, path });
  }
}

/** The type that the export is declared with, and that of the function's first parameter. */
function typesOf(facts: FileFacts, name: string, term: { readonly kind: string }): readonly TypeReference[] {
  const binding = facts.exports.find((found) => found.name === name)?.binding;
  const declared = binding === undefined ? undefined : facts.bindings[binding]?.type;
  const index = (term as { readonly function?: { readonly index: number } }).function?.index;
  const event = index === undefined ? undefined : facts.functions[index]?.parameters[0]?.type;
  return [declared, event].filter((type) => type !== undefined);
}

function kindOf(facts: FileFacts, types: readonly TypeReference[]): EntryPointKind | undefined {
  for (const type of types) {
    const from = facts.imports[facts.bindings[type.binding]?.import ?? -1];
    if (from?.module !== "aws-lambda") continue;
    const kind = KINDS.find(([pattern]) => pattern.test(from.name))?.[1];
    if (kind) return kind;
    const inner = from.name === "Handler" ? kindOf(facts, type.arguments) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
