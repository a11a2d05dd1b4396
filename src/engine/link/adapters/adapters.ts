/** Finds, for a value of a package, the framework or system adapter that knows it. Answers are remembered per path. */
import type { Framework, ResponseDefinition } from "../../frameworks/define-framework.ts";
import type {
  CallView,
  GuardDefinition,
  LendsDefinition,
  MethodsDefinition,
  System,
  TransactionDefinition,
  UnitOfWorkDefinition,
} from "../../systems/define-system.ts";
import { compilePattern, matchPath, matchPrefix, type PathPattern } from "./patterns.ts";

export interface Adapters {
  /** What registering call this is; `path` ends with the called name, without parentheses. */
  registration(packageName: string, path: readonly string[]): RegistrationMatch | undefined;
  /** How a call of a framework's package answers. */
  response(packageName: string, path: readonly string[]): ResponseDefinition | undefined;
  /** True where the value itself registers handlers: an app, a router. */
  isReceiver(packageName: string, path: readonly string[]): Framework | undefined;
  call(packageName: string, path: readonly string[]): CallMatch | undefined;
  guard(packageName: string, path: readonly string[]): GuardMatch | undefined;
  /** Some framework registers with a call of this name. */
  registers(name: string): boolean;
  /** What is called on a client, whichever of its forms it is: `$extends()` gives the same. */
  clientCall(packageName: string, path: readonly string[]): string | undefined;
  /** The value is there only where the code made it before. */
  madeBefore(packageName: string, path: readonly string[]): boolean | undefined;
  /** The word that an operator of conditions stands for: `$in` for `Op.in` of Sequelize. */
  operator(packageName: string, path: readonly string[]): string | undefined;
  /** How the package's models and rows get functions of the code's own. */
  methods(packageName: string): MethodsDefinition | undefined;
  /** How its clients get functions of the code's own. */
  lends(packageName: string): LendsDefinition | undefined;
  /** Steps back to the value that this one is itself; 0 where it is another. */
  itself(packageName: string, path: readonly string[]): number;
  /** The call looks up a row, and gives a promise of it. */
  looksUp(packageName: string, name: string): boolean;
  /** The call gives a promise where it is given so few arguments. */
  promises(packageName: string, path: readonly string[], given: number): boolean;
  /** The call reads a token without its key. */
  decodes(packageName: string, path: readonly string[]): boolean;
  /** How rows of the package that the code makes are stored later. */
  unitOfWork(packageName: string): UnitOfWorkDefinition | undefined;
  /** A value of an authentication system: of a package that does more (`firebase-admin`), what stands behind its client. */
  readonly isAuth: IsAuth;
  /** Some adapter knows the package. */
  knows(packageName: string): boolean;
  /** Package whose generated client, imported as this module, has an export of this name, such as `PrismaClient`. */
  generated(name: string, module: string): string | undefined;
  /** Package whose export this is, where a generated module only hands it on. */
  handedOn(name: string, module: string): string | undefined;
  /** A generated client has an export of this name. */
  mayBeGenerated(name: string): boolean;
  /** The package of a generated file that is there, told by the modules that it imports. */
  generatedFile(name: string, imports: readonly string[]): string | undefined;
  /** An export of the package is an enum whose members are the texts of their own names. */
  isEnum(packageName: string, name: string): boolean;
  framework(id: string): Framework | undefined;
  readonly frameworks: readonly Framework[];
  /** Those whose package's calls may be inputs, metadata or wrappers: few, and asked at every call. */
  readonly readers: readonly Framework[];
  /** Those whose wrapped handlers the code may call itself. */
  readonly opening: readonly Framework[];
  /** Those that tell of names and modules which files do not import. */
  readonly reaching: readonly Framework[];
  readonly systems: readonly System[];
  /** The call makes a token of a container. */
  isToken(packageName: string, path: readonly string[]): boolean;
  /** Position of the class to which the call adds members, to give the class itself. */
  extended(packageName: string, path: readonly string[]): number | undefined;
}

export type IsAuth = (packageName: string, path: readonly string[]) => boolean;

export interface RegistrationMatch {
  readonly framework: Framework;
  readonly key: string;
  /** Segments of the path that are the receiver. */
  readonly receiver: number;
}

export interface CallMatch {
  readonly system: System;
  /** Segments of the path that are the client. */
  readonly client: number;
  readonly key: string | undefined;
  readonly capture: string;
  readonly transaction: TransactionDefinition | undefined;
  readonly same: boolean;
  /** The call starts or continues a fluent chain. */
  readonly chained: boolean;
}

export interface GuardMatch {
  readonly system: System;
  readonly definition: GuardDefinition | ((call: CallView) => GuardDefinition | undefined);
}

interface CompiledSystem {
  readonly system: System;
  readonly clients: readonly PathPattern[];
  readonly calls: readonly (readonly [string, PathPattern])[];
  readonly guards: readonly (readonly [string, PathPattern])[];
  readonly same: readonly PathPattern[];
  readonly transactions: readonly (readonly [string, PathPattern])[];
  readonly builders: readonly PathPattern[];
  readonly madeBefore: readonly PathPattern[];
  readonly decodes: readonly PathPattern[];
}

interface CompiledFramework {
  readonly framework: Framework;
  readonly receivers: readonly PathPattern[];
  readonly calls: readonly (readonly [string, PathPattern])[];
}

export function createAdapters(frameworks: readonly Framework[], systems: readonly System[]): Adapters {
  const frameworksByPackage = byPackage(frameworks.map(compileFramework), (compiled) => compiled.framework.packages);
  const tokens = frameworks.flatMap(({ isToken }) => isToken ?? []);
  const extensions = frameworks.flatMap(({ extended }) => extended ?? []);
  const compiled = systems.map(compileSystem);
  const systemsByPackage = byPackage(compiled, packagesOf);
  const knowing = byPackage(compiled.filter(knowsPackage), packagesOf);
  const decoders = byPackage(
    compiled.filter((one) => one.decodes.length > 0),
    packagesOf,
  );
  const generated = new Map(
    systems.flatMap((system) => (system.generated ?? []).map((name) => [name, system.packages[0] ?? ""] as const)),
  );
  const byId = new Map(frameworks.map((framework) => [framework.id, framework]));
  const names = new Set(
    frameworks.flatMap((framework) =>
      Object.keys(framework.calls ?? {}).flatMap((key) => (key.split(".").at(-1) ?? "").split("|")),
    ),
  );
  const registration = remember(frameworksByPackage, findRegistration);
  const receiver = remember(frameworksByPackage, findReceiver);
  const response = remember(frameworksByPackage, (compiled, path) => {
    for (const { framework } of compiled) {
      const found = framework.responses?.[path.join(".")];
      if (found) return found;
    }
    return undefined;
  });
  const call = remember(systemsByPackage, findCall);
  const auth = remember(knowing, isOfAuth);
  const decodes = remember(decoders, (all, path) =>
    all.some((one) => one.decodes.some((pattern) => matchPath(pattern, path) !== undefined)),
  );
  const guard = remember(systemsByPackage, findGuard);
  const itself = remember(systemsByPackage, (compiled, path) =>
    compiled.map(({ system }) => system.itself?.[path.join(".")]).find((steps) => steps !== undefined),
  );
  return {
    registration,
    response,
    isReceiver: receiver,
    call,
    guard,
    clientCall: remember(systemsByPackage, (compiled, path) => {
      for (const one of compiled) {
        for (const pattern of one.clients) {
          const client = matchPrefix(pattern, path);
          if (client >= 0) return `${one.system.id} ${withoutSame(one, path.slice(client)).join(".")}`;
        }
      }
      return undefined;
    }),
    madeBefore: remember(systemsByPackage, (compiled, path) =>
      compiled.some(({ madeBefore }) => madeBefore.some((pattern) => matchPath(pattern, path) !== undefined)),
    ),
    operator: (name, [from, operator, ...more]) =>
      from !== undefined &&
      operator !== undefined &&
      more.length === 0 &&
      systemsByPackage(name).some(({ system }) => system.operators === from)
        ? `$${operator}`
        : undefined,
    methods: (name) => systemsByPackage(name).find(({ system }) => system.methods)?.system.methods,
    lends: (name) => systemsByPackage(name).find(({ system }) => system.lends)?.system.lends,
    itself: (name, path) => itself(name, path) ?? 0,
    looksUp: (name, call) => systemsByPackage(name).some(({ system }) => system.lookUps?.test(call)),
    promises(name, path, given) {
      const promising = systemsByPackage(name).filter(({ system }) => system.promises);
      if (promising.length === 0) return false;
      const called = path.filter((part) => part !== "default").join(".");
      return promising.some(({ system }) => given <= (system.promises?.[called] ?? -1));
    },
    decodes: (name, path) => decodes(name, path) === true,
    unitOfWork: (name) => systemsByPackage(name).find(({ system }) => system.unitOfWork)?.system.unitOfWork,
    isAuth: (name, path) => auth(name, path) === true,
    registers: (name) => names.has(name),
    knows: (name) => frameworksByPackage(name).length > 0 || knowing(name).length > 0,
    generated: (name, module) =>
      generated.get(name) ??
      systems.find((system) => system.generatedIn?.test(module) && system.enums?.test(name))?.packages[0],
    handedOn: (name, module) =>
      module.includes("generated")
        ? systems.find((system) => system.generatedExports?.test(name) && system.generatedIn?.test(module))?.packages[0]
        : undefined,
    mayBeGenerated: (name) => generated.has(name),
    generatedFile: (name, imports) =>
      systems.find(
        ({ generated, generatedBy }) =>
          generated?.includes(name) && generatedBy && imports.some((module) => generatedBy.test(module)),
      )?.packages[0],
    isEnum: (packageName, name) => systemsByPackage(packageName).some(({ system }) => system.enums?.test(name)),
    framework: (id) => byId.get(id),
    frameworks,
    readers: frameworks.filter(
      (framework) => framework.values || framework.metadata || framework.wrappers || framework.hands,
    ),
    opening: frameworks.filter((framework) => framework.opens),
    reaching: frameworks.filter((framework) => framework.reach),
    systems,
    isToken: (name, path) => tokens.some((isToken) => isToken(name, path)),
    extended(name, path) {
      for (const extended of extensions) {
        const position = extended(name, path);
        if (position !== undefined) return position;
      }
      return undefined;
    },
  };
}

function compileSystem(system: System): CompiledSystem {
  return {
    system,
    clients: system.clients.map(compilePattern),
    calls: entries(system.calls),
    guards: entries(system.guards ?? {}),
    same: (system.same ?? []).map(compilePattern),
    transactions: entries(system.transactions ?? {}),
    builders: (system.builders ?? []).map(compilePattern),
    madeBefore: (system.madeBefore ?? []).map(compilePattern),
    decodes: (system.decodes ?? []).map(compilePattern),
  };
}

function packagesOf({ system }: CompiledSystem): readonly string[] {
  return system.packages;
}

/** A system without clients and guards tells of single calls, and not what the package's other calls do. */
function knowsPackage({ system }: CompiledSystem): boolean {
  return system.clients.length > 0 || system.guards !== undefined;
}

function compileFramework(framework: Framework): CompiledFramework {
  return { framework, receivers: framework.receivers.map(compilePattern), calls: entries(framework.calls ?? {}) };
}

function entries(record: Readonly<Record<string, unknown>>): readonly (readonly [string, PathPattern])[] {
  return Object.keys(record).map((key) => [key, compilePattern(key)] as const);
}

function findReceiver(frameworks: readonly CompiledFramework[], path: readonly string[]): Framework | undefined {
  return frameworks.find((compiled) => compiled.receivers.some((pattern) => matchPath(pattern, path) !== undefined))
    ?.framework;
}

function findRegistration(
  frameworks: readonly CompiledFramework[],
  path: readonly string[],
): RegistrationMatch | undefined {
  for (const { framework, receivers, calls } of frameworks) {
    for (const pattern of receivers) {
      const receiver = matchPrefix(pattern, path);
      if (receiver < 0 || receiver === path.length) continue;
      const rest = withoutChain(framework, calls, path.slice(receiver));
      const found = calls.find(([, call]) => matchPath(call, rest) !== undefined);
      if (found) return { framework, key: found[0], receiver };
    }
  }
  return undefined;
}

/** A registering call gives its object back: `get("/a", f).post` is `post`, `route("/a").get(f).post` is `route("/a").post`. */
function withoutChain(
  framework: Framework,
  calls: CompiledFramework["calls"],
  path: readonly string[],
): readonly string[] {
  const kept: string[] = [];
  path.forEach((segment, index) => {
    const called = segment.endsWith("()") && index < path.length - 1;
    const through = [...kept, segment.replace(/\(\)$/, "")];
    if (called && framework.chains) return;
    if (!called || !calls.some(([, pattern]) => matchPath(pattern, through) !== undefined)) kept.push(segment);
  });
  return kept;
}

function findCall(systems: readonly CompiledSystem[], path: readonly string[]): CallMatch | undefined {
  let partial: CallMatch | undefined;
  for (const compiled of systems) {
    for (const pattern of compiled.clients) {
      const client = matchPrefix(pattern, path);
      if (client < 0) continue;
      const rest = withoutSame(compiled, path.slice(client));
      if (rest.length === 0) continue;
      const found = compiled.calls
        .map(([key, call]) => [key, matchPath(call, rest)] as const)
        .find(([, capture]) => capture !== undefined);
      const transaction = compiled.transactions.find(([, call]) => matchPath(call, rest) !== undefined);
      const same = compiled.same.some((call) => matchPath(call, rest) !== undefined);
      const restarts = rest.length > 1 && compiled.system.restarts?.includes(rest.at(-1) ?? "") === true;
      const chained = !restarts && compiled.builders.some((builder) => startsChain(builder, rest));
      if (chained && isOfRow(rest)) continue;
      const match: CallMatch = {
        system: compiled.system,
        client,
        key: found?.[0],
        capture: found?.[1] ?? "",
        transaction: transaction ? compiled.system.transactions?.[transaction[0]] : undefined,
        same,
        chained,
      };
      if (found || transaction || same) return match;
      if (chained) partial ??= match;
    }
  }
  return partial;
}

/** `(await query).map(…)`, `(await query.returning()).startsAt.toISOString()`: a call on what was found is none of the chain. */
function isOfRow(path: readonly string[]): boolean {
  const column = path.at(-2);
  if (column?.endsWith("()") && /^(?:map|flatMap|forEach|reduce|reduceRight|every|some)$/.test(path.at(-1) ?? ""))
    return true;
  return path.length > 2 && !column?.endsWith("()") && path.at(-3)?.endsWith("()") === true;
}

/** Drops leading segments that only give the same client again: `$extends().user.create` is `user.create`. */
function withoutSame(compiled: CompiledSystem, path: readonly string[]): readonly string[] {
  for (const pattern of compiled.same) {
    const length = pattern.segments.length;
    if (path.length <= length) continue;
    const head = path.slice(0, length).map((segment) => segment.replace(/\(\)$/, ""));
    if (path[length - 1]?.endsWith("()") && matchPath(pattern, head) !== undefined)
      return withoutSame(compiled, path.slice(length));
  }
  return path;
}

function startsChain(builder: PathPattern, path: readonly string[]): boolean {
  const length = builder.segments.length;
  if (path.length < length) return false;
  const head = path
    .slice(0, length)
    .map((segment, index) => (index === length - 1 ? segment.replace(/\(\)$/, "") : segment));
  return matchPath(builder, head) !== undefined;
}

function isOfAuth(systems: readonly CompiledSystem[], path: readonly string[]): boolean {
  const tells = systems.filter(({ system }) => system.category === "auth");
  if (tells.length === 0 || tells.length === systems.length) return tells.length > 0;
  return (
    tells.some(({ clients }) => clients.some((client) => matchPrefix(client, path) >= 0)) ||
    findGuard(tells, path) !== undefined
  );
}

function findGuard(systems: readonly CompiledSystem[], path: readonly string[]): GuardMatch | undefined {
  for (const { system, guards } of systems) {
    const found = guards.find(([, pattern]) => matchPath(pattern, path) !== undefined);
    const definition = found && system.guards?.[found[0]];
    if (definition) return { system, definition };
  }
  return undefined;
}

function byPackage<Compiled>(
  all: readonly Compiled[],
  packagesOf: (compiled: Compiled) => readonly string[],
): (name: string) => readonly Compiled[] {
  const table = new Map<string, Compiled[]>();
  for (const compiled of all) {
    for (const name of packagesOf(compiled)) table.set(name, [...(table.get(name) ?? []), compiled]);
  }
  return (name) => {
    for (let key = name; ; ) {
      const found = table.get(key);
      if (found) return found;
      const slash = key.lastIndexOf("/");
      if (slash < 0) return [];
      key = key.slice(0, slash);
    }
  };
}

/** What is found for a path of a package; packages without adapters have nothing to find. */
function remember<Compiled, Result>(
  adapters: (packageName: string) => readonly Compiled[],
  search: (compiled: readonly Compiled[], path: readonly string[]) => Result | undefined,
): (packageName: string, path: readonly string[]) => Result | undefined {
  const table = new Map<string, Result | undefined>();
  return (packageName, path) => {
    const compiled = adapters(packageName);
    if (compiled.length === 0) return undefined;
    const key = `${packageName}|${path.join("|")}`;
    let found = table.get(key);
    if (found === undefined && !table.has(key)) {
      found = search(compiled, path);
      table.set(key, found);
    }
    return found;
  };
}
