// https://mongoosejs.com/docs/schematypes.html#indexes · https://docs.nestjs.com/techniques/mongodb
/** Schemas of Mongoose: `new Schema({ email: { type: String, unique: true } })`, `schema.index({ a: 1 }, { unique: true })`, and Nest's classes. */
import type { Expression, FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import {
  callStatements,
  chainOf,
  declaredIn,
  decorator,
  fieldOf,
  fieldsOf,
  isTrue,
  namedFields,
  nameOf,
  objectOf,
  textOf,
} from "./model-facts.ts";
import { type ColumnDraft, tablesOf } from "./table-draft.ts";

const ID: ColumnDraft = { name: "_id", type: "ObjectId", generated: true, unique: true };

export function mongooseTables(file: string, facts: FileFacts): readonly Table[] {
  const declared = declaredIn(facts);
  const models = modelNames(facts);
  const indexes = uniqueIndexes(facts);
  const fromSchemas = declared.flatMap(({ name, value, at, binding }) => {
    const definition = schemaDefinition(value);
    if (!definition) return [];
    const columns = columnsIn(definition, declared);
    const model = models.get(binding) ?? [];
    return tablesOf({
      // Where the model is made elsewhere, the variable is named after it.
      names: model.length > 0 ? model : [name.replace(/_?schema$/i, "")],
      columns: [ID, ...columns],
      unique: indexes.get(binding) ?? [],
      file,
      at,
    });
  });
  // model("Order", new Schema({ … })) without a variable of its own.
  const inline = valuesIn(facts).flatMap((value) => {
    const call = chainOf(value).find((link) => link.name === "model");
    const definition = schemaDefinition(call?.arguments[1]);
    const columns = columnsIn(definition, declared);
    return definition && value.at
      ? tablesOf({ names: [textOf(call?.arguments[0])], columns: [ID, ...columns], unique: [], file, at: value.at })
      : [];
  });
  return [...fromSchemas, ...inline, ...classTables(file, facts, declared, indexes)];
}

/** The object of `new Schema({ … })`, `new mongoose.Schema({ … })`, `mongoose.Schema({ … })`. */
function schemaDefinition(value: Expression | undefined): Expression | undefined {
  const call = value?.kind === "cast" ? value.value : value;
  return call?.kind === "call" && nameOf(call.callee) === "Schema" ? call.arguments[0] : undefined;
}

/** The columns of a definition, also where it is a variable of the file, or is made of others: `{ ...timestamps, email: String }`. */
function columnsIn(
  definition: Expression | undefined,
  declared: ReturnType<typeof declaredIn>,
): readonly ColumnDraft[] {
  if (definition?.kind === "cast") return columnsIn(definition.value, declared);
  if (definition?.kind === "name") {
    const { binding } = definition;
    const named = declared.find((one) => one.binding === binding)?.value;
    return named?.kind === "name" ? [] : columnsIn(named, declared);
  }
  return (objectOf(definition)?.fields ?? []).flatMap(({ key, value, spread }) => {
    if (spread) return columnsIn(value, declared);
    return key === undefined ? [] : [columnDraft(key, value)];
  });
}

/** Values that the file declares, exports, or makes by a call. */
function valuesIn(facts: FileFacts): readonly Expression[] {
  return [
    ...declaredIn(facts).map(({ value }) => value),
    ...facts.exports.flatMap(({ value }) => value ?? []),
    ...callStatements(facts),
  ];
}

/** Names of models by the binding of their schema. */
function modelNames(facts: FileFacts): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, readonly string[]>();
  for (const value of valuesIn(facts).flatMap(optionsOf)) {
    // `model("Order", schema)`, or a helper of the project's own that is given the same.
    for (const {
      arguments: [name, schema],
    } of chainOf(value)) {
      const text = textOf(name);
      if (text !== undefined && schema?.kind === "name")
        names.set(schema.binding, [...(names.get(schema.binding) ?? []), text]);
    }
  }
  return names;
}

/** `models.Order || model("Order", schema)` as both. */
function optionsOf(value: Expression): readonly Expression[] {
  if (value.kind === "logical") return [...optionsOf(value.left), ...optionsOf(value.right)];
  if (value.kind === "conditional") return [...optionsOf(value.yes), ...optionsOf(value.no)];
  return value.kind === "cast" ? optionsOf(value.value) : [value];
}

/** `schema.index({ a: 1, b: 1 }, { unique: true })` by the binding of the schema. */
function uniqueIndexes(facts: FileFacts): ReadonlyMap<number, readonly (readonly string[])[]> {
  const indexes = new Map<number, readonly (readonly string[])[]>();
  for (const call of callStatements(facts)) {
    if (call.callee.kind !== "member" || call.callee.name !== "index" || call.callee.object.kind !== "name") continue;
    const [columns, options] = call.arguments;
    const key = namedFields(columns).map((field) => field.key);
    if (!isTrue(fieldOf(options, "unique")) || key.length === 0) continue;
    const { binding } = call.callee.object;
    indexes.set(binding, [...(indexes.get(binding) ?? []), key]);
  }
  return indexes;
}

function columnDraft(name: string, value: Expression): ColumnDraft {
  const options = value.kind === "array" ? value.items[0] : value;
  const defaults = fieldOf(options, "default");
  const index = fieldOf(options, "index");
  const isUnique = (one: Expression | undefined) => isTrue(one) || one?.kind === "array" || one?.kind === "object";
  return {
    name,
    type: nameOf(fieldOf(options, "type") ?? options) ?? "",
    generated: defaults !== undefined && defaults.kind !== "literal",
    optional:
      defaults !== undefined ||
      !(isTrue(fieldOf(options, "required")) || fieldOf(options, "required")?.kind === "array"),
    unique: name !== "_id" && (isUnique(fieldOf(options, "unique")) || isTrue(fieldOf(index, "unique"))),
    references: modelNamed(fieldOf(options, "ref")),
    values: textsOf(fieldOf(options, "enum")),
  };
}

/** `"User"`, `User`, `User.name`. https://docs.nestjs.com/techniques/mongodb#model-injection */
function modelNamed(ref: Expression | undefined): string | undefined {
  const isNameOf = ref?.kind === "member" && ref.name === "name";
  return textOf(ref) ?? nameOf(isNameOf ? ref.object : ref);
}

/** `enum: ["buyer", "seller"]`; undefined where one of them stands elsewhere. https://mongoosejs.com/docs/schematypes.html#string-validators */
function textsOf(list: Expression | undefined): readonly string[] | undefined {
  if (list?.kind !== "array") return undefined;
  const texts = list.items.map((item) => textOf(item));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Nest: `@Schema() class Order { @Prop({ unique: true }) email }`, `OrderSchema = SchemaFactory.createForClass(Order)`. */
function classTables(
  file: string,
  facts: FileFacts,
  declared: ReturnType<typeof declaredIn>,
  indexes: ReadonlyMap<number, readonly (readonly string[])[]>,
): readonly Table[] {
  return facts.classes.flatMap((one) => {
    const schema = decorator(one.decorators, "Schema", "modelOptions");
    if (!schema || one.name === undefined) return [];
    const factory = declared.find(({ value }) => {
      const call = chainOf(value).find((link) => link.name === "createForClass");
      return nameOf(call?.arguments[0]) === one.name;
    });
    const columns = fieldsOf(one).flatMap((member) => {
      const prop = decorator(member.decorators, "Prop", "prop");
      return prop
        ? [
            prop.arguments[0]
              ? columnDraft(member.name, prop.arguments[0])
              : { name: member.name, type: member.type?.name ?? "", optional: true },
          ]
        : [];
    });
    return tablesOf({
      names: [one.name, textOf(fieldOf(schema.arguments[0], "collection"))],
      columns: [ID, ...columns],
      unique: factory ? (indexes.get(factory.binding) ?? []) : [],
      file,
      at: one.nameAt,
    });
  });
}
