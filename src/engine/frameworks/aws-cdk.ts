// https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigateway-readme.html · .aws_apigatewayv2-readme.html · .aws_lambda_event_sources-readme.html · .aws_events-readme.html
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { address, exportAt, handlerAt, rootsAbove, type Trigger, trigger, verb } from "./lambda/infrastructure.ts";

type External = Term & { readonly kind: "external" };

export default defineFramework({
  title: "AWS CDK",
  packages: ["aws-cdk-lib", "@aws-cdk/aws-apigatewayv2-alpha", "@aws-cdk/aws-lambda-nodejs"],
  receivers: [""],
  handler: { parameters: ["event", "context"], returns: "response" },
  watches: true,
  calls: {
    // `api.root.addResource("orders").addMethod("POST", new LambdaIntegration(create))`
    "**.addMethod": (call, model) => {
      const method = verb(call.text(0));
      const guarded = isAuthorized(call, call.argument(2));
      start(call, model, call.argument(1), { kind: "http", method, path: address(resourcePath(call)), guarded });
    },
    LambdaRestApi: (call, model) => {
      const proxy = call.option(2, "proxy");
      if (proxy?.kind === "literal" && proxy.value === false) return;
      const guarded = isAuthorized(call, undefined);
      start(call, model, call.option(2, "handler"), { kind: "http", method: "ALL", path: "/*", guarded });
    },
    // `http.addRoutes({ path, methods, integration })`
    "**.addRoutes": (call, model) => {
      const methods = call.terms.items(call.option(0, "methods")).map((item) => verb(lastName(item)));
      const path = address(call.terms.text(call.option(0, "path")) ?? "*");
      const guarded = isAuthorized(call, call.argument(0));
      for (const method of methods.length > 0 ? methods : ["ALL"])
        start(call, model, call.option(0, "integration"), { kind: "http", method, path, guarded });
    },
    "**.addEventSource": (call, model) => {
      const source = call.argument(0);
      const owner = call.result.kind === "external" ? ownerOf(call.result) : undefined;
      if (source?.kind !== "external" || !owner) return;
      const isBucket = /^new S3EventSource/.test(source.path.at(-1) ?? "");
      start(call, model, owner, { kind: isBucket ? "event" : "queue", path: nameOf(call, source.arguments?.[0]) });
    },
    "Rule|Schedule": (call, model) => {
      const cron = call.option(2, "schedule");
      const pattern = call.terms.member(call.option(2, "eventPattern"), "detailType");
      const found: Trigger = cron
        ? { kind: "schedule", path: scheduleOf(call, cron) }
        : { kind: "event", path: call.terms.texts(pattern)?.[0] ?? "*" };
      const targets = [...call.terms.items(call.option(2, "targets")), ...call.terms.items(call.option(2, "target"))];
      for (const target of targets) start(call, model, target, found);
    },
    "**.addTarget": (call, model) => {
      const rule = call.result.kind === "external" ? ownerOf(call.result) : undefined;
      const cron = rule?.kind === "external" ? call.terms.member(rule.arguments?.[2], "schedule") : undefined;
      start(
        call,
        model,
        call.argument(0),
        cron ? { kind: "schedule", path: scheduleOf(call, cron) } : { kind: "event", path: "*" },
      );
    },
    "**.addSubscription": (call, model) => {
      const topic = call.result.kind === "external" ? ownerOf(call.result) : undefined;
      start(call, model, call.argument(0), { kind: "queue", path: nameOf(call, topic) });
    },
    "**.addEventNotification|addObjectCreatedNotification": (call, model) => {
      const bucket = call.result.kind === "external" ? ownerOf(call.result) : undefined;
      const destination = call.arguments.find((item) =>
        /Destination\(\)$/.test(item.kind === "external" ? (item.path.at(-1) ?? "") : ""),
      );
      start(call, model, destination, { kind: "event", path: nameOf(call, bucket) });
    },
  },
});

/** The options of a method, a route or, where these say nothing, of the whole interface name who may call. */
function isAuthorized(call: RegisterCall, own: Term | undefined): boolean {
  const { terms } = call;
  const told = authorizedBy(terms, own);
  if (told !== undefined) return told;
  for (let term: Term | undefined = call.result; term?.kind === "external"; term = term.base) {
    if (!/^(?:new )?(?:RestApi|LambdaRestApi|SpecRestApi|HttpApi)(?:\(\))?$/.test(term.path.at(-1) ?? "")) continue;
    const options = term.arguments?.[2];
    const usual = authorizedBy(terms, terms.member(options, "defaultMethodOptions") ?? options);
    return usual === true || terms.member(options, "defaultAuthorizer") !== undefined;
  }
  return false;
}

function authorizedBy(terms: TermView, options: Term | undefined): boolean | undefined {
  const given = terms.member(options, "authorizer");
  if (given) return given.kind !== "external" || !/^new HttpNoneAuthorizer/.test(given.path.at(-1) ?? "");
  const kind = terms.member(options, "authorizationType");
  return kind && lastName(kind) !== "NONE";
}

/** What a method is called on. */
function ownerOf(made: External): Term | undefined {
  const { base } = made;
  return base?.kind === "external" && !/\)$/.test(base.path.at(-1) ?? "") ? ownerOf(base) : base;
}

/** An entry point for the function in an integration, a target, or the function itself. */
function start(call: RegisterCall, model: Registry, given: Term | undefined, found: Trigger): void {
  for (const item of call.terms.items(given)) {
    const made = functionIn(item);
    const value = made && codeOf(call, made);
    if (made && value) trigger(model, call.terms, value, call.terms.text(made.arguments?.[1]) ?? "handler", found);
  }
}

/** `new LambdaIntegration(fn)`, `new HttpLambdaIntegration("id", fn)`, `new LambdaFunction(fn)`, or `fn`. */
function functionIn(term: Term): External | undefined {
  if (term.kind !== "external") return undefined;
  if (/^new (?:\w+Function|Function)\(\)$/.test(term.path.at(-1) ?? "") && (term.arguments?.length ?? 0) > 2)
    return term;
  for (const argument of term.arguments ?? []) {
    const inner = functionIn(argument);
    if (inner) return inner;
  }
  return undefined;
}

/** `entry: join(__dirname, "../src/pay.ts")`, or `code: Code.fromAsset("dist"), handler: "pay.handler"`. */
function codeOf(call: RegisterCall, made: External): Term | undefined {
  const { terms } = call;
  const options = made.arguments?.[2];
  const from = made.site?.file ?? call.place.file;
  const name = terms.text(terms.member(options, "handler"));
  const entry = terms.member(options, "entry");
  const roots = rootsAbove(from);
  if (entry) {
    const written = terms.text(entry);
    const path = entry.kind === "literal" ? written : terms.folder(entry)?.path;
    const parts = path === undefined ? undefined : entry.kind === "literal" ? resolved(roots[0] ?? "", path) : path;
    const found = parts === undefined ? undefined : exportAt(terms, [""], parts, name ?? "handler");
    return found ?? (written === undefined ? undefined : exportAt(terms, roots, written, name ?? "handler"));
  }
  const code = terms.member(options, "code");
  const asset = code?.kind === "external" ? code.arguments?.[0] : undefined;
  const folder = terms.text(asset) ?? terms.folder(asset)?.path;
  if (name === undefined || folder === undefined) return undefined;
  const below = folder.replace(/^\.?\//, "").replace(/\/$/, "");
  // What is built stands in `dist`; its sources do not.
  const folders = [below, below.replace(/(^|\/)(?:dist|build|lib)(?=\/|$)/, "$1src")];
  return handlerAt(
    terms,
    folders.flatMap((one) => roots.map((root) => `${root}${one}/`)),
    name,
  );
}

/** `../src/pay.ts`, seen from a folder. */
function resolved(folder: string, path: string): string | undefined {
  if (!path.startsWith(".")) return path;
  const parts: string[] = folder.split("/").filter((part) => part !== "");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Names of the resources on the way from the root: `root.addResource("orders").addResource("{id}")`. */
function resourcePath(call: RegisterCall): string {
  const parts: string[] = [];
  for (let term: Term | undefined = call.result; term?.kind === "external"; term = term.base) {
    const step = term.path.at(-1);
    const text = call.terms.text(term.arguments?.[0]);
    if (step === "addResource()" || step === "resourceForPath()") parts.unshift(text ?? "*");
    if (step === "addProxy()") parts.unshift("{proxy+}");
  }
  return parts.join("/");
}

/** Name or id of a construct. */
function nameOf(call: RegisterCall, term: Term | undefined): string {
  if (term?.kind !== "external") return "*";
  const { terms } = call;
  const options = term.arguments?.[2];
  const named = ["queueName", "topicName", "tableName", "bucketName", "streamName"].map((name) =>
    terms.text(terms.member(options, name)),
  );
  return named.find((name) => name !== undefined) ?? terms.text(term.arguments?.[1]) ?? "*";
}

function lastName(term: Term): string | undefined {
  return term.kind === "external" ? term.path.at(-1) : term.kind === "literal" ? String(term.value) : undefined;
}

/** `Schedule.rate(Duration.minutes(5))`, `Schedule.cron({ hour: "5" })`, `Schedule.expression("rate(1 day)")`. */
function scheduleOf(call: RegisterCall, term: Term): string {
  if (term.kind !== "external") return "*";
  const [argument] = term.arguments ?? [];
  const kind = (term.path.at(-1) ?? "").replace(/\(\)$/, "");
  if (kind === "expression") return call.terms.text(argument) ?? "*";
  if (kind === "rate" && argument?.kind === "external") {
    const unit = (argument.path.at(-1) ?? "").replace(/\(\)$/, "");
    return `rate(${call.terms.text(argument.arguments?.[0]) ?? "*"} ${unit})`;
  }
  if (kind !== "cron") return "*";
  const field = (name: string, fallback: string) => call.terms.text(call.terms.member(argument, name)) ?? fallback;
  const day = field("weekDay", "") === "" ? field("day", "*") : "?";
  return [
    field("minute", "*"),
    field("hour", "*"),
    day,
    field("month", "*"),
    field("weekDay", "?"),
    field("year", "*"),
  ].join(" ");
}
