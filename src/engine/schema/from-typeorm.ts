// https://typeorm.io/docs/entity/entities/ · https://mikro-orm.io/docs/defining-entities · https://github.com/sequelize/sequelize-typescript
/** Entities as classes with decorators: TypeORM, MikroORM, sequelize-typescript. */
import type { ClassFacts, Expression, FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import {
  decorator,
  decoratorsNamed,
  fieldOf,
  fieldsOf,
  givenBy,
  isTrue,
  nameOf,
  snakeCase,
  textOf,
  textsOf,
} from "./model-facts.ts";
import { decoratedRelations } from "./sequelize-associations.ts";
import { type ColumnDraft, tablesOf } from "./table-draft.ts";

const COLUMN = [
  ..."PrimaryGeneratedColumn PrimaryColumn Column CreateDateColumn UpdateDateColumn DeleteDateColumn VersionColumn ObjectIdColumn Generated".split(
    " ",
  ),
  ..."PrimaryKey Property Enum SerializedPrimaryKey".split(" "),
  ..."ForeignKey CreatedAt UpdatedAt DeletedAt".split(" "),
];
const RELATION = ["ManyToOne", "OneToOne", "BelongsTo"];

export function decoratedTables(file: string, facts: FileFacts): readonly Table[] {
  return facts.classes.flatMap((one) => {
    const entity = decorator(one.decorators, "Entity", "Table", "ViewEntity", "ChildEntity");
    if (!entity || one.name === undefined) return [];
    const [options] = entity.arguments;
    const given =
      textOf(options) ??
      textOf(fieldOf(options, "name")) ??
      textOf(fieldOf(options, "tableName")) ??
      textOf(fieldOf(options, "collection"));
    const columns = fieldsOf(one).flatMap((member) => columnDraft(member, facts));
    return tablesOf({
      names: [one.name, given, snakeCase(one.name)],
      columns,
      unique: keysOf(one, options),
      relations: decoratedRelations(one, facts),
      file,
      at: one.nameAt,
    });
  });
}

function columnDraft(member: ClassFacts["members"][number], facts: FileFacts): readonly ColumnDraft[] {
  const { decorators, name } = member;
  const found = decorator(decorators, ...COLUMN);
  const relation = decorator(decorators, ...RELATION);
  if (!found && !relation) return [];
  const options = (found ?? relation)?.arguments.find((argument) => argument.kind === "object");
  const unique =
    isUnique(fieldOf(options, "unique")) ||
    decoratorsNamed(decorators, "Unique").length > 0 ||
    decoratorsNamed(decorators, "Index").some((index) =>
      index.arguments.some((argument) => isTrue(fieldOf(argument, "unique"))),
    );
  if (relation && !found) {
    const join = decorator(decorators, "JoinColumn");
    const owns = relation.name !== "OneToOne" || join !== undefined || isTrue(fieldOf(options, "owner"));
    if (!owns) return [];
    const target =
      nameOf(givenBy(relation.arguments[0], facts)) ?? nameOf(fieldOf(options, "entity")) ?? member.type?.name;
    const column = textOf(fieldOf(join?.arguments[0], "name")) ?? textOf(fieldOf(options, "fieldName")) ?? `${name}Id`;
    return [
      {
        name,
        column,
        type: "relation",
        optional: true,
        unique: unique || relation.name === "OneToOne",
        references: target,
      },
    ];
  }
  const kind = found?.name ?? "";
  const primary =
    /^(?:Primary|ObjectId|SerializedPrimary)/.test(kind) ||
    isTrue(fieldOf(options, "primary")) ||
    isTrue(fieldOf(options, "primaryKey"));
  const foreign = decorator(decorators, "ForeignKey");
  const generated =
    /^(?:PrimaryGenerated|CreateDate|UpdateDate|DeleteDate|Version|ObjectId|Generated|CreatedAt|UpdatedAt|DeletedAt)/.test(
      kind,
    ) ||
    decoratorsNamed(decorators, "Generated", "AutoIncrement", "BeforeInsert").length > 0 ||
    fieldOf(options, "onCreate") !== undefined ||
    isTrue(fieldOf(options, "autoIncrement")) ||
    fieldOf(options, "default")?.kind === "function" ||
    // MikroORM's numeric keys count by themselves.
    (kind === "PrimaryKey" && member.type?.name === "number");
  return [
    {
      name,
      column:
        textOf(fieldOf(options, "name")) ?? textOf(fieldOf(options, "fieldName")) ?? textOf(fieldOf(options, "field")),
      type: member.type?.name ?? "",
      generated,
      optional:
        member.optional === true || isTrue(fieldOf(options, "nullable")) || fieldOf(options, "default") !== undefined,
      unique: unique || primary,
      references: nameOf(givenBy(foreign?.arguments[0], facts)),
    },
  ];
}

/** `unique: true`, `unique: "name"`. */
function isUnique(expression: Expression | undefined): boolean {
  return isTrue(expression) || textOf(expression) !== undefined;
}

/**
 * `@Unique(["a", "b"])`, `@Unique("name", ["a"])`, `@Index(["a"], { unique: true })`, `@Unique({ properties: ["a"] })`,
 * sequelize-typescript's `@Table({ indexes: [{ unique: true, fields: ["a"] }] })`.
 */
function keysOf(one: ClassFacts, table: Expression | undefined): readonly (readonly string[])[] {
  const declared = decoratorsNamed(one.decorators, "Unique", "Index").flatMap(({ name, arguments: args }) => {
    const isKey = name === "Unique" || args.some((argument) => isTrue(fieldOf(argument, "unique")));
    const list = args.find((argument) => argument.kind === "array") ?? fieldOf(args[0], "properties");
    const columns = textsOf(list);
    return isKey && columns.length > 0 ? [columns] : [];
  });
  const indexes = fieldOf(table, "indexes");
  const listed = (indexes?.kind === "array" ? indexes.items : []).flatMap((index) => {
    const columns = textsOf(fieldOf(index, "fields"));
    return isTrue(fieldOf(index, "unique")) && columns.length > 0 ? [columns] : [];
  });
  // Several primary columns are one key together.
  const primary = fieldsOf(one).filter((member) => decorator(member.decorators, "PrimaryColumn", "PrimaryKey"));
  return [...declared, ...listed, ...(primary.length > 1 ? [primary.map((member) => member.name)] : [])];
}
