/** What DynamoDB's queries find items by. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html */
import type { Term, TermField } from "../../model/term.ts";
import type { TermMaker } from "../define-system.ts";
import { attributeName } from "./dynamo-update.ts";
import { field, textWithHoles } from "./terms.ts";

const EXPRESSIONS = ["KeyConditionExpression", "FilterExpression"];

/** One field for each attribute that is compared; undefined where nothing is. */
export function dynamoConditions(terms: TermMaker, input: Term | undefined): Term | undefined {
  const fields = EXPRESSIONS.flatMap((name) => comparedIn(terms, input, field(input, name)));
  return fields.length > 0 ? terms.object(fields) : undefined;
}

function comparedIn(terms: TermMaker, input: Term | undefined, expression: Term | undefined): readonly TermField[] {
  if (!expression) return [];
  const values = field(input, "ExpressionAttributeValues");
  const text = textWithHoles(expression, "?")?.text;
  if (text === undefined || /\bOR\b|\bNOT\b/i.test(text))
    return [{ value: terms.unknown([expression, ...(values ? [values] : [])]) }];
  const names = field(input, "ExpressionAttributeNames");
  const given = (name: string): Term => plain(field(values, name)) ?? terms.unknown(values ? [values] : []);
  const left = text.replace(COMPARED, "").match(/:\w+/g) ?? [];
  // `contains(members, :user)`, `owner IN (:a, :b)`: something more is asked.
  const more = left.length > 0 ? [{ value: terms.unknown(left.map(given)) }] : [];
  const compared = [...text.matchAll(COMPARED)].map(
    ([, name = "", operator = "=", value = "", begun = "", start = ""]) =>
      begun === ""
        ? {
            key: attributeName(name, names),
            value: operator === "=" ? given(value) : terms.operation(operator, [terms.unknown([]), given(value)]),
          }
        : { key: attributeName(begun, names), value: terms.operation("startsWith", [terms.unknown([]), given(start)]) },
  );
  return [...compared, ...more];
}

/** `owner = :owner`, `#at >= :from`, `begins_with(SK, :kind)`. */
const COMPARED = /(#?\w+)\s*(=|<>|<=?|>=?)\s*(:\w+)|begins_with\s*\(\s*(#?\w+)\s*,\s*(:\w+)\s*\)/gi;

/** `{ S: owner }` of the client that takes values with their types. */
function plain(value: Term | undefined): Term | undefined {
  const [only] = value?.kind === "object" && value.fields.length === 1 ? value.fields : [];
  return only && /^(?:S|N|B|BOOL)$/.test(only.key ?? "") ? only.value : value;
}
