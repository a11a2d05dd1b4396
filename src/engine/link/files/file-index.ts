/** Look-ups inside one file's facts that evaluation needs often: declarations, assignments, free variables. */
import { childrenOf, listsOf, valuesOf } from "../../facts/children.ts";
import type {
  Binding,
  CallExpression,
  Expression,
  FileFacts,
  MemberExpression,
  Pattern,
  Statement,
} from "../../facts/file-facts.ts";

export interface FileIndex {
  /** Module level declarations that bind a name: the pattern and the value. */
  readonly declarations: ReadonlyMap<number, { readonly pattern: Pattern; readonly value: Expression | undefined }>;
  /** Values given to a binding after its declaration, anywhere in the file. */
  readonly assignments: ReadonlyMap<number, readonly AssignedValue[]>;
  /** Members given to a module level binding: `controller.list = …`; `schema.methods.total = …` is `methods.total`. */
  readonly places: ReadonlyMap<number, readonly (AssignedValue & { readonly name: string })[]>;
  /** Values given to members of the global object: `global.database = store`, `globalForDb.db = make()`. */
  readonly globals: ReadonlyMap<string, readonly AssignedValue[]>;
  /** Values given to names that nothing declares, which makes globals of them: `readToken = function (headers) { … }`. */
  readonly undeclared: ReadonlyMap<string, readonly AssignedValue[]>;
  /** Values given to fields of instances, by the field's name: `this.client = createClient()`. */
  readonly fields: ReadonlyMap<string, readonly AssignedValue[]>;
  /** What is put in by a computed key: `this.handlers[name] = handler` is `.handlers`, `handlers[name] = handler` `#` and the binding, `module.exports[name] = handler` `exports`; fields by their names too: `this.queues.mail = queue`. */
  readonly keyed: ReadonlyMap<string, readonly (AssignedValue & { readonly key: Expression })[]>;
  /** Fields of instances whose members are given values: `this.data.name = name`, `this.byId[id] = row`. */
  readonly filled: ReadonlySet<string>;
  /** Outer variables that a function, or a function inside it, uses. Module level ones are left out. */
  freeVariables(functionIndex: number): readonly number[];
  /** Last names of what a function calls or constructs itself: `get` for `app.get(…)`. */
  calledNames(functionIndex: number): ReadonlySet<string>;
  /** Module level bindings that a function itself calls or constructs, and those that it gives to what it calls. */
  callsWith(functionIndex: number): { readonly called: ReadonlySet<number>; readonly given: ReadonlySet<number> };
  /** The function, or an arrow function inside it, asks for `this`. */
  usesThis(functionIndex: number): boolean;
}

interface AssignedValue {
  readonly value: Expression;
  /** Function the assignment stands in. */
  readonly owner: number;
}

export function createFileIndex(facts: FileFacts): FileIndex {
  const declarations = new Map<number, { pattern: Pattern; value: Expression | undefined }>();
  const assignments = new Map<number, AssignedValue[]>();
  const places = new Map<number, (AssignedValue & { name: string })[]>();
  const globals = new Map<string, AssignedValue[]>();
  const undeclared = new Map<string, AssignedValue[]>();
  const fields = new Map<string, AssignedValue[]>();
  const filled = new Set<string>();
  const keyed = new Map<string, (AssignedValue & { key: Expression })[]>();
  const uses: Set<number>[] = facts.functions.map(() => new Set());
  const inner: number[][] = facts.functions.map(() => []);
  facts.functions.forEach((found, index) => {
    if (index > 0) inner[found.owner]?.push(index);
  });

  const called: Set<string>[] = facts.functions.map(() => new Set());
  const calls = facts.functions.map(() => ({ called: new Set<number>(), given: new Set<number>() }));
  const noteTop = (set: Set<number> | undefined, expression: Expression): void => {
    if (expression.kind === "name" && facts.bindings[expression.binding]?.owner === 0) set?.add(expression.binding);
  };
  const selves = new Set<number>();
  const visitor: Visitor = {
    self: (owner) => {
      let index = owner;
      while (facts.functions[index]?.kind === "arrow") index = facts.functions[index]?.owner ?? 0;
      selves.add(index);
    },
    call: (name, owner, call) => {
      called[owner]?.add(name);
      noteTop(calls[owner]?.called, call.callee);
      for (const argument of call.arguments) noteTop(calls[owner]?.given, argument);
    },
    name: (binding, owner) => {
      const bound = facts.bindings[binding];
      if (bound && bound.owner !== 0) uses[owner]?.add(binding);
    },
    assign: (target, value, owner) => {
      if (target.kind === "binding") push(assignments, target.binding, { value, owner });
      for (const { binding, field } of takenApart(target, value)) push(assignments, binding, { value: field, owner });
      if (target.kind !== "place") return;
      if (target.place.kind === "name" && target.place.binding < 0)
        push(undeclared, target.place.name, { value, owner });
      const holder = target.place.kind === "member" || target.place.kind === "index" ? target.place.object : undefined;
      if (holder?.kind === "member" && holder.object.kind === "this") filled.add(holder.name);
      const store = holder && holderName(facts, holder);
      if (store !== undefined && target.place.kind === "index")
        push(keyed, store, { key: target.place.index, value, owner });
      if (store?.startsWith(".") && target.place.kind === "member")
        push(keyed, store, { key: { kind: "literal", value: target.place.name, at: target.place.at }, value, owner });
      if (target.place.kind !== "member") return;
      const { object: written, name } = target.place;
      const object = written.kind === "cast" ? written.value : written;
      if (object.kind === "this") push(fields, name, { value, owner });
      if (object.kind === "name" && /global/i.test(object.name)) push(globals, name, { value, owner });
      // `schema.methods.total = …`
      if (object.kind === "member" && object.object.kind === "name" && object.object.binding >= 0) {
        if (facts.bindings[object.object.binding]?.owner === 0)
          push(places, object.object.binding, { value, owner, name: `${object.name}.${name}` });
        return;
      }
      if (object.kind !== "name" || object.binding < 0) return;
      if (facts.bindings[object.binding]?.owner === 0) push(places, object.binding, { value, owner, name });
    },
    declare: (pattern, value, owner, top) => {
      if (owner !== 0 || !top) return;
      for (const binding of bindingsOf(pattern))
        if (!declarations.has(binding)) declarations.set(binding, { pattern, value });
    },
  };
  facts.functions.forEach((found, index) => {
    for (const parameter of found.parameters) visitPattern(parameter.pattern, index, visitor);
    visitStatements(found.body, index, visitor, true);
  });

  const free = new Map<number, readonly number[]>();
  const freeVariables = (functionIndex: number): readonly number[] => {
    const known = free.get(functionIndex);
    if (known) return known;
    free.set(functionIndex, []);
    const result = new Set<number>();
    const takeOver = (other: number): void => {
      for (const binding of freeVariables(other)) {
        const owner = facts.bindings[binding]?.owner;
        if (owner !== undefined && !isInside(facts, owner, functionIndex)) result.add(binding);
      }
    };
    for (const binding of usesWithin(functionIndex)) {
      const bound = facts.bindings[binding];
      if (!bound || isInside(facts, bound.owner, functionIndex)) continue;
      if (bound.kind === "function" && bound.function !== undefined) {
        takeOver(bound.function);
      } else {
        result.add(binding);
        const itself = functionAround(facts, functionIndex, bound);
        if (itself !== undefined) takeOver(itself);
      }
    }
    const list = [...result].sort((a, b) => a - b);
    free.set(functionIndex, list);
    return list;
  };
  const usesWithin = (functionIndex: number): Set<number> => {
    const all = new Set(uses[functionIndex]);
    for (const child of inner[functionIndex] ?? []) for (const binding of usesWithin(child)) all.add(binding);
    return all;
  };

  return {
    declarations,
    assignments,
    places,
    globals,
    undeclared,
    fields,
    filled,
    keyed,
    freeVariables,
    calledNames: (index) => called[index] ?? new Set(),
    callsWith: (index) => calls[index] ?? { called: new Set(), given: new Set() },
    usesThis: (index) => selves.has(index),
  };
}

/** `.orders` for `this.orders`, `#3` for a module level binding, `exports` for what the file exports. */
function holderName({ bindings }: FileFacts, holder: Expression): string | undefined {
  if (isOwnExports(holder)) return EXPORTS;
  if (holder.kind === "member") return holder.object.kind === "this" ? `.${holder.name}` : undefined;
  return holder.kind === "name" && bindings[holder.binding]?.owner === 0 ? `#${holder.binding}` : undefined;
}

export const EXPORTS = "exports";

/** `exports` or `module.exports`. */
export function isOwnExports(expression: Expression): boolean {
  if (expression.kind === "name") return expression.binding < 0 && expression.name === EXPORTS;
  if (expression.kind !== "member" || expression.name !== EXPORTS || expression.object.kind !== "name") return false;
  return expression.object.binding < 0 && expression.object.name === "module";
}

/** `const create = () => ({ again: () => create() })`: the function around this one that the name stands for. */
export function functionAround(facts: FileFacts, functionIndex: number, bound: Binding): number | undefined {
  if (bound.reassigned || bound.owner === 0) return undefined;
  for (let current = functionIndex; current !== 0; current = facts.functions[current]?.owner ?? 0)
    if (facts.functions[current]?.nameAt[0] === bound.at[0]) return current;
  return undefined;
}

/** True where `functionIndex` is `outer` or stands inside it. */
function isInside(facts: FileFacts, functionIndex: number, outer: number): boolean {
  for (let current = functionIndex; current !== 0; current = facts.functions[current]?.owner ?? 0) {
    if (current === outer) return true;
  }
  return outer === 0;
}

/** `({ PrismaClient } = require("@prisma/client"))`: each name is given the field of what stands on the right. */
function takenApart(target: Pattern, value: Expression): readonly { binding: number; field: Expression }[] {
  if (target.kind !== "object") return [];
  return target.fields.flatMap(({ key, pattern }) =>
    key !== undefined && pattern.kind === "binding"
      ? [{ binding: pattern.binding, field: { kind: "member", object: value, name: key, at: pattern.at } as const }]
      : [],
  );
}

export function bindingsOf(pattern: Pattern): readonly number[] {
  switch (pattern.kind) {
    case "binding":
      return [pattern.binding];
    case "default":
      return bindingsOf(pattern.pattern);
    case "object":
      return [
        ...pattern.fields.flatMap((field) => bindingsOf(field.pattern)),
        ...(pattern.rest ? bindingsOf(pattern.rest) : []),
      ];
    case "array":
      return [
        ...pattern.items.flatMap((item) => (item ? bindingsOf(item.pattern) : [])),
        ...(pattern.rest ? bindingsOf(pattern.rest) : []),
      ];
    case "place":
      return [];
  }
}

function push<Key, Value>(table: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}

export interface NamedCall {
  readonly call: CallExpression;
  readonly owner: number;
}

/** Calls by this name, with the function that each stands in. */
export function callsNamed(facts: FileFacts, name: string): readonly NamedCall[] {
  let calls = knownCalls.get(facts);
  if (!calls) {
    calls = callsByName(facts);
    knownCalls.set(facts, calls);
  }
  return calls.get(name) ?? [];
}

/** Several stores ask a file for its calls. */
const knownCalls = new WeakMap<FileFacts, ReadonlyMap<string, readonly NamedCall[]>>();

function callsByName(facts: FileFacts): ReadonlyMap<string, readonly NamedCall[]> {
  const found = new Map<string, NamedCall[]>();
  const visitor: Visitor = {
    call: (name, owner, call) => push(found, name, { call, owner }),
    self: () => {},
    name: () => {},
    assign: () => {},
    declare: () => {},
  };
  facts.functions.forEach((one, index) => {
    visitStatements(one.body, index, visitor, true);
  });
  return found;
}

interface Visitor {
  self(owner: number): void;
  call(name: string, owner: number, call: CallExpression): void;
  name(binding: number, owner: number): void;
  assign(target: Pattern, value: Expression, owner: number): void;
  declare(pattern: Pattern, value: Expression | undefined, owner: number, top: boolean): void;
}

function visitStatements(statements: readonly Statement[], owner: number, visitor: Visitor, top: boolean): void {
  for (const statement of statements) visitStatement(statement, owner, visitor, top);
}

function visitStatement(statement: Statement, owner: number, visitor: Visitor, top: boolean): void {
  if (statement.kind === "declare") visitor.declare(statement.pattern, statement.value, owner, top);
  if ((statement.kind === "declare" || statement.kind === "loop") && statement.pattern)
    visitPattern(statement.pattern, owner, visitor);
  for (const value of valuesOf(statement)) visitExpression(value, owner, visitor);
  for (const list of listsOf(statement)) visitStatements(list, owner, visitor, false);
}

function visitPattern(pattern: Pattern, owner: number, visitor: Visitor): void {
  switch (pattern.kind) {
    case "binding":
      return;
    case "default":
      visitExpression(pattern.value, owner, visitor);
      return visitPattern(pattern.pattern, owner, visitor);
    case "place":
      return visitExpression(pattern.place, owner, visitor);
    case "object":
      for (const field of pattern.fields) {
        if (field.computed) visitExpression(field.computed, owner, visitor);
        if (field.default) visitExpression(field.default, owner, visitor);
        visitPattern(field.pattern, owner, visitor);
      }
      break;
    case "array":
      for (const item of pattern.items) {
        if (item?.default) visitExpression(item.default, owner, visitor);
        if (item) visitPattern(item.pattern, owner, visitor);
      }
  }
  if (pattern.rest) visitPattern(pattern.rest, owner, visitor);
}

function visitExpression(expression: Expression, owner: number, visitor: Visitor): void {
  if (expression.kind === "this") visitor.self(owner);
  if (expression.kind === "name" && expression.binding >= 0) visitor.name(expression.binding, owner);
  if (expression.kind === "call") {
    const { callee } = expression;
    if ((callee.kind === "member" && mayHandOver(expression, callee)) || callee.kind === "name")
      visitor.call(callee.name, owner, expression);
  }
  if (expression.kind === "assign") {
    visitor.assign(expression.target, expression.value, owner);
    if (expression.target.kind === "binding") visitor.name(expression.target.binding, owner);
    visitPattern(expression.target, owner, visitor);
  }
  for (const child of childrenOf(expression)) visitExpression(child, owner, visitor);
}

/** Objects of the language itself: nothing is registered with them. */
const LANGUAGE: ReadonlySet<string> = new Set(
  "Promise Object Array Reflect Math JSON Number String Boolean Symbol Date BigInt Buffer URL Intl Atomics Error".split(
    " ",
  ),
);
const VERBS: ReadonlySet<string> = new Set("get post put patch delete head options all".split(" "));

/** Whether a method may be given a handler: `Promise.all(…)` is not, nor is what asks for one thing, `cache.get(key)`. */
function mayHandOver(call: CallExpression, { object, name }: MemberExpression): boolean {
  if (object.kind === "name" && object.binding < 0 && LANGUAGE.has(object.name)) return false;
  // `router.route(path).get(handler)`.
  if (!VERBS.has(name) || object.kind === "call" || call.arguments.length > 1) return true;
  return call.arguments.some((argument) => argument.kind === "function" || argument.kind === "spread");
}
