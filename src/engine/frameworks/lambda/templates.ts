/** Functions and what calls them, from `serverless.yml` and SAM templates. What is not literal becomes `*`. */
import { readYaml, type Step, type YamlDocument } from "../../release/yaml.ts";
import type { TermView } from "../define-framework.ts";
import { address, type Trigger, verb } from "./infrastructure.ts";

export interface LambdaFunction {
  readonly name: string;
  /** `src/orders.create`: file without extension, and export. */
  readonly handler: string;
  /** Folder that the handler is in, below the template's own. */
  readonly folder: string;
  readonly events: readonly Trigger[];
}

/** https://www.serverless.com/framework/docs/providers/aws/guide/functions · `read` gives the files that it takes functions from. */
export function readServerless(
  text: string,
  read: (path: string) => string | undefined = () => undefined,
): readonly LambdaFunction[] {
  return documentsOf(text).flatMap((document) => functionsAt(document, ["functions"], read));
}

/** The same where the settings are code: `serverless.ts`. */
export function readServerlessSettings(settings: YamlDocument): readonly LambdaFunction[] {
  return functionsAt(settings, ["functions"], () => undefined);
}

/** A function for every name, also where `${file(functions/orders.yml)}` or a list of such stands instead. */
function functionsAt(
  document: YamlDocument,
  at: readonly Step[],
  read: (path: string) => string | undefined,
): readonly LambdaFunction[] {
  const whole = document.text(...at);
  if (whole !== undefined) return included(whole, read, (other, inside) => functionsAt(other, inside, read));
  const listed = range(document.size(...at)).flatMap((index) =>
    typeof document.get(...at, index) === "string" || document.keys(...at, index).length > 0
      ? functionsAt(document, [...at, index], read)
      : [],
  );
  if (listed.length > 0) return listed;
  return document.keys(...at).flatMap((name) => {
    const elsewhere = document.text(...at, name);
    return elsewhere === undefined
      ? functionAt(document, [...at, name], name)
      : included(elsewhere, read, (other, inside) => functionAt(other, inside, name));
  });
}

function functionAt(document: YamlDocument, at: readonly Step[], name: string): readonly LambdaFunction[] {
  const handler = document.text(...at, "handler");
  if (handler === undefined) return [];
  const retries = document.text(...at, "maximumRetryAttempts");
  const attempts = retries === undefined ? undefined : Number(retries) + 1;
  const events = range(document.size(...at, "events")).flatMap((index) =>
    serverlessEvent(document, [...at, "events", index], attempts),
  );
  return [{ name, handler, folder: "", events }];
}

/** `${file(functions/live.yml):live}`. https://www.serverless.com/framework/docs/guides/variables/file */
function included(
  text: string,
  read: (path: string) => string | undefined,
  take: (document: YamlDocument, at: readonly Step[]) => readonly LambdaFunction[],
): readonly LambdaFunction[] {
  const found = /^\$\{file\(\s*([^)$]+?)\s*\)(?::([\w.-]+))?\}$/.exec(text.trim());
  const content = found?.[1] === undefined ? undefined : read(found[1].replace(/^\.\//, ""));
  if (content === undefined) return [];
  return documentsOf(content).flatMap((document) => take(document, found?.[2]?.split(".") ?? []));
}

function serverlessEvent(
  document: YamlDocument,
  at: readonly Step[],
  attempts: number | undefined,
): readonly Trigger[] {
  const [type = ""] = document.keys(...at);
  const short = document.text(...at, type);
  const field = (name: string) => document.text(...at, type, name);
  switch (type) {
    case "http":
    case "httpApi": {
      const [method, path] = short ? short.split(/\s+/) : [field("method"), field("path")];
      const guarded = document.get(...at, type, "authorizer") !== undefined;
      if (short === "*") return [{ kind: "http", method: "ALL", path: "/*" }];
      return [{ kind: "http", method: verb(method), path: address(path ?? "*"), ...(guarded ? { guarded } : {}) }];
    }
    case "sqs":
      return [{ kind: "queue", path: namedIn(document, resourceName(short ?? field("arn"))) }];
    case "stream":
      return [{ kind: "queue", path: streamName(short ?? field("arn")) }];
    case "sns":
      return [{ kind: "queue", path: resourceName(short ?? field("topicName") ?? field("arn")), attempts }];
    case "kafka":
    case "msk":
    case "rabbitmq":
    case "activemq":
      return [{ kind: "queue", path: resourceName(short ?? field("topic") ?? field("queue") ?? field("arn")) }];
    case "schedule": {
      const rates = short === undefined ? listOf(document.get(...at, type, "rate")) : [short];
      return rates.map((path) => ({ kind: "schedule", path: cronOf(path), attempts }) as const);
    }
    case "s3":
      return [{ kind: "event", path: short ?? field("bucket") ?? "*", attempts }];
    case "eventBridge":
      if (field("schedule")) return [{ kind: "schedule", path: cronOf(field("schedule") ?? "*"), attempts }];
      return [
        {
          kind: "event",
          path:
            listOf(document.get(...at, type, "pattern", "detail-type"))[0] ??
            listOf(document.get(...at, type, "pattern", "source"))[0] ??
            field("eventBus") ??
            "*",
          attempts,
        },
      ];
    case "websocket":
      return [{ kind: "socket", path: short ?? field("route") ?? "*" }];
    default:
      return type === "" ? [] : [{ kind: "function", path: type, attempts }];
  }
}

/** The functions of a template of the Serverless Framework or of AWS SAM. */
export function functionsOf(path: string, text: string, terms: TermView): readonly LambdaFunction[] {
  if (!/(?:^|\/)serverless/.test(path)) return readSam(text);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return readServerless(text, (other) => terms.read(`${folder}${other}`));
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html */
export function readSam(text: string): readonly LambdaFunction[] {
  if (!text.includes("AWS::Serverless::Function")) return [];
  return documentsOf(text).flatMap((document) =>
    document.keys("Resources").flatMap((name) => {
      if (document.text("Resources", name, "Type") !== "AWS::Serverless::Function") return [];
      const at = ["Resources", name, "Properties"] as const;
      const property = (key: string) => document.text(...at, key) ?? document.text("Globals", "Function", key);
      const handler = property("Handler");
      if (handler === undefined) return [];
      const usual = hasDefaultAuthorizer(document);
      const events = document
        .keys(...at, "Events")
        .flatMap((event) => samEvent(document, [...at, "Events", event], usual));
      // esbuild names the file; the handler then is its name without a folder.
      const entry = document
        .text("Resources", name, "Metadata", "BuildProperties", "EntryPoints", 0)
        ?.replace(/\.\w+$/, "");
      const built = entry === undefined ? handler : `${entry}.${handler.split(".").at(-1) ?? "handler"}`;
      return [{ name, handler: built, folder: property("CodeUri") ?? "", events }];
    }),
  );
}

/**
 * `Auth: { DefaultAuthorizer: … }` of all interfaces, or of the only one.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html
 */
function hasDefaultAuthorizer(document: YamlDocument): boolean {
  const named = (...at: readonly Step[]): boolean => document.get(...at, "Auth", "DefaultAuthorizer") !== undefined;
  if (named("Globals", "Api") || named("Globals", "HttpApi")) return true;
  const interfaces = document
    .keys("Resources")
    .filter((name) => /^AWS::Serverless::(?:Http)?Api$/.test(document.text("Resources", name, "Type") ?? ""));
  return interfaces.length > 0 && interfaces.every((name) => named("Resources", name, "Properties"));
}

function samEvent(document: YamlDocument, at: readonly Step[], usual: boolean): readonly Trigger[] {
  const type = document.text(...at, "Type") ?? "";
  const field = (...names: readonly Step[]) => document.text(...at, "Properties", ...names);
  switch (type) {
    case "Api":
    case "HttpApi": {
      const own = field("Auth", "Authorizer");
      const guarded = own === undefined ? usual : own !== "NONE";
      return [
        {
          kind: "http",
          method: verb(field("Method")),
          path: address(field("Path") ?? "*"),
          ...(guarded ? { guarded } : {}),
        },
      ];
    }
    case "SQS":
      return [
        { kind: "queue", path: namedIn(document, resourceName(field("Queue") ?? field("Queue", "Fn::GetAtt", 0))) },
      ];
    case "SNS":
      return [{ kind: "queue", path: resourceName(field("Topic")) }];
    case "Kinesis":
    case "DynamoDB":
    case "MSK":
      return [{ kind: "queue", path: streamName(field("Stream")) }];
    case "Schedule":
    case "ScheduleV2":
      return [{ kind: "schedule", path: cronOf(field("Schedule") ?? field("ScheduleExpression") ?? "*") }];
    case "S3":
      return [{ kind: "event", path: field("Bucket") ?? "*" }];
    case "EventBridgeRule":
    case "CloudWatchEvent":
      return [{ kind: "event", path: listOf(document.get(...at, "Properties", "Pattern", "detail-type"))[0] ?? "*" }];
    default:
      return [];
  }
}

function documentsOf(text: string): readonly YamlDocument[] {
  try {
    // `!Ref Queue`, `!GetAtt Queue.Arn`: the tag says only that the value stands elsewhere.
    return readYaml(
      text.replace(
        /(^|[\s[,:])!(?:Ref|GetAtt|Sub|ImportValue|If|Join|Select|FindInMap|Split|Equals|Not|And|Or|Base64|Cidr|GetAZs|Condition|Transform)\b/g,
        "$1",
      ),
    );
  } catch {
    return [];
  }
}

function range(size: number): readonly number[] {
  return Array.from({ length: size }, (_, index) => index);
}

function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");
}

/** `arn:aws:dynamodb:eu-west-1:1:table/orders/stream/1` is `orders`. */
function streamName(reference: string | undefined): string {
  const table = /:(?:table|stream)\/([^/]+)/.exec(reference ?? "")?.[1];
  return table ?? resourceName(reference);
}

/** `arn:aws:sqs:eu-west-1:1:receipts` is `receipts`, `Receipts.Arn` is `Receipts`. */
function resourceName(reference: string | undefined): string {
  if (reference === undefined || reference.includes("${")) return "*";
  return (
    reference
      .replace(/\.(?:Stream)?Arn$/, "")
      .split(/[:/]/)
      .at(-1) ?? "*"
  );
}

/** What the template calls a resource: the queue's `QueueName`, where it is written out. */
function namedIn(document: YamlDocument, logical: string): string {
  const at = ["Resources", logical, "Properties", "QueueName"] as const;
  const name = document.text("resources", ...at) ?? document.text(...at);
  return name === undefined || name.includes("$") ? logical : name;
}

/** `cron(0 5 * * ? *)` is `0 5 * * ? *`. */
function cronOf(expression: string): string {
  return /^cron\((.*)\)$/.exec(expression)?.[1] ?? expression;
}
