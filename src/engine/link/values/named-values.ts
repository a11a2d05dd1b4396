/**
 * What a container gives by name: `container.register({ orders: asClass(Orders) })`, then `container.resolve("orders")`,
 * `({ orders }) => …`, `constructor({ orders })`, or `constructor(orders)` where it goes by the names of parameters.
 */
import type { CallExpression } from "../../facts/file-facts.ts";
import type { ContainerDefinition } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import { constructorOf, memberOf } from "../evaluate/members.ts";
import { classesAbove } from "../evaluate/parents.ts";
import type { Frame } from "../evaluate/steps.ts";
import { exportedValue } from "../evaluate/values.ts";
import { callsNamed } from "../files/file-index.ts";
import { directoryOf } from "../files/paths.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { folderOf } from "./folders.ts";
import { constructorArguments } from "./instance-state.ts";
import { bindAhead } from "./late-locals.ts";
import { filesMatching } from "./listed-files.ts";

export interface NamedValues {
  /** The member of a container that has everything by name. */
  readonly everything: string;
  get(name: string): Term | undefined;
  /** The call only says how a value is made: `asFunction(makeOrders)`. */
  isMaker(packageName: string, path: readonly string[]): boolean;
  /** What a constructor is given, where its class is registered. */
  given(file: string, builder: number): readonly Term[] | undefined;
  /** The instance of a class that is registered. */
  instance(file: string, index: number): Term | undefined;
  /** Runs of what makes the values: they may register handlers. */
  frames(): readonly Frame[];
}

interface Maker {
  readonly how: ContainerDefinition["makers"][string];
  readonly of: Term;
}

/** Undefined where the program has no such container. `files` are those that may register something. */
export function namedValues(linker: Linker, files: readonly string[]): NamedValues | undefined {
  const framework = linker.adapters.frameworks.find(({ container }) => container !== undefined);
  const container = framework?.container;
  if (!framework || !container) return undefined;
  const using = files.filter((file) => framework.packages.some((name) => linker.sources.text(file)?.includes(name)));
  if (using.length === 0) return undefined;
  const key = using.join(" ");
  const everything = linker.terms.external(
    framework.packages[0] ?? "",
    ["createContainer()", container.everything],
    undefined,
    undefined,
    undefined,
  );
  const makers = (): ReadonlyMap<string, Maker> =>
    linker.memo.get(
      `makers ${key}`,
      () => new Map(using.flatMap((file) => [...registeredIn(linker, container, file)])),
      () => new Map(),
    );
  const made = (name: string): Term | undefined =>
    linker.memo.get(
      `named ${name} ${key}`,
      () => {
        const maker = makers().get(name);
        if (maker?.how === "alias") return maker.of.kind === "literal" ? made(String(maker.of.value)) : undefined;
        if (maker?.how === "value") return maker.of;
        const args = maker ? argumentsOf(maker.of) : [];
        if (maker?.of.kind === "class") return linker.terms.instance(maker.of, args);
        return maker?.of.kind === "function" ? callFunction(linker, maker.of, args).result : maker?.of;
      },
      () => undefined,
    );
  /** By the names of its parameters, or all of them in one. */
  const argumentsOf = (of: Term): readonly Term[] => {
    const names = parameterNames(linker, of);
    const byName = names.length > 0 && names.every((name) => name !== undefined && makers().has(name));
    return byName ? names.map((name) => made(name ?? "") ?? linker.terms.unknown([])) : [everything];
  };
  return {
    everything: container.everything,
    get: made,
    isMaker: (packageName, path) =>
      path.length === 1 &&
      framework.packages.includes(packageName) &&
      Object.hasOwn(container.makers, (path[0] ?? "").replace(/\(\)$/, "")),
    given: (file, index) => {
      const registered = [...makers().values()].find(
        ({ of }) => of.kind === "class" && of.file === file && constructorOf(linker, of) === index,
      );
      return registered && argumentsOf(registered.of);
    },
    instance: (file, index) => {
      const found = [...makers()].find(([, { of }]) => of.kind === "class" && of.file === file && of.index === index);
      return found && made(found[0]);
    },
    frames: () =>
      [...makers()].flatMap(([name, { of }]) => {
        if (of.kind === "function") return [callFunction(linker, of, argumentsOf(of))];
        const instance = of.kind === "class" ? made(name) : undefined;
        return instance?.kind === "instance" ? constructorFrames(linker, instance) : [];
      }),
  };
}

/** What a name stands for in `container.cradle` and `request.diScope.cradle`. */
export function namedMember(linker: Linker, of: Term, name: string): Term | undefined {
  if (!linker.named || (of.kind !== "external" && of.kind !== "input")) return undefined;
  return of.path.at(-1) === linker.named.everything ? linker.named.get(name) : undefined;
}

function parameterNames(linker: Linker, of: Term): readonly (string | undefined)[] {
  const index =
    of.kind === "class" ? constructorOf(linker, of) : of.kind === "function" ? of.function.index : undefined;
  const file = of.kind === "class" ? of.file : of.kind === "function" ? of.function.file : undefined;
  const facts = file === undefined ? undefined : factsOf(linker, file);
  return (facts?.functions[index ?? -1]?.parameters ?? []).map(({ pattern }) =>
    pattern.kind === "binding" ? facts?.bindings[pattern.binding]?.name : undefined,
  );
}

function constructorFrames(linker: Linker, instance: Term & { readonly kind: "instance" }): readonly Frame[] {
  const frames: Frame[] = [];
  for (const of of classesAbove(linker, instance.class)) {
    const index = constructorOf(linker, of);
    const builder =
      index === undefined ? undefined : linker.terms.function({ file: of.file, index }, of.captured, instance);
    if (builder?.kind === "function")
      frames.push(callFunction(linker, builder, constructorArguments(linker, instance, of)));
  }
  return frames;
}

/** What the file registers, by name. */
function* registeredIn(
  linker: Linker,
  container: ContainerDefinition,
  file: string,
): Generator<readonly [string, Maker]> {
  const facts = factsOf(linker, file);
  if (!facts) return;
  const calls = [...container.registers, ...container.loads].flatMap((name) =>
    callsNamed(facts, name).map((found) => ({ name, ...found })),
  );
  for (const { name, call, owner } of calls.toSorted((a, b) => a.call.at[0] - b.call.at[0])) {
    const activation = createActivation(file, facts, owner, NOTHING_CAPTURED, undefined);
    bindAhead(linker, activation, facts.functions[owner]?.body ?? [], call.at[0]);
    const args = call.arguments.map((argument) => evaluate(linker, activation, argument));
    if (container.loads.includes(name)) yield* loaded(linker, call, args, file);
    else yield* registered(container, args);
  }
}

/** `({ orders: asClass(Orders) })`, `("orders", asClass(Orders))`. */
function* registered(
  container: ContainerDefinition,
  [first, second]: readonly Term[],
): Generator<readonly [string, Maker]> {
  const fields =
    first?.kind === "object"
      ? first.fields
      : first?.kind === "literal" && second
        ? [{ key: String(first.value), value: second }]
        : [];
  for (const { key, value } of fields) {
    const maker = key === undefined ? undefined : makerOf(container, value);
    if (key !== undefined && maker) yield [key, maker];
  }
}

/** `asClass(Orders).singleton()` */
function makerOf(container: ContainerDefinition, value: Term): Maker | undefined {
  for (let current: Term | undefined = value; current?.kind === "external"; current = current.base) {
    const how = container.makers[(current.path.at(-1) ?? "").replace(/\(\)$/, "")];
    const [of] = current.arguments ?? [];
    if (how && of) return { how, of };
  }
  return undefined;
}

/** `loadModules(["services/*.js"], { formatName: "camelCase", cwd: __dirname })` */
function* loaded(
  linker: Linker,
  { at }: CallExpression,
  [patterns, options]: readonly Term[],
  file: string,
): Generator<readonly [string, Maker]> {
  const written = options && memberOf(linker, options, "cwd");
  const folder = written && written.kind !== "undefined" ? folderOf(linker, written, file) : linker.modules.appOf(file);
  const isCamel = options?.kind === "object" && memberOf(linker, options, "formatName").kind !== "undefined";
  const globs = (patterns?.kind === "array" ? patterns.items : [patterns]).flatMap((one) => {
    const text = one?.kind === "array" ? one.items[0] : one;
    return text?.kind === "literal" ? [String(text.value)] : [];
  });
  if (folder === undefined || at[1] === 0) return;
  for (const path of filesMatching(linker, folder, globs)) {
    const of = exportedValue(linker, path, "default");
    const base = (path.split("/").at(-1) ?? "").replace(/\.\w+$/, "");
    const name = isCamel ? base.replace(/[-_. ]+(\w)/g, (_, letter: string) => letter.toUpperCase()) : base;
    const how = of.kind === "class" ? "class" : of.kind === "function" ? "function" : undefined;
    if (how && directoryOf(path) !== undefined) yield [name, { how, of }];
  }
}
