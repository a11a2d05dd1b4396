import assert from "node:assert/strict";
import { test } from "node:test";
import { extractFacts } from "../../../src/engine/facts/extract-facts.ts";
import type { Table } from "../../../src/engine/model/service-model.ts";
import { createSchema } from "../../../src/engine/schema/create-schema.ts";
import { mayDeclareTables, readModels } from "../../../src/engine/schema/read-models.ts";
import { readPrismaSchema } from "../../../src/engine/schema/read-prisma-schema.ts";
import { readSqlSchema } from "../../../src/engine/schema/read-sql-schema.ts";
import { NEWEST } from "../../harness/typescripts.ts";

/** `orders: id, a+b | generated id | owner>users`. */
function shown(tables: readonly Table[]): readonly string[] {
  return [...createSchema(tables).tables.values()].map(({ name, unique, columns }) => {
    const generated = columns.filter((column) => column.generated).map((column) => column.name);
    const references = columns
      .filter((column) => column.references)
      .map((column) => `${column.name}>${column.references}`);
    return [
      `${name}: ${unique.map((key) => key.join("+")).join(", ")}`,
      `generated ${generated.join(", ")}`,
      references.join(", "),
    ]
      .filter((part) => part !== "" && part !== "generated ")
      .join(" | ");
  });
}

function models(text: string): readonly string[] {
  assert.ok(mayDeclareTables(text), "the file would not be read");
  return shown(readModels("a.ts", text, extractFacts(NEWEST.load(), "a.ts", text)));
}

test("Prisma: keys, defaults, relations, mapped names", () => {
  const { tables, database } = readPrismaSchema(
    `
datasource db {
  provider = "postgresql" // "mysql"
}
enum Role { USER }
model User {
  id    String @id @default(cuid())
  email String @unique @map("mail")
  role  Role   @default(USER)
  posts Post[]
  @@map("users")
}
model Post {
  slug     String
  authorId String
  author   User @relation(fields: [authorId], references: [id],
                          onDelete: Cascade)
  at       DateTime @updatedAt
  @@id([authorId, slug])
  @@unique([slug, at(sort: Desc)])
}
`,
    "schema.prisma",
  );
  assert.equal(database, "postgres");
  assert.deepEqual(shown(tables), [
    "user: id, email | generated id",
    "users: id, mail | generated id",
    "post: authorid+slug, slug+at | generated at | authorid>user",
  ]);
});

test("SQL: tables, constraints, indexes and what later migrations change", () => {
  const first = `
CREATE TABLE IF NOT EXISTS public."Orders" (
  id bigserial PRIMARY KEY,
  owner_id uuid NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  token text UNIQUE,
  at timestamptz DEFAULT now(),
  "status" text DEFAULT 'open' CHECK (status IN ('open', 'paid')),
  CONSTRAINT one_each UNIQUE (owner_id, token)
);
create table lines (order_id int, n int, primary key (order_id, n), foreign key (order_id) references "Orders"(id));
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS by_status ON "Orders" USING btree (lower(status)) WHERE at IS NOT NULL;`;
  const second = `
ALTER TABLE "Orders" DROP CONSTRAINT one_each, ADD COLUMN payment text UNIQUE;
ALTER TABLE ONLY lines ADD CONSTRAINT k UNIQUE (n);
DROP INDEX by_status;
ALTER TABLE "Orders" RENAME COLUMN token TO code;
DROP TABLE missing;`;
  assert.deepEqual(shown(readSqlSchema([{ file: "1.sql", text: first }])), [
    "orders: id, token, owner_id+token, status | generated id, at | owner_id>users",
    "lines: order_id+n | order_id>orders",
  ]);
  assert.deepEqual(
    shown(
      readSqlSchema([
        { file: "1.sql", text: first },
        { file: "2.sql", text: second },
      ]),
    ),
    ["orders: id, code, payment | generated id, at | owner_id>users", "lines: order_id+n, n | order_id>orders"],
  );
});

test("Drizzle: columns, unique indexes, names of the code and of the database", () => {
  assert.deepEqual(
    models(`
import { pgTable, text, uniqueIndex, uuid, primaryKey } from "drizzle-orm/pg-core";
export const users = pgTable("user", { id: uuid().primaryKey().defaultRandom(), email: text("mail").notNull().unique() });
export const members = pgTable("members", { userId: uuid("user_id").references(() => users.id), team: text() }, (t) => [
  primaryKey({ columns: [t.userId, t.team] }),
]);
const other = notATable("x", {});
`),
    [
      "users: id, email, mail | generated id",
      "user: id, email, mail | generated id",
      "members: userid+team, user_id+team | userid>users, user_id>users",
    ],
  );
});

test("Drizzle: foreign keys that stand beside the columns", () => {
  assert.deepEqual(
    models(`
import { foreignKey, pgTable, uuid } from "drizzle-orm/pg-core";
export const carts = pgTable("carts", { id: uuid().primaryKey() });
export const lines = pgTable("lines", { cartId: uuid("cart_id"), parent: uuid() }, (t) => [
  foreignKey({ columns: [t.cartId], foreignColumns: [carts.id], name: "lines_cart" }).onDelete("cascade"),
]);
`),
    ["carts: id", "lines:  | cartid>carts, cart_id>carts"],
  );
});

test("Drizzle: a project's own table creator", () => {
  assert.deepEqual(
    models(`
import { pgTableCreator, text } from "drizzle-orm/pg-core";
export const createTable = pgTableCreator((name) => "app_" + name);
export const posts = createTable("post", (d) => ({ slug: d.text().unique() }));
`),
    ["posts: slug", "post: slug"],
  );
});

test("Classes with decorators: TypeORM, MikroORM, sequelize-typescript", () => {
  assert.deepEqual(
    models(`
@Entity({ name: "orders" })
@Unique(["owner", "token"])
@Index(["code"], { unique: true })
export class Order extends Base {
  @PrimaryGeneratedColumn("uuid") id: string;
  @Column({ name: "the_code" }) code: string;
  @Column() token: string;
  @CreateDateColumn() at: Date;
  @ManyToOne(() => User) @JoinColumn({ name: "owner_id" }) owner: User;
  @OneToOne(() => Receipt, (receipt) => receipt.order) receipt: Receipt;
  notAColumn: string;
}
class Plain { id: string }
`),
    [
      "order: id, owner+token, code, owner_id+token, the_code | generated id, at | owner>user, owner_id>user",
      "orders: id, owner+token, code, owner_id+token, the_code | generated id, at | owner>user, owner_id>user",
    ],
  );
  assert.deepEqual(
    models(
      `@Entity() @Unique({ properties: ["a", "b"] }) export class CartItem { @PrimaryKey() id!: number; @Property({ unique: true }) a: string }`,
    ),
    ["cartitem: id, a, a+b | generated id", "cart_item: id, a, a+b | generated id"],
  );
});

test("Sequelize: define, init, named groups, migrations", () => {
  assert.deepEqual(
    models(`
const Order = sequelize.define("Order", { a: { type: DataTypes.STRING, unique: "pair" }, b: { type: DataTypes.STRING, unique: "pair" } }, { tableName: "orders" });
User.init({ email: { type: DataTypes.STRING, unique: true, field: "mail" } }, { sequelize, modelName: "user" });
`),
    ["user: id, email, mail | generated id", "order: id, a+b | generated id", "orders: id, a+b | generated id"],
  );
  assert.deepEqual(
    models(`
module.exports = { async up(queryInterface, Sequelize) {
  await queryInterface.createTable("carts", { id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true } });
  await queryInterface.addIndex("carts", ["owner"], { unique: true });
} };`),
    ["carts: id, owner | generated id"],
  );
});

test("Mongoose: paths, indexes, the model's name, Nest's classes", () => {
  assert.deepEqual(
    models(`
import mongoose, { Schema } from "mongoose";
const orderSchema = new Schema<Order>({ key: { type: String, unique: true }, owner: { type: Schema.Types.ObjectId, ref: "User" }, at: { type: Date, default: Date.now } });
orderSchema.index({ owner: 1, at: -1 }, { unique: true });
orderSchema.index({ at: 1 });
export const Order = mongoose.models.Order || mongoose.model("Order", orderSchema);
export const cartSchema = new mongoose.Schema({ a: String });
`),
    ["order: _id, key, owner+at | generated _id, at | owner>user", "cart: _id | generated _id"],
  );
  assert.deepEqual(
    models(`
import { model, Schema } from "mongoose";
const times = { at: { type: Date, default: Date.now } };
const definition = { ...times, key: { type: String, unique: true } };
module.exports = model("Parcel", new Schema(definition));
`),
    ["parcel: _id, key | generated _id, at"],
  );
  assert.deepEqual(
    models(`
@Schema() export class Cat { @Prop({ unique: true }) name: string; @Prop() age: number; }
export const CatSchema = SchemaFactory.createForClass(Cat);
CatSchema.index({ age: 1, name: 1 }, { unique: true });
`),
    ["cat: _id, name, age+name | generated _id"],
  );
});

test("Knex migrations and SQL in code, without what down does", () => {
  assert.deepEqual(
    models(`
export async function up(knex) {
  await knex.schema.createTable("orders", (table) => {
    table.increments();
    table.uuid("owner").references("id").inTable("users");
    table.unique(["owner", "token"]);
    table.timestamps(true, true);
  });
}
export async function down(knex) { await knex.schema.createTable("gone", (table) => { table.string("a").unique(); }); }
`),
    ["orders: id, owner+token | generated id, created_at, updated_at | owner>users"],
  );
  assert.deepEqual(
    models(
      `export class M1 { async up(q) { await q.query(\`CREATE TABLE a (id int PRIMARY KEY)\`); } async down(q) { await q.query("CREATE TABLE b (id int PRIMARY KEY)"); } }`,
    ),
    ["a: id"],
  );
});
