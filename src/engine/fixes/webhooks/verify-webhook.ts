/**
 * Verifies a webhook by its provider's signature on the raw body, ahead of the handler; the body parser that eats the bytes
 * keeps them.
 */
import type { CallExpression } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { importStatement } from "../code/add-import.ts";
import { addOption, insertArgument } from "../code/call-arguments.ts";
import { methodOf } from "../code/call-chain.ts";
import { type FileStyle, inFileStyle, relativeSpecifier } from "../code/file-style.ts";
import { answersByResponse, handlerCode } from "../code/handler-code.ts";
import { addHelper } from "../code/helper-file.ts";
import { importedFor } from "../code/names-in-reach.ts";
import { type Registration, registrationOf } from "../code/registration.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { insertBefore } from "../code/statements.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { expressionsIn } from "../code/visit-facts.ts";
import { addVariable } from "../environment/environment-files.ts";
import { type WebhookProvider, webhookProviders } from "./providers.ts";
import {
  expressSignatureText,
  honoSignatureText,
  rawBodyText,
  requestSignatureText,
  type SignatureContext,
  verifierName,
} from "./signature-text.ts";

export interface WebhookToVerify {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined where nothing tells who sends, and for frameworks it knows no form for. */
export function verifyWebhook({ entryPoint, model }: WebhookToVerify): Fix | undefined {
  const provider = providerOf(model, entryPoint);
  const planned = provider && plan(model, entryPoint, provider);
  if (!planned || !provider) return undefined;
  const variable = variableOf(model, provider);
  return {
    title: `Verify ${provider.title}'s signature on the raw body`,
    kind: "suggestion",
    edits: () => plan(model, entryPoint, provider) ?? [],
    checklist: [
      `Set ${variable} to the signing secret of this endpoint, wherever the service runs: the provider's dashboard shows it.`,
      "Send a test message from the dashboard: it must be taken. Send one without a signature: 400.",
    ],
  };
}

function providerOf(model: ServiceModel, entryPoint: EntryPoint): WebhookProvider | undefined {
  const manifest = model.text(`${entryPoint.app === "" ? "" : `${entryPoint.app}/`}package.json`) ?? "";
  const has = ({ needs }: WebhookProvider) =>
    needs === undefined || manifest.includes(`"${needs}"`) || importsSomewhere(model, entryPoint.app, needs);
  const byPath = webhookProviders.find(({ names }) => names.test(entryPoint.path));
  if (byPath) return has(byPath) ? byPath : undefined;
  const handler = handlerCode(model, entryPoint);
  const at = handler?.source.facts.functions[handler.index]?.at;
  const text = at ? handler.source.text.slice(...at) : "";
  return webhookProviders.find((one) => (one.names.test(text) || eventsOf(one).test(text)) && has(one));
}

/** Names of events that only this provider has. */
function eventsOf({ id }: WebhookProvider): RegExp {
  return id === "stripe"
    ? /["'`](?:payment_intent|checkout\.session|invoice|charge|customer\.subscription)\.\w+["'`]/
    : /(?!)/;
}

function importsSomewhere(model: ServiceModel, app: string, name: string): boolean {
  for (const path of model.paths) {
    if (!path.startsWith(app) || !/\.[cm]?[jt]s$/.test(path) || !model.text(path)?.includes(name)) continue;
    if (model.facts(path)?.imports.some((fact) => fact.module === name)) return true;
  }
  return false;
}

/** The variable the project has for it. */
function variableOf(model: ServiceModel, { variable, variables }: WebhookProvider): string {
  const known = model.variables.map(({ name }) => name).filter((name) => variables.test(name));
  return known.find((name) => name === variable) ?? known[0] ?? variable;
}

function plan(model: ServiceModel, entryPoint: EntryPoint, provider: WebhookProvider): readonly Edit[] | undefined {
  switch (entryPoint.framework) {
    case "express":
      return middleware(model, entryPoint, provider, expressSignatureText);
    case "hono":
      return middleware(model, entryPoint, provider, honoSignatureText);
    case "nextjs":
    case "remix":
      return statement(model, entryPoint, provider);
    default:
      return undefined;
  }
}

type SignatureText = (context: SignatureContext) => string;

function middleware(
  model: ServiceModel,
  entryPoint: EntryPoint,
  provider: WebhookProvider,
  text: SignatureText,
): readonly Edit[] | undefined {
  const route = registrationOf(model, entryPoint);
  if (!route) return undefined;
  const bytes = entryPoint.framework === "express" ? keptBytes(model, entryPoint, route) : { edits: [] };
  const helper = bytes && helperFor(model, entryPoint, provider, route.source, text, bytes.file);
  if (!helper || route.source.text.slice(...route.call.at).includes(helper.local)) return undefined;
  const edits = composeEdits(
    [insertArgument(route.source, route.call, route.handler, helper.local)],
    bytes.edits,
    helper.edits,
    documented(model, entryPoint.app, provider),
  );
  return edits && tidyEdits(edits);
}

interface KeptBytes {
  /** The file that has them. */
  readonly file?: string;
  readonly edits: readonly Edit[];
}

/** The parsers of this route keep the bytes. Undefined where no parser is found, or one does something else with them. */
function keptBytes(model: ServiceModel, entryPoint: EntryPoint, route: Registration): KeptBytes | undefined {
  const helper = addHelper(model, entryPoint.app, route.source, {
    name: "raw-body",
    exports: "keepRawBody",
    folders: FOLDERS,
    mark: "WeakMap",
    text: (_file, style) => rawBodyText(style),
  });
  const parsers = jsonParsers(model, entryPoint, route.source, route.call);
  if (!helper || parsers.length === 0) return undefined;
  const edits: Edit[] = helper.edits.filter((edit) => edit.kind === "create");
  for (const { source, call } of parsers) {
    if (/\bverify: keepRawBody\b/.test(source.text.slice(...call.at))) continue;
    const keep = importedFor(model, source, helper.file, "keepRawBody");
    const option = addOption(source, call, 0, "verify", keep.local);
    if (!option) return undefined;
    edits.push(...option, ...keep.edits);
  }
  return { file: helper.file, edits };
}

const FOLDERS = ["middleware", "middlewares", "lib", "utils", "helpers", "shared"];

/** `try { await verifyStripe(request); } catch { return … }` at the handler's top. */
function statement(
  model: ServiceModel,
  entryPoint: EntryPoint,
  provider: WebhookProvider,
): readonly Edit[] | undefined {
  const handler = handlerCode(model, entryPoint);
  const request = handler?.parameters[0];
  const target = handler?.source.facts.functions[handler.index];
  const [first] = target?.body ?? [];
  if (!handler || !target?.async || !first || request === undefined) return undefined;
  if (answersByResponse(handler.source.file)) return undefined;
  const helper = helperFor(model, entryPoint, provider, handler.source, requestSignatureText);
  if (!helper || handler.source.text.slice(...target.bodyAt).includes(`${helper.local}(`)) return undefined;
  const lines = inFileStyle(handler.source, [
    "try {",
    `  await ${helper.local}(${request});`,
    "} catch {",
    `  return new Response("Bad signature", { status: 400 });`,
    "}",
    "",
  ]);
  const edits = composeEdits(
    [insertBefore(handler.source, first, lines)],
    helper.edits,
    documented(model, entryPoint.app, provider),
  );
  return edits && tidyEdits(edits);
}

function helperFor(
  model: ServiceModel,
  entryPoint: EntryPoint,
  provider: WebhookProvider,
  into: SourceText,
  text: SignatureText,
  bytes?: string,
) {
  const client = provider.client === undefined ? "none" : clientOf(model, entryPoint.app, provider.client);
  if (client === undefined) return undefined;
  return addHelper(model, entryPoint.app, into, {
    name: `verify-${provider.id}`,
    exports: verifierName(provider),
    folders: FOLDERS,
    mark: "signature",
    text: (file, style) =>
      text({
        provider,
        style,
        variable: variableOf(model, provider),
        clientImport: client === "none" ? "" : client.importLine(file, style),
        bodyImport: bytes === undefined ? "" : importOf(style, relativeSpecifier(file, bytes, style), "rawBodyOf"),
      }),
  });
}

/** The file that exports the provider's client, and how another file imports it. */
function clientOf(model: ServiceModel, app: string, name: string) {
  for (const path of model.paths) {
    if (!path.startsWith(app) || !/\.[cm]?[jt]s$/.test(path) || !/new Stripe\(/.test(model.text(path) ?? "")) continue;
    const facts = model.facts(path);
    const exported = facts?.exports.find(
      (one) => one.binding !== undefined && /stripe/i.test(facts.bindings[one.binding]?.name ?? ""),
    );
    if (!exported) continue;
    return {
      importLine: (file: string, style: FileStyle) =>
        importOf(
          style,
          relativeSpecifier(file, path, style),
          exported.name === "export=" ? "default" : exported.name,
          name,
        ),
    };
  }
  return undefined;
}

/** An import as a line of a new file, in standard style. */
function importOf(style: FileStyle, module: string, name: string, as = name): string {
  return `${importStatement({ ...style, quote: '"', end: ";" }, { module, name, as })}\n`;
}

/** The calls that parse JSON for this route: its own, or those of the application. */
function jsonParsers(
  model: ServiceModel,
  entryPoint: EntryPoint,
  own: SourceText,
  route: CallExpression,
): readonly { readonly source: SourceText; readonly call: CallExpression }[] {
  for (const argument of route.arguments) {
    if (argument.kind === "call" && isJsonParser(own, argument)) return [{ source: own, call: argument }];
  }
  const found: { readonly source: SourceText; readonly call: CallExpression }[] = [];
  for (const path of model.paths) {
    if (!path.startsWith(entryPoint.app) || !/\.[cm]?[jt]s$/.test(path)) continue;
    if (!/\.json\(|bodyParser/.test(model.text(path) ?? "") || !/express/.test(model.text(path) ?? "")) continue;
    const source = sourceText(model, path);
    for (const call of source ? expressionsIn(source.facts) : []) {
      if (source && call.kind === "call" && methodOf(call) === "use") {
        for (const argument of call.arguments) {
          if (argument.kind === "call" && isJsonParser(source, argument)) found.push({ source, call: argument });
        }
      }
    }
  }
  return found;
}

/** `express.json()`, `bodyParser.json({ limit })`, `json()`. */
function isJsonParser({ text }: SourceText, call: CallExpression): boolean {
  return /^(?:(?:express|bodyParser|body_parser)\.)?json$/.test(text.slice(...call.callee.at));
}

/** The secret's name stands in `.env.example` where the project has one. */
function documented(model: ServiceModel, app: string, provider: WebhookProvider): readonly Edit[] {
  const file = `${app === "" ? "" : `${app}/`}.env.example`;
  const text = model.text(file);
  return text === undefined ? [] : addVariable(file, text, variableOf(model, provider), "");
}
