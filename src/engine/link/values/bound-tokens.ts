/**
 * What a container is told that a token stands for: `container.bind<Orders>(TYPES.Orders).to(PostgresOrders)`. Read where it
 * is asked for: `container.get(TYPES.Orders)`, `@inject(TYPES.Orders) private orders`, a token among middleware.
 */
import type { CallExpression, Expression, FileFacts } from "../../facts/file-facts.ts";
import type { BindingDefinition } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type Activation, factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { callsNamed } from "../files/file-index.ts";
import { isTest } from "../files/test-files.ts";
import { bindAhead } from "./late-locals.ts";
import { runAsItStands } from "./standing-run.ts";

export interface BoundTokens {
  /** What the containers give for the token, as code in this file asks for it. */
  get(token: Term, file: string): Term | undefined;
  /** The token that a decorator of a parameter or field asks for. */
  asked(decorator: Term): Term | undefined;
  /** The value came from such a container, or from one of its package. */
  isOfContainer(value: Term): boolean;
}

interface Bound {
  readonly app: string;
  readonly token: Term;
  readonly how: BindingDefinition["to"][string];
  readonly given: Expression | undefined;
  readonly file: string;
  /** The function that binds it, as it stands where it ends. */
  readonly run: () => Activation;
}

/** A token that stands for more than these is a list of plug-ins: which one is meant cannot be told. */
const MAXIMUM_CHOICE = 4;

/** Undefined where the program has no such container. `files` are those that may register something. */
export function boundTokens(linker: Linker, files: readonly string[]): BoundTokens | undefined {
  const containers = linker.adapters.frameworks.flatMap(
    ({ packages, binding }) => (binding && boundBy(linker, files, packages, binding)) ?? [],
  );
  if (containers.length === 0) return undefined;
  return {
    get: (token, file) => firstOf(containers, (container) => container.get(token, file)),
    asked: (decorator) => firstOf(containers, (container) => container.asked(decorator)),
    isOfContainer: (value) => containers.some((container) => container.isOfContainer(value)),
  };
}

function firstOf<Value>(
  containers: readonly BoundTokens[],
  read: (container: BoundTokens) => Value | undefined,
): Value | undefined {
  for (const container of containers) {
    const found = read(container);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the containers of one package are told. */
function boundBy(
  linker: Linker,
  files: readonly string[],
  packages: readonly string[],
  binding: BindingDefinition,
): BoundTokens | undefined {
  const calls = new RegExp(`\\b(?:${binding.binds.join("|")})\\s*[<(]`);
  const using = files.filter((file) => {
    const text = isTest(file) ? undefined : linker.sources.text(file);
    return text !== undefined && calls.test(text) && packages.some((name) => text.includes(name));
  });
  if (using.length === 0) return undefined;
  const key = using.join(" ");
  const all = (): ReadonlyMap<Term, readonly Bound[]> =>
    linker.memo.get(
      `bound ${key}`,
      () =>
        grouped(
          using.flatMap((file) => [...boundIn(linker, binding, file)]),
          ({ token }) => token,
        ),
      () => new Map(),
    );
  const valueBound = ({ token, how, given, run, file }: Bound): Term | undefined => {
    const value = given && evaluate(linker, run(), given);
    if (how === "itself") return token.kind === "class" ? linker.terms.instance(token, []) : undefined;
    if (!value || how === "value") return value;
    if (how === "class") return value.kind === "class" ? linker.terms.instance(value, []) : undefined;
    if (how === "alias") return value === token ? undefined : get(value, file);
    return value.kind === "function" ? callFunction(linker, value, [linker.terms.unknown([])]).result : undefined;
  };
  const get = (token: Term, file: string): Term | undefined => {
    const app = linker.modules.appOf(file);
    const found = all().get(token) ?? [];
    // Whoever binds it may ask for it as well.
    for (const { run } of found) run();
    return linker.memo.get(
      `bound ${token.id} ${app} ${key}`,
      () => {
        const own = found.filter((one) => one.app === app);
        const values = (own.length > 0 ? own : found).flatMap((one) => valueBound(one) ?? []).filter(isKnown);
        return values.length === 0 || values.length > MAXIMUM_CHOICE ? undefined : linker.terms.choice(values);
      },
      () => undefined,
    );
  };
  const isOfPackage = (value: Term): boolean => value.kind === "external" && packages.includes(value.package);
  return {
    get,
    asked: (decorator) => {
      if (decorator.kind !== "external" || !isOfPackage(decorator)) return undefined;
      const name = (decorator.path.at(-1) ?? "").replace(/\(\)$/, "");
      return binding.injects.includes(name) ? decorator.arguments?.[0] : undefined;
    },
    isOfContainer: isOfPackage,
  };
}

function isKnown(value: Term): boolean {
  return alternatives(value).some(({ kind }) => kind !== "unknown" && kind !== "undefined");
}

/** `container.bind(TOKEN).to(Orders)`, and within a module of the container `bind(TOKEN).to(Orders)`. */
function* boundIn(linker: Linker, binding: BindingDefinition, file: string): Generator<Bound> {
  const facts = factsOf(linker, file);
  if (!facts) return;
  const calls = Object.entries(binding.to).flatMap(([name, how]) =>
    callsNamed(facts, name).flatMap(({ call, owner }) => {
      const bind = call.callee.kind === "member" ? bindCall(binding, call.callee.object) : undefined;
      return bind ? [{ call, bind, owner, how }] : [];
    }),
  );
  for (const [owner, inside] of grouped(calls, (one) => one.owner)) {
    const end = Math.max(...inside.map(({ call }) => call.at[1]));
    const standing = runAsItStands(linker, file, facts, owner);
    const run = (): Activation => runOf(linker, file, facts, owner, end);
    for (const { call, bind, how } of inside) {
      const [token] = bind.arguments;
      if (!token) continue;
      const app = linker.modules.appOf(file);
      const isLocal = token.kind === "name" && facts.bindings[token.binding]?.owner === owner;
      const named = evaluate(linker, isLocal && owner !== 0 ? run() : standing, token);
      yield { app, token: named, how, given: call.arguments[0], file, run };
    }
  }
}

/**
 * The function with what its own variables hold. They may ask the container themselves, `new Map([["paid", container.get(PAID)]])`:
 * who asks meanwhile has what stands above.
 */
function runOf(linker: Linker, file: string, facts: FileFacts, owner: number, end: number): Activation {
  const key = `binding run ${file}#${owner}`;
  return linker.memo.get(
    key,
    () => {
      const run = runAsItStands(linker, file, facts, owner);
      open.set(key, run);
      try {
        bindAhead(linker, run, facts.functions[owner]?.body ?? [], end);
      } finally {
        open.delete(key);
      }
      return run;
    },
    () => open.get(key) ?? runAsItStands(linker, file, facts, owner),
  );
}

/** Runs that are being made right now. */
const open = new Map<string, Activation>();

/** The call that is given the token; others may stand between: `bind(A).whenInjectedInto(B).to(C)`. */
function bindCall(binding: BindingDefinition, of: Expression): CallExpression | undefined {
  if (of.kind === "await" || of.kind === "cast") return bindCall(binding, of.value);
  if (of.kind !== "call") return undefined;
  const { callee } = of;
  if ((callee.kind === "member" || callee.kind === "name") && binding.binds.includes(callee.name)) return of;
  return callee.kind === "member" ? bindCall(binding, callee.object) : undefined;
}

function grouped<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const known = groups.get(keyOf(value));
    if (known) known.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
