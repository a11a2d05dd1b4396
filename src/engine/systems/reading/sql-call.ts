/** What a call with SQL text does: the effects of its statements, with the call's parameters in their places. */
import type { Operation } from "../../model/effect.ts";
import type { Term, TermField } from "../../model/term.ts";
import { calledFunctions } from "../../sql/called-functions.ts";
import { readProcedure, type SqlProcedure } from "../../sql/read-procedure.ts";
import { readSql, type SqlCondition, type SqlEffect, type SqlValue } from "../../sql/read-sql.ts";
import { HOLE } from "../../sql/tokenize-sql.ts";
import type { CallDefinition, CallView, TermMaker } from "../define-system.ts";
import { formattedSql } from "./formatted-sql.ts";
import { field, made, textWithHoles } from "./terms.ts";

/** How a library writes its SQL. */
export interface SqlDialect {
  /** The SQL of template values that are tables or columns. */
  readonly spell?: (part: Term) => string | undefined;
  /** The text with its named parameters as `:name`. */
  readonly written?: (text: string) => string;
}

/** What is asked of a call that is given SQL text. */
export type SqlCall = Pick<CallView, "terms" | "procedure">;

/** A call whose text cannot be read: something happens, nobody can say what. */
const UNREADABLE: CallDefinition = { access: "call" };

/**
 * Effects of SQL text.
 *
 * `parameters` is the array of positional values (`$1`, `?`) or the object of named ones.
 */
export function sqlEffects(
  call: SqlCall,
  sql: Term | undefined,
  parameters?: Term,
  dialect: SqlDialect = {},
): readonly CallDefinition[] {
  const { terms } = call;
  const { spell, written } = dialect;
  if (sql?.kind === "choice") {
    // A query made on two branches: all it may be, unless a part is unreadable.
    const options = sql.options
      .slice(0, 8)
      .flatMap((option) => sqlEffects(call, option, parameters, dialect))
      // A condition may stand on the other way.
      .map((one) => (one.unlimited ? withoutFact(one) : one));
    return options.includes(UNREADABLE) ? [UNREADABLE] : options;
  }
  const formatted = formattedSql(sql);
  if (formatted)
    return sqlEffects(call, formatted.text, formatted.values, {
      ...dialect,
      ...(formatted.written && { written: formatted.written }),
    });
  const read = textWithHoles(sql, HOLE, spell) ?? textWithHoles(made(sql)?.arguments[0], HOLE, spell);
  if (!read || read.text.trim() === HOLE || read.text.trim() === "") return [UNREADABLE];
  const text = written?.(read.text) ?? read.text;
  const statements = readSql(text);
  if (statements.length === 0) return [UNREADABLE];

  const valueTerm = (value: SqlValue, column?: string) =>
    value.kind === "parameter"
      ? parameterTerm(terms, value.parameter, parameters, column)
      : termOf(terms, value, parameters, read.holes);
  const called = calledFunctions(text, (name) => call.procedure(name) !== undefined).flatMap(
    ({ name, values, named }): readonly CallDefinition[] => {
      const procedure = call.procedure(name);
      if (!procedure) return [];
      const given = procedure.parameters.flatMap((parameter, index): readonly TermField[] => {
        const value = named.get(parameter) ?? values[index];
        return value ? [{ key: parameter.toLowerCase(), value: valueTerm(value) }] : [];
      });
      return procedureEffects(terms, procedure, terms.object(given));
    },
  );
  const inText = statements.flatMap((statement): readonly CallDefinition[] => {
    if (statement.kind === "begin" || statement.kind === "end") {
      return [{ access: "call", transaction: statement.kind }];
    }
    if (statement.kind === "procedure") return called.length > 0 ? [] : [UNREADABLE];
    return statement.effects.map((effect) => ({
      ...definitionOf(terms, effect, valueTerm),
      ...(isUnlimited(effect) && read.holes.length === 0 && { unlimited: true as const }),
    }));
  });
  return [...inText, ...called];
}

/** Effects of a function that the database holds, called with named arguments. */
export function procedureEffects(
  terms: TermMaker,
  procedure: SqlProcedure,
  parameters: Term | undefined,
): readonly CallDefinition[] {
  const valueTerm = (value: SqlValue) => termOf(terms, value, parameters, []);
  const effects = readProcedure(procedure);
  // What it gives back is made of what its look-ups find: rows of the first one, with columns of the others.
  const first = effects.find(({ access }) => access === "read")?.table;
  return effects.map((effect) =>
    definitionOf(
      terms,
      effect.access === "read" && effect.table !== first ? { ...effect, joined: true } : effect,
      valueTerm,
    ),
  );
}

function withoutFact({ unlimited: _, ...call }: CallDefinition): CallDefinition {
  return call;
}

/** `DELETE FROM drafts` and `UPDATE drafts SET …` as a whole statement. */
function isUnlimited({ operation, where, partial }: SqlEffect): boolean {
  return (operation === "delete" || operation === "set") && where.length === 0 && !partial;
}

function definitionOf(
  terms: TermMaker,
  effect: SqlEffect,
  valueTerm: (value: SqlValue, column?: string) => Term,
): CallDefinition {
  const operation: Operation = effect.operation;
  return {
    access: effect.access,
    operation,
    ...(effect.table !== undefined && { target: `=${effect.table}` }),
    ...(effect.values.length > 0 && {
      data: terms.object(effect.values.map(({ column, value }) => fieldTerm(column, valueTerm(value, column)))),
    }),
    ...((effect.where.length > 0 || effect.partial) && { where: whereTerm(terms, effect, valueTerm) }),
    ...(effect.conflict !== undefined && { conflict: effect.conflict }),
    ...(effect.lock && { lock: true as const }),
    ...(effect.givesAnyway && { givesAnyway: true as const }),
    ...(effect.follows && { follows: true as const }),
    ...(effect.joined && { within: true as const }),
  };
}

/** Equality as the plain value, like the `where` of an ORM; other comparisons as operations on it. */
function whereTerm(terms: TermMaker, effect: SqlEffect, valueTerm: (value: SqlValue) => Term): Term {
  const fields = effect.where.map((condition) =>
    fieldTerm(condition.column, conditionTerm(terms, condition, valueTerm)),
  );
  return terms.object(effect.partial ? [...fields, { value: terms.unknown([]) }] : fields);
}

function conditionTerm(
  terms: TermMaker,
  { operator, value }: SqlCondition,
  valueTerm: (value: SqlValue) => Term,
): Term {
  const term = valueTerm(value);
  return operator === "=" || operator === "is" ? term : terms.operation(operator, [terms.unknown([]), term]);
}

function fieldTerm(key: string | undefined, value: Term): TermField {
  return key === undefined ? { value } : { key, value };
}

function termOf(terms: TermMaker, value: SqlValue, parameters: Term | undefined, holes: readonly Term[]): Term {
  switch (value.kind) {
    case "literal":
      return terms.literal(value.value);
    case "generated":
      return terms.unstable(value.how);
    case "hole":
      return holes[value.hole] ?? terms.unknown([]);
    case "parameter":
      return parameterTerm(terms, value.parameter, parameters);
    case "expression":
      return terms.unknown([
        ...value.parameters.map((parameter) => parameterTerm(terms, parameter, parameters)),
        ...value.holes.flatMap((hole) => holes[hole] ?? []),
      ]);
  }
}

function parameterTerm(
  terms: TermMaker,
  parameter: number | string,
  parameters: Term | undefined,
  column?: string,
): Term {
  if (typeof parameter === "string")
    return field(parameters, parameter) ?? terms.unknown(parameters ? [parameters] : []);
  // The only value need not stand in a list: `query("INSERT INTO users SET ?", row)`.
  if (parameter === 0 && (parameters?.kind === "input" || parameters?.kind === "object")) return parameters;
  const known = parameters?.kind === "array" ? parameters.items[parameter] : undefined;
  return known ?? namedLike(parameters, column) ?? terms.unknown(parameters ? [parameters] : []);
}

/** A list of values that is put together step by step: the one that is called like the column. */
function namedLike(parameters: Term | undefined, column: string | undefined): Term | undefined {
  if (parameters === undefined || column === undefined) return undefined;
  const plain = (name: string | undefined): string | undefined => name?.replaceAll("_", "").toLowerCase();
  const stack = [parameters];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.kind === "input" && plain(next.path.at(-1)) === plain(column)) return next;
    if (next.kind === "choice") stack.push(...next.options);
    if (next.kind === "array") stack.push(...next.items);
    if (next.kind === "unknown") stack.push(...next.parts);
  }
  return undefined;
}
