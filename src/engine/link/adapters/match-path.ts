/** Adapters with their patterns ready, and which of them a path of a package fits. */
import type { Framework } from "../../frameworks/define-framework.ts";
import type { CallView, GuardDefinition, System, TransactionDefinition } from "../../systems/define-system.ts";
import { compilePattern, matchPath, matchPrefix, type PathPattern } from "./patterns.ts";

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
  /** The call runs the function that it is given, and gives what that gives. */
  readonly runs: boolean;
}

export interface GuardMatch {
  readonly system: System;
  readonly definition: GuardDefinition | ((call: CallView) => GuardDefinition | undefined);
}

export interface CompiledSystem {
  readonly system: System;
  readonly clients: readonly PathPattern[];
  readonly calls: readonly (readonly [string, PathPattern])[];
  readonly guards: readonly (readonly [string, PathPattern])[];
  readonly same: readonly PathPattern[];
  readonly runs: readonly PathPattern[];
  readonly transactions: readonly (readonly [string, PathPattern])[];
  readonly builders: readonly PathPattern[];
  readonly madeBefore: readonly PathPattern[];
  readonly decodes: readonly PathPattern[];
}

export interface CompiledFramework {
  readonly framework: Framework;
  readonly receivers: readonly PathPattern[];
  readonly calls: readonly (readonly [string, PathPattern])[];
}

export function compileSystem(system: System): CompiledSystem {
  return {
    system,
    clients: system.clients.map(compilePattern),
    calls: entries(system.calls),
    guards: entries(system.guards ?? {}),
    same: (system.same ?? []).map(compilePattern),
    runs: (system.runs ?? []).map(compilePattern),
    transactions: entries(system.transactions ?? {}),
    builders: (system.builders ?? []).map(compilePattern),
    madeBefore: (system.madeBefore ?? []).map(compilePattern),
    decodes: (system.decodes ?? []).map(compilePattern),
  };
}

export function packagesOf({ system }: CompiledSystem): readonly string[] {
  return system.packages;
}

/** A system without clients and guards tells of single calls, and not what the package's other calls do. */
export function knowsPackage({ system }: CompiledSystem): boolean {
  return system.clients.length > 0 || system.guards !== undefined;
}

export function compileFramework(framework: Framework): CompiledFramework {
  return { framework, receivers: framework.receivers.map(compilePattern), calls: entries(framework.calls ?? {}) };
}

function entries(record: Readonly<Record<string, unknown>>): readonly (readonly [string, PathPattern])[] {
  return Object.keys(record).map((key) => [key, compilePattern(key)] as const);
}

export function findReceiver(frameworks: readonly CompiledFramework[], path: readonly string[]): Framework | undefined {
  return frameworks.find((compiled) => compiled.receivers.some((pattern) => matchPath(pattern, path) !== undefined))
    ?.framework;
}

export function findRegistration(
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

export function findCall(systems: readonly CompiledSystem[], path: readonly string[]): CallMatch | undefined {
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
      const runs = compiled.runs.some((call) => matchPath(call, rest) !== undefined);
      const restarts = rest.length > 1 && compiled.system.restarts?.includes(rest.at(-1) ?? "") === true;
      const begun = restarts ? undefined : compiled.builders.find((builder) => startsChain(builder, rest));
      const chained = begun !== undefined;
      if (begun && leavesChain(compiled.system, begun, rest)) continue;
      if (chained && isOfRow(rest) && !compiled.system.references?.includes(rest.at(-2) ?? "")) continue;
      const match: CallMatch = {
        system: compiled.system,
        client,
        key: found?.[0],
        capture: found?.[1] ?? "",
        transaction: transaction ? compiled.system.transactions?.[transaction[0]] : undefined,
        same,
        chained,
        runs,
      };
      if (found || transaction || same || runs) return match;
      if (chained) partial ??= match;
    }
  }
  return partial;
}

/** `(await query).map(…)`, `(await query.returning()).owner.name.trim()`: a call on what was found is none of the chain. */
function isOfRow(path: readonly string[]): boolean {
  const column = path.at(-2);
  if (column?.endsWith("()") && /^(?:map|flatMap|forEach|reduce|reduceRight|every|some)$/.test(path.at(-1) ?? ""))
    return true;
  const begun = path.findIndex((segment) => segment.endsWith("()"));
  return begun >= 0 && path.slice(begun, -1).some((segment) => !segment.endsWith("()"));
}

/** `(await Order.find()).filter(…)`, where the system says what a chain consists of. */
function leavesChain({ links }: System, builder: PathPattern, path: readonly string[]): boolean {
  return (
    links !== undefined && !path.slice(builder.segments.length).every((one) => links.test(one.replace(/\(\)$/, "")))
  );
}

/** Drops leading segments that only give the same client again: `$extends().user.create` is `user.create`. */
export function withoutSame(compiled: CompiledSystem, path: readonly string[]): readonly string[] {
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

export function isOfAuth(systems: readonly CompiledSystem[], path: readonly string[]): boolean {
  const tells = systems.filter(({ system }) => system.category === "auth");
  if (tells.length === 0 || tells.length === systems.length) return tells.length > 0;
  return (
    tells.some(({ clients }) => clients.some((client) => matchPrefix(client, path) >= 0)) ||
    findGuard(tells, path) !== undefined
  );
}

export function findGuard(systems: readonly CompiledSystem[], path: readonly string[]): GuardMatch | undefined {
  for (const { system, guards } of systems) {
    const found = guards.find(([, pattern]) => matchPath(pattern, path) !== undefined);
    const definition = found && system.guards?.[found[0]];
    if (definition) return { system, definition };
  }
  return undefined;
}
