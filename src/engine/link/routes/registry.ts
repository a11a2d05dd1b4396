/** Gathers what frameworks register, as the code would run, and lets adapters tell what each call means. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Framework, Handler, RegisterCall, Registry } from "../../frameworks/define-framework.ts";
import type { Place, Term } from "../../model/term.ts";
import { earlierArgument, readableText } from "../adapters/call-view.ts";
import { handlerName, handlerPlace } from "../adapters/handler-code.ts";
import { readableTexts } from "../adapters/readable-texts.ts";
import { madeWith, receiverOf, wrappedReceiver } from "../adapters/receivers.ts";
import { createTermView, parametersOf } from "../adapters/term-view.ts";
import { callFunction } from "../evaluate/call-function.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import type { Block, Frame, RegisterStep } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { indexOf } from "../evaluate/values.ts";
import { isTest } from "../files/test-files.ts";
import { madeFields, promisedFields } from "../values/contexts.ts";
import { fillsReceiver } from "../values/given-by-type.ts";
import { BUDGET } from "./allowance.ts";
import { middlewareOf, passesOn } from "./passes-on.ts";
import { type EntryItem, type Receiver, type Registrations, receiverRecord } from "./registrations.ts";

const MAXIMUM_OPEN = 24;

/** Notes every registration inside a block, in the order in which the code would run. */
export function gather(linker: Linker, registrations: Registrations, block: Block): void {
  for (const step of block.steps) {
    if (registrations.seen.has(step)) continue;
    registrations.seen.add(step);
    switch (step.kind) {
      case "register":
        register(linker, registrations, step);
        break;
      case "call":
        gatherFrame(linker, registrations, step.frame);
        break;
      case "offered":
        registrations.offered.push(step);
        break;
      case "branch":
        gather(linker, registrations, step.then);
        gather(linker, registrations, step.otherwise);
        break;
      case "switch":
        for (const found of step.cases) gather(linker, registrations, found.block);
        break;
      case "try":
        gather(linker, registrations, step.block);
        if (step.handler) gather(linker, registrations, step.handler);
        break;
      case "loop": {
        const around = registrations.frames.at(-1);
        if (around) around.loops++;
        if (step.over?.kind === "external") iterate(linker, registrations, step.over, step.place);
        gather(linker, registrations, step.block);
        if (around) around.loops--;
        break;
      }
      case "promise":
      case "callback":
      case "transaction":
      case "memoised":
        gather(linker, registrations, step.block);
        break;
    }
  }
}

/** What running one function registers. */
export function gatherFrame(linker: Linker, registrations: Registrations, frame: Frame): void {
  const runs = runsOnly(frame);
  if (runs) {
    for (const name of runs) registrations.ran.add(name);
    return;
  }
  registrations.ran.add(nameOf(frame));
  registrations.frames.push({ frame, loops: 0 });
  gather(linker, registrations, frame.block);
  registrations.frames.pop();
}

/** Frames that register nothing, with the functions they ran. Frames of unchanged code are the same after an edit. */
const knownRuns = new WeakMap<Frame, ReadonlySet<string> | "registers">();
/** Lists are no longer than this: beyond it the frame is walked each time. */
const MAXIMUM_RUNS = 48;

function runsOnly(frame: Frame): ReadonlySet<string> | undefined {
  let runs = knownRuns.get(frame);
  if (runs === undefined) {
    const names = new Set([nameOf(frame)]);
    runs = collectRuns(frame.block, names) && names.size <= MAXIMUM_RUNS ? names : "registers";
    knownRuns.set(frame, runs);
  }
  return runs === "registers" ? undefined : runs;
}

/** False where something inside registers. */
function collectRuns(block: Block, names: Set<string>): boolean {
  return block.steps.every((step) => {
    if (step.kind === "register" || step.kind === "offered" || (step.kind === "loop" && step.over?.kind === "external"))
      return false;
    if (step.kind === "call") {
      const runs = runsOnly(step.frame);
      if (runs) for (const name of runs) names.add(name);
      return runs !== undefined;
    }
    return blocksIn(step).every((inner) => collectRuns(inner, names));
  });
}

function nameOf({ function: { file, index } }: Frame): string {
  return `${file}#${index}`;
}

/** `for await (const message of connection.subscribe("orders"))` registers by the name `@@asyncIterator`. */
function iterate(
  linker: Linker,
  registrations: Registrations,
  over: Term & { readonly kind: "external" },
  place: Place,
): void {
  const match = linker.adapters.registration(over.package, [...over.path, "@@asyncIterator"]);
  if (!match) return;
  let receiver: Term = over;
  while (receiver.kind === "external" && receiver.path.length > match.receiver && receiver.base)
    receiver = receiver.base;
  register(linker, registrations, {
    kind: "register",
    framework: match.framework.id,
    call: match.key,
    method: "@@asyncIterator",
    receiver,
    callee: over,
    arguments: [],
    argumentPlaces: [],
    argumentNames: [],
    place,
  });
}

/** The function that asks for messages: the innermost with a loop around the asking, else the one that asks. */
function enclosing(linker: Linker, registrations: Registrations): Handler | undefined {
  const { frames } = registrations;
  const found = (frames.findLast(({ loops }) => loops > 0) ?? frames.at(-1))?.frame.target;
  if (!found) return undefined;
  return {
    term: found,
    name: handlerName(linker, found, ""),
    place: handlerPlace(linker, found) ?? { file: "", at: [0, 0] },
  };
}

function register(linker: Linker, registrations: Registrations, step: RegisterStep): void {
  if (isTest(step.place.file)) return; // a double of a provider is no part of the service
  const framework = linker.adapters.framework(step.framework);
  const visit = framework?.calls?.[step.call];
  if (!framework || !visit) return;
  const at = `${step.place.file}:${step.place.at[0]}`;
  registrations.calls.set(at, (registrations.calls.get(at) ?? new Set()).add(step.callee));
  const group = registrations.inside.findLast((one) => one.framework === framework.id)?.group;
  const receiver = receiverRecord(registrations, framework, group ?? step.receiver);
  visit(
    createRegisterCall(linker, registrations, framework, step),
    createRegistry(linker, registrations, framework, receiver, step.place),
  );
}

function createRegisterCall(
  linker: Linker,
  registrations: Registrations,
  framework: Framework,
  step: RegisterStep,
): RegisterCall {
  const at = (index: number): Term | undefined => step.arguments[index];
  return {
    method: step.method,
    receiver: step.receiver,
    get madeWith() {
      return madeWith(linker, step.receiver);
    },
    arguments: step.arguments,
    place: step.place,
    text: (index) => readableText(at(index)),
    texts: (index) => readableTexts(at(index)),
    argument: at,
    functions: (from) =>
      step.arguments.slice(from).flatMap((term, offset) =>
        flattened(term)
          .filter((one) => !TEXTS.has(one.kind))
          .map(
            (one): Handler => ({
              term: one,
              place: handlerPlace(linker, one) ?? step.argumentPlaces[from + offset] ?? step.place,
              name: handlerName(linker, one, step.argumentNames[from + offset] ?? ""),
            }),
          ),
      ),
    earlier: (name, index) => earlierArgument(step.callee, name, index),
    option: (index, name) => {
      const value = at(index);
      const found = value && memberOf(linker, value, name);
      return found?.kind === "undefined" ? undefined : found;
    },
    result: step.callee,
    get enclosing() {
      return enclosing(linker, registrations);
    },
    get assignedTo() {
      return constantAt(linker, step.place);
    },
    terms: createTermView(linker, framework.id, step.place),
  };
}

function constantAt(linker: Linker, place: Place): string | undefined {
  const begins = (value: Expression | undefined): boolean =>
    value !== undefined &&
    (value.at[0] === place.at[0]
      ? value.at[1] >= place.at[1]
      : // The last call of a chain stands where its own name does.
        value.kind === "call" && value.at[0] < place.at[0] && value.at[1] === place.at[1]);
  // `module.exports = { list: define(…) }`
  const fieldOf = (value: Expression | undefined): string | undefined =>
    value?.kind === "object" ? value.fields.find((field) => begins(field.value))?.key : undefined;
  const facts = linker.sources.facts(place.file);
  for (const [binding, { value }] of indexOf(linker, place.file)?.declarations ?? []) {
    if (begins(value)) return facts?.bindings[binding]?.name;
    const field = fieldOf(value);
    if (field !== undefined) return field;
  }
  for (const { name, value } of facts?.exports ?? []) {
    // `exports.list = define(…)`
    if (begins(value) && name !== "export=" && name !== "default") return name;
    const field = fieldOf(value);
    if (field !== undefined) return field;
  }
  return undefined;
}

/** What could not be read may give what is missing on the way that could: who is calling. */
function leftOpen(linker: Linker, framework: string, name: string): { readonly name: string; readonly value: Term } {
  const [value] = parametersOf(linker, [`context.${name}`], framework);
  return { name, value: value ?? linker.terms.unknown([]) };
}

function isNothing(value: Term): boolean {
  return value.kind === "undefined" || (value.kind === "literal" && value.value === null);
}

/** `app.use(process.env.PREFIX, check)`: an address that the environment says is no handler. */
const TEXTS: ReadonlySet<Term["kind"]> = new Set(["environment", "text", "literal"]);

/** Lists of handlers may nest: `app.get(path, [a, [b]], c)`. */
function flattened(term: Term): readonly Term[] {
  return term.kind === "array" ? term.items.flatMap(flattened) : [term];
}

/** The adapters' way to tell what they found. Without a receiver, entry points stand alone. */
export function createRegistry(
  linker: Linker,
  registrations: Registrations,
  framework: Framework,
  receiver: Receiver | undefined,
  place: Place,
): Registry {
  return {
    on: (term) =>
      createRegistry(linker, registrations, framework, receiverRecord(registrations, framework, term), place),
    run(target, parameters, self) {
      const functions = alternatives(target).filter((option) => option.kind === "function");
      for (const option of functions) {
        if (option.kind !== "function" || registrations.open.length >= MAXIMUM_OPEN) continue;
        // What one plug-in does is no reason to read less of the next.
        linker.budget = Math.max(linker.budget, BUDGET);
        registrations.open.push(option);
        const bound = self && !option.self ? linker.terms.function(option.function, option.captured, self) : option;
        gatherFrame(
          linker,
          registrations,
          callFunction(
            linker,
            bound.kind === "function" ? bound : option,
            parametersOf(linker, parameters, framework.id),
          ),
        );
        registrations.open.pop();
      }
      return functions.length > 0;
    },
    terms: createTermView(linker, framework.id, place),
    inside(group, work) {
      registrations.inside.push({ framework: framework.id, group });
      work();
      registrations.inside.pop();
    },
    keep: (name, value) => void receiver?.kept.set(name, value),
    kept: (name) => receiver?.kept.get(name),
    decorated: (name) => linker.decorated.get(`${framework.id} ${name}`)?.value,
    decorate: (name, value) => void linker.decorated.set(`${framework.id} ${name}`, { value, file: place.file }),
    context(value, maker, of = framework.id, more = {}) {
      const isRead = alternatives(value).every(({ kind }) => kind !== "unknown");
      const told = createTermView(linker, framework.id, place)
        .fields(value)
        .map((field) => (isRead || !isNothing(field.value) ? field : leftOpen(linker, of, field.name)));
      const added = Object.entries(more).map(([name, given]) => ({ name, value: given }));
      const fields = [...told, ...added];
      if (fields.length > 0 || maker)
        linker.contexts.set(of, linker.modules.appOf(place.file), {
          fields: madeFields(linker.terms, fields),
          maker,
        });
    },
    promisedContext: (value) =>
      linker.contexts.promise(framework.id, linker.modules.appOf(place.file), promisedFields(value)),
    entryPoint(entry) {
      if (receiver === undefined && fillsReceiver(linker, entry.handlers.at(-1)?.term)) return;
      const paths = typeof entry.path === "string" ? [entry.path] : (entry.path ?? ["*"]);
      for (const path of paths) {
        const item: EntryItem = {
          entryKind: entry.kind,
          method: entry.method ?? "",
          path,
          handlers: entry.handlers,
          delivery: entry.delivery ?? {},
          options: entry.options,
          shape: entry.handler ?? framework.handler,
          detached: entry.detached === true || receiver === undefined,
          place: entry.place ?? place,
          framework,
          metadata: metadataTerm(linker, entry.metadata),
          unread: entry.unread ?? [],
          unrooted: entry.unrooted === true,
          forwards: entry.forwards === true,
          open: entry.open === true,
          dotted: entry.dotted === true,
          listens: entry.listens === true,
          search: entry.search ?? "",
          routeId: entry.routeId,
          settings: entry.settings,
          schema: entry.schema,
        };
        if (!receiver) {
          registrations.loose.push(item);
          continue;
        }
        receiver.items.push({ kind: "entry", ...item });
        if (passesOn(linker, item)) receiver.items.push(middlewareOf(item));
      }
    },
    signIn: (by) => void registrations.signIns.push({ ...by, framework, place }),
    without(matches) {
      if (!receiver) return;
      const kept = receiver.items.filter((item) => item.kind !== "entry" || !matches(item));
      receiver.items.splice(0, receiver.items.length, ...kept);
    },
    middleware(entry) {
      if (!receiver) return;
      const before: Handler[] = [];
      // What an application gives (`app.get(Tracing)`) is not the application mounted on itself.
      const routerOf = ({ term }: Handler): Term | undefined => {
        const router = receiverOf(linker, term) ?? wrappedReceiver(linker, term);
        return router === receiver.term ? undefined : router;
      };
      for (const handler of entry.handlers) {
        const router = routerOf(handler);
        if (router) receiver.items.push({ kind: "mount", path: entry.path, router, handlers: [...before], place });
        else before.push(handler);
      }
      if (before.length > 0 && !entry.handlers.some(routerOf)) {
        receiver.items.push({
          kind: "middleware",
          path: entry.path,
          handlers: before,
          everywhere: entry.everywhere === true,
          applies: entry.applies,
          own: entry.own === true,
        });
      }
    },
    ahead: (schema, links) => void registrations.ahead.push({ app: linker.modules.appOf(place.file), schema, links }),
    mount(entry) {
      const { path, router, handlers = [] } = entry;
      const behind = receiverOf(linker, router);
      receiver?.items.push({ kind: "mount", path, router, ...(behind ? { behind } : {}), handlers, place });
    },
    prefix(path, options) {
      if (!receiver) return;
      receiver.prefix = path;
      receiver.except = options?.except;
    },
  };
}

function metadataTerm(
  linker: Linker,
  metadata: ReadonlyMap<Term, Term> | undefined,
): (Term & { readonly kind: "object" }) | undefined {
  if (!metadata) return undefined;
  for (const key of metadata.keys()) if (key.kind === "literal") linker.keyTexts.set(String(key.id), String(key.value));
  const made = linker.terms.object([...metadata].map(([key, value]) => ({ key: String(key.id), value })));
  return made.kind === "object" ? made : undefined;
}
