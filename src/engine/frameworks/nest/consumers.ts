/**
 * Methods that something other than an HTTP request calls.
 *
 * https://docs.nestjs.com/microservices/basics · /techniques/task-scheduling · /techniques/queues · /techniques/events ·
 * /websockets/gateways · https://docs.nestjs.com/recipes/cqrs
 */
import type { EntryPointKind } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import type { ClassView, DecoratorView, Handler, MethodView, ParameterShape, Program } from "../define-framework.ts";
import { consumeByName, numberOf, optionAt } from "../reading/jobs.ts";
import type { Application } from "./application.ts";
import { handlerDecorator } from "./buses.ts";
import { methodsOf } from "./controllers.ts";
import { cronExpression } from "./cron-expressions.ts";
import { guardsAhead, metadataOf } from "./guards.ts";
import { moduleOptions } from "./modules.ts";
import { handlerShape } from "./parameters.ts";
import { validationHandlers } from "./validation.ts";

export function registerConsumers(program: Program, application: Application, view: ClassView): void {
  const processor = view.decorators.find((decorator) => decorator.name === "Processor");
  for (const method of methodsOf(program, view)) {
    for (const decorator of method.decorators) {
      const found = consumerOf(program, view, method, decorator, processor);
      for (const path of found?.paths ?? (found ? [found.path] : []))
        if (found) register(program, application, view, method, { ...found, path });
    }
    // `@EventsHandler(OrderPlaced) class TellWarehouse { handle(event) … }`
    const told = method.name === "handle" && handlerDecorator(program, view, ["EventsHandler"]);
    if (told)
      for (const event of told.arguments)
        register(program, application, view, method, {
          kind: "event",
          path: program.classOf(event)?.facts.name ?? "*",
          rest: "event",
          guarded: false,
        });
    // `class Mails extends WorkerHost { process(job) … }`
    if (processor && method.name === "process" && extendsWorkerHost(program, view)) {
      const path = queueName(program, processor);
      const attempts = attemptsOf(program, path);
      const { handler } = method;
      const found = { kind: "queue", path, handler, attempts, place: handler.place } as const;
      consumeByName(application.model, program.terms, found, []);
    }
  }
}

interface Consumer {
  readonly kind: EntryPointKind;
  readonly path: string;
  /** All of them, where it takes several. */
  readonly paths?: readonly string[];
  readonly rest: ParameterShape;
  /** Guards run ahead of it. */
  readonly guarded: boolean;
  readonly method?: string;
  readonly attempts?: number | undefined;
}

function consumerOf(
  program: Program,
  view: ClassView,
  method: MethodView,
  decorator: DecoratorView,
  processor: DecoratorView | undefined,
): Consumer | undefined {
  const from = decorator.package;
  const first = decorator.arguments[0];
  const name = nameOf(program, first);
  switch (decorator.name) {
    case "GrpcMethod":
    case "GrpcStreamMethod":
    case "GrpcStreamCall": {
      const service = view.facts.name ?? "";
      const path = `${name || service}.${decorator.text(1) ?? upper(method.name)}`;
      return { kind: "rpc", path, rest: "message", guarded: true };
    }
    case "MessagePattern":
    case "EventPattern": {
      // `@EventPattern(["order.placed", "order.paid"])` takes both.
      const paths = first?.kind === "array" ? first.items.map((one) => nameOf(program, one)) : [name];
      return { kind: "queue", path: name, paths, rest: "message", guarded: true };
    }
    case "Cron":
    case "Interval":
    case "Timeout":
      return from === "@nestjs/schedule"
        ? { kind: "schedule", path: scheduleOf(program, decorator), rest: "job", guarded: false }
        : undefined;
    case "OnEvent":
      return { kind: "event", path: name, rest: "event", guarded: false };
    case "Process": {
      if (!processor) return undefined;
      const job = program.terms.text(first) ?? program.terms.text(program.terms.member(first, "name"));
      const queue = queueName(program, processor);
      const path = job === undefined ? queue : `${queue}/${job}`;
      return { kind: "queue", path, attempts: attemptsOf(program, queue), rest: "job", guarded: false };
    }
    // Activities of Temporal, which are tried until they succeed. https://harsh-simform.github.io/nestjs-temporal-core/
    case "ActivityMethod":
    case "Activity":
      return /^nestjs-temporal(?:-core)?$/.test(from ?? "")
        ? { kind: "queue", path: name === "" ? method.name : name, rest: "message", guarded: false }
        : undefined;
    case "SubscribeMessage":
      return { kind: "socket", path: name, rest: "message", guarded: true };
    case "RabbitSubscribe":
    case "RabbitRPC":
    case "RabbitHandler": {
      const { terms } = program;
      const path =
        terms.texts(terms.member(first, "queue"))?.[0] ??
        terms.texts(terms.member(first, "routingKey"))?.[0] ??
        terms.texts(terms.member(first, "exchange"))?.[0] ??
        // `@RabbitHandler("placed")`, by its name in the settings of the module.
        terms.text(first);
      return { kind: "queue", path: path ?? "*", rest: "message", guarded: false };
    }
    case "SqsMessageHandler":
      return { kind: "queue", path: name, rest: "message", guarded: false };
    default:
      return undefined;
  }
}

function register(
  program: Program,
  application: Application,
  view: ClassView,
  method: MethodView,
  consumer: Consumer,
): void {
  const ahead = consumer.guarded
    ? [
        ...connecting(program, view, consumer),
        ...guardsAhead(program, [], view, method, transportOf(consumer)),
        ...validationHandlers(program, application, view, method),
      ]
    : [];
  const by = { queue: "queue", schedule: "schedule", event: "internal", socket: "user", rpc: "internal" } as const;
  application.model.entryPoint({
    kind: consumer.kind,
    method: consumer.method ?? "",
    path: consumer.path === "" ? "*" : consumer.path,
    handlers: [...ahead, method.handler],
    handler: handlerShape(program, method, consumer.rest),
    metadata: metadataOf(program, view, method),
    place: method.handler.place,
    delivery: {
      by: by[consumer.kind as keyof typeof by] ?? "internal",
      ...(consumer.attempts === undefined ? {} : { attempts: consumer.attempts }),
    },
    detached: true,
  });
}

/** https://docs.nestjs.com/fundamentals/execution-context#current-application-context */
function transportOf({ kind }: Consumer): string {
  return kind === "socket" ? "ws" : "rpc";
}

/** `handleConnection(client)` of a gateway. https://docs.nestjs.com/websockets/gateways#lifecycle-hooks */
function connecting(program: Program, view: ClassView, { kind }: Consumer): readonly Handler[] {
  const method = kind === "socket" && methodsOf(program, view).find(({ name }) => name === "handleConnection");
  return method ? [{ ...method.handler, shape: CONNECTION }] : [];
}

const CONNECTION = { parameters: ["request", "request"], returns: "connects" } as const;

/** A method of a gRPC service begins with a capital where nothing else is said. */
function upper(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** A pattern is a text or an object, `{ cmd: "sum" }`. */
function nameOf(program: Program, term: Term | undefined): string {
  const text = program.terms.texts(term)?.join("|");
  if (text !== undefined) return text;
  const fields = program.terms.fields(term);
  const named = fields.find((field) => field.name === "name");
  if (named) return program.terms.text(named.value) ?? "*";
  return fields.map((field) => program.terms.text(field.value) ?? "*").join(".");
}

function scheduleOf(program: Program, decorator: DecoratorView): string {
  const [first, second] = decorator.arguments;
  if (decorator.name !== "Cron") {
    const every = first?.kind === "literal" && typeof first.value === "string" ? second : first;
    const how = decorator.name === "Timeout" ? "after" : "every";
    return `${how} ${every?.kind === "literal" ? `${every.value} ms` : "*"}`;
  }
  if (first?.kind === "external") return cronExpression(first.path.at(-1) ?? "") ?? first.path.at(-1) ?? "*";
  return program.terms.text(first) ?? "*";
}

function queueName(program: Program, processor: DecoratorView): string {
  const [first] = processor.arguments;
  return program.terms.texts(first)?.[0] ?? program.terms.texts(program.terms.member(first, "name"))?.[0] ?? "*";
}

/** `BullModule.registerQueue({ name, defaultJobOptions: { attempts } })`, or what `forRoot()` says for all queues. */
function attemptsOf(program: Program, queue: string): number | undefined {
  const { terms } = program;
  const imports = program.classes.flatMap((view) => terms.items(terms.member(moduleOptions(view), "imports")));
  const options = imports.flatMap((one) =>
    one.kind === "external" && /^BullModule\.(?:registerQueue|forRoot)\(\)$/.test(one.path.join("."))
      ? (one.arguments ?? []).flatMap((argument) => terms.items(argument))
      : [],
  );
  const named = (option: Term): string | undefined => terms.text(terms.member(option, "name"));
  const attempts = (of: readonly Term[]): number | undefined =>
    of
      .map((option) => numberOf(optionAt(terms, option, ["defaultJobOptions", "attempts"])))
      .find((number) => number !== undefined);
  return (
    attempts(options.filter((option) => named(option) === queue)) ??
    attempts(options.filter((option) => named(option) === undefined))
  );
}

function extendsWorkerHost(program: Program, view: ClassView): boolean {
  const { parent } = view;
  if (!parent) return false;
  if (parent.kind === "external") return parent.path.at(-1) === "WorkerHost";
  const above = program.classOf(parent);
  return above ? extendsWorkerHost(program, above) : false;
}
