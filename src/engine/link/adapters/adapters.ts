/** Finds, for a value of a package, the framework or system adapter that knows it. Answers are remembered per path. */
import type { Framework, ResponseDefinition } from "../../frameworks/define-framework.ts";
import type {
  LendsDefinition,
  MethodsDefinition,
  RegisteredModels,
  System,
  UnitOfWorkDefinition,
} from "../../systems/define-system.ts";
import {
  type CallMatch,
  compileFramework,
  compileSystem,
  findCall,
  findGuard,
  findReceiver,
  findRegistration,
  type GuardMatch,
  isOfAuth,
  knowsPackage,
  packagesOf,
  type RegistrationMatch,
  withoutSame,
} from "./match-path.ts";
import { matchPath, matchPrefix } from "./patterns.ts";

export interface Adapters {
  /** What registering call this is; `path` ends with the called name, without parentheses. */
  registration(packageName: string, path: readonly string[]): RegistrationMatch | undefined;
  /** How a call of a framework's package answers. */
  response(packageName: string, path: readonly string[]): ResponseDefinition | undefined;
  /** True where the value itself registers handlers: an app, a router. */
  isReceiver(packageName: string, path: readonly string[]): Framework | undefined;
  call(packageName: string, path: readonly string[]): CallMatch | undefined;
  guard(packageName: string, path: readonly string[]): GuardMatch | undefined;
  /** Names of calls that these frameworks register with, by their ids. */
  registeringNames(frameworks: ReadonlySet<string>): ReadonlySet<string>;
  /** Some framework calls methods of this name when it starts. */
  starts(name: string): boolean;
  /** What is called on a client, whichever of its forms it is: `$extends()` gives the same. */
  clientCall(packageName: string, path: readonly string[]): string | undefined;
  /** The value is a client of some system itself. */
  isClient(packageName: string, path: readonly string[]): boolean;
  /** The value is there only where the code made it before. */
  madeBefore(packageName: string, path: readonly string[]): boolean | undefined;
  /** The word that an operator of conditions stands for: `$in` for `Op.in` of Sequelize. */
  operator(packageName: string, path: readonly string[]): string | undefined;
  /** How the package's models and rows get functions of the code's own. */
  methods(packageName: string): MethodsDefinition | undefined;
  /** The value has the models of a connection by name. */
  registeredModels(packageName: string, path: readonly string[]): RegisteredModels | undefined;
  /** Whether a call of this name on a class registers it as a model, and gives it back. */
  registers(packageName: string, call: string): boolean;
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
  /** How the package leads from rows to rows of another class. */
  related(packageName: string): System["related"];
  /** What a query of a row has itself, of that name: `delete` of `row.$query()`. */
  isOfQuery(packageName: string, path: readonly string[], name: string): boolean;
  framework(id: string): Framework | undefined;
  readonly frameworks: readonly Framework[];
  /** Those whose package's calls may be inputs, metadata or wrappers: few, and asked at every call. */
  readonly readers: readonly Framework[];
  /** Those that tell what their packages' errors answer with. */
  readonly throwing: readonly Framework[];
  /** Those whose wrapped handlers the code may call itself. */
  readonly opening: readonly Framework[];
  /** Those that tell of names and modules which files do not import. */
  readonly reaching: readonly Framework[];
  readonly systems: readonly System[];
  /** Names of the part of an account that its user writes. */
  readonly writtenByUser: ReadonlySet<string>;
  /** The call makes a token of a container. */
  isToken(packageName: string, path: readonly string[]): boolean;
  /** Position of the class to which the call adds members, to give the class itself. */
  extended(packageName: string, path: readonly string[]): number | undefined;
}

export type IsAuth = (packageName: string, path: readonly string[]) => boolean;

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
  const starting = new Set(frameworks.flatMap((framework) => framework.starts ?? []));
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
  const isClient = remember(systemsByPackage, (compiled, path) =>
    compiled.some(({ clients }) => clients.some((client) => path.length > 0 && matchPath(client, path) !== undefined)),
  );
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
    isClient: (name, path) => isClient(name, path) === true,
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
    registers: (name, call) => systemsByPackage(name).some(({ system }) => system.registered?.by === call),
    registeredModels: (name, path) =>
      systemsByPackage(name).find(({ system }) => system.registered?.in.includes(path.join(".")))?.system.registered,
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
    registeringNames: (ids) => new Set(frameworks.filter(({ id }) => ids.has(id)).flatMap(registeringNamesOf)),
    starts: (name) => starting.has(name),
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
    related: (packageName) => systemsByPackage(packageName).find(({ system }) => system.related)?.system.related,
    isOfQuery(packageName, path, name) {
      const begun = path.at(-1)?.replace("()", "") ?? "";
      return systemsByPackage(packageName).some(
        ({ system }) => system.restarts?.includes(begun) && system.ofQueries?.test(name),
      );
    },
    framework: (id) => byId.get(id),
    frameworks,
    readers: frameworks.filter(
      (framework) => framework.values || framework.metadata || framework.wrappers || framework.hands,
    ),
    throwing: frameworks.filter((framework) => framework.errors),
    opening: frameworks.filter((framework) => framework.opens),
    reaching: frameworks.filter((framework) => framework.reach),
    systems,
    writtenByUser: new Set(systems.flatMap((system) => system.writtenByUser ?? [])),
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

function registeringNamesOf({ calls }: Framework): readonly string[] {
  return Object.keys(calls ?? {}).flatMap((key) => (key.split(".").at(-1) ?? "").split("|"));
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
