// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem, type TermMaker } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { dynamoConditions } from "./reading/dynamo-conditions.ts";
import { dynamoUpdate } from "./reading/dynamo-update.ts";
import { namedTarget } from "./reading/name-text.ts";
import { field, fieldAt, isLiteral, itemsOf, textWithHoles } from "./reading/terms.ts";

export default defineSystem({
  title: "DynamoDB",
  category: "database",
  packages: ["@aws-sdk/client-dynamodb", "@aws-sdk/lib-dynamodb", "aws-sdk/clients/dynamodb", "aws-sdk"],
  traits: { readsNoSql: true },
  clients: [
    "new DynamoDBClient()",
    "new DynamoDB()",
    "new DynamoDBDocumentClient()",
    "new DynamoDBDocument()",
    "DynamoDBDocumentClient.from()",
    "DynamoDBDocument.from()",
    "DynamoDB.new DocumentClient()",
    "new DocumentClient()",
  ],
  calls: { "*": command },
});

function command(call: CallView): CallDefinition | readonly CallDefinition[] | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name === undefined) return call.path.at(-1) === "send" ? { access: "call" } : undefined;
  const { terms } = call;
  switch (name.replace(/Item$/, "")) {
    case "Put":
    case "Update":
    case "Delete":
      return one(terms, name.replace(/Item$/, ""), input);
    case "Get":
    case "Query":
    case "Scan":
    case "DescribeTable":
      return { access: "read", ...table(input), ...where(field(input, "Key") ?? dynamoConditions(terms, input)) };
    case "BatchGet":
    case "TransactGet":
      return { access: "read" };
    case "BatchWrite":
      return { access: "write", operation: "call", ...(input && { data: input }) };
    case "TransactWriteItems":
    case "TransactWrite": {
      const items = itemsOf(field(input, "TransactItems"));
      const key = field(input, "ClientRequestToken");
      const effects = items.flatMap((item) =>
        ["Put", "Update", "Delete"].flatMap((kind) => (field(item, kind) ? [one(terms, kind, field(item, kind))] : [])),
      );
      return (effects.length > 0 ? effects : [{ access: "write", operation: "call" } as const]).map((effect) =>
        key ? { ...effect, key } : effect,
      );
    }
    default:
      return undefined;
  }
}

function table(input: Term | undefined): { readonly target?: string } {
  return namedTarget(field(input, "TableName"));
}

function where(key: Term | undefined): Pick<CallDefinition, "where"> {
  return key ? { where: key } : {};
}

function one(terms: TermMaker, kind: string, input: Term | undefined): CallDefinition {
  const base = table(input);
  const condition = textWithHoles(field(input, "ConditionExpression"), "?")?.text ?? "";
  const guarded = condition !== "" && !isLiteral(field(input, "ConditionExpression"), "");
  const key = field(input, "Key");
  const values = fieldAt(input, "ExpressionAttributeValues");
  const found = guarded
    ? terms.object([{ value: key ?? terms.unknown([]) }, { key: condition, value: values ?? terms.unknown([]) }])
    : key;
  if (kind === "Delete") return { access: "write", operation: "delete", ...base, ...where(found) };
  if (kind === "Put") {
    const item = field(input, "Item");
    const common = { access: "write", ...base, ...(item && { data: item }) } as const;
    // Refused where the key is there: attribute_not_exists(id)
    const claimed = [...condition.matchAll(/attribute_not_exists\s*\(\s*#?(\w+)/g)].flatMap((match) => match[1] ?? []);
    if (claimed.length > 0) return { ...common, operation: "upsert", conflict: claimed, refuses: true };
    // Put replaces the item of the same key: another one only where the key is made in this run.
    return hasFreshKey(item) ? { ...common, operation: "insert" } : { ...common, operation: "upsert", conflict: [] };
  }
  const update = dynamoUpdate(terms, {
    update: textWithHoles(field(input, "UpdateExpression"), "?")?.text ?? "",
    condition,
    names: field(input, "ExpressionAttributeNames"),
    values,
  });
  return {
    access: "write",
    operation: update.operation,
    ...base,
    ...(update.data && { data: update.data }),
    ...(update.refuses && { refuses: true as const }),
    ...where(found),
  };
}

function hasFreshKey(item: Term | undefined): boolean {
  return (
    item?.kind === "object" &&
    item.fields.some(({ key, value }) => /^(?:pk|sk|id|.*Id|.*_id)$/i.test(key ?? "") && isFresh(value))
  );
}

function isFresh(value: Term): boolean {
  if (value.kind === "unstable") return true;
  if (value.kind === "text") return value.parts.some(isFresh);
  return value.kind === "object" && value.fields.some((one) => isFresh(one.value));
}
