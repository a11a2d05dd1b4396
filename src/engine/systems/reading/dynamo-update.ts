/** What DynamoDB's update expressions write. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html */
import type { Operation } from "../../model/effect.ts";
import type { Term, TermField } from "../../model/term.ts";
import type { TermMaker } from "../define-system.ts";
import { field, literalText } from "./terms.ts";

export interface DynamoUpdate {
  readonly operation: Operation;
  /** By attribute; undefined where the expression cannot be read. */
  readonly data: Term | undefined;
  /** It is refused the second time: what it asks for is what it takes away. */
  readonly refuses: boolean;
}

interface Expressions {
  readonly update: string;
  readonly condition: string;
  readonly names: Term | undefined;
  readonly values: Term | undefined;
}

export function dynamoUpdate(terms: TermMaker, of: Expressions): DynamoUpdate {
  const { update } = of;
  const adds = /(?:^|\s)ADD\s/i.test(update) || /=\s*(?:if_not_exists\s*\([^)]*\)|#?\w+)\s*[+-]/i.test(update);
  const fields = fieldsOf(terms, of);
  return {
    operation: adds ? "increment" : /list_append/i.test(update) ? "append" : "set",
    data: fields.length > 0 ? terms.object(fields) : of.values,
    refuses: refuses(of, fields),
  };
}

/** `SET a = :a, #b = if_not_exists(#b, :zero) + :one REMOVE c ADD d :d`. */
function fieldsOf(terms: TermMaker, of: Expressions): readonly TermField[] {
  const clauses = of.update.split(/(?:^|\s+)(SET|ADD|REMOVE|DELETE)\s+/i).slice(1);
  const fields: TermField[] = [];
  for (let index = 0; index + 1 < clauses.length; index += 2) {
    const kind = clauses[index]?.toUpperCase();
    for (const item of (clauses[index + 1] ?? "").split(/,(?![^(]*\))/)) {
      const [, name = "", rest = ""] = /^\s*([#\w]+)[^\s=]*\s*=?\s*(.*)$/s.exec(item) ?? [];
      if (name === "") continue;
      const tokens = rest.match(/:\w+/g) ?? [];
      const values = tokens.flatMap((token) => field(of.values, token) ?? []);
      const only = /^:\w+\s*$/.test(rest) ? values[0] : undefined;
      const value = kind === "REMOVE" ? terms.literal(null) : (only ?? terms.unknown(values));
      fields.push({ key: attributeName(name, of.names), value });
    }
  }
  return fields;
}

/** `#state` stands for another name. */
export function attributeName(name: string, names: Term | undefined): string {
  return name.startsWith("#") ? (literalText(field(names, name)) ?? name.slice(1)) : name;
}

/** `attribute_not_exists(expired)` and sets it; `#s = :open` and sets another text; a row that must not be there. */
function refuses(of: Expressions, fields: readonly TermField[]): boolean {
  const set = (name: string): Term | undefined =>
    fields.findLast(({ key }) => key === attributeName(name, of.names))?.value;
  for (const [, name = ""] of of.condition.matchAll(/attribute_not_exists\s*\(\s*(#?\w+)\s*\)/gi)) {
    const value = set(name);
    if (/^#?(?:pk|sk|id)$/i.test(name) || (value && !(value.kind === "literal" && value.value === null))) return true;
  }
  if (/\bOR\b/i.test(of.condition)) return false;
  for (const [, name = "", token = ""] of of.condition.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)) {
    const before = field(of.values, token);
    const after = set(name);
    if (before?.kind === "literal" && after?.kind === "literal" && before.value !== after.value) return true;
  }
  return false;
}
