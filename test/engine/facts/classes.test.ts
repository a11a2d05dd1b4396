import assert from "node:assert/strict";
import { test } from "node:test";
import { body, facts, under, write, writeStatements, writeType } from "./read.ts";

const text = `
@Controller("orders")
export abstract class Orders extends Base<Order> implements A, B<C> {
  @Inject() private readonly db: Db;
  static count = 0;
  list = () => this.db.list();
  constructor(private readonly mail: Mail, @Inject("x") protected queue?: Queue, plain = 1) { super(); }
  @Post(":id") async pay(@Param("id") id: string, @Body() body: Pay) { return this.#charge(id) }
  get total(): number { return 1 }
  set total(value) {}
  #charge(id) {}
  static { setup() }
  abstract audit(): void;
  over(a: string): void;
  over(a: any) {}
  [Symbol.iterator]() {}
  "quoted-name"?() {}
  declare hidden: string;
}
`;

test("a class: decorators, base, interfaces", () => {
  const read = facts(text);
  const [found] = read.classes;
  assert.equal(found?.name, "Orders");
  assert.equal(under(text, found?.nameAt ?? [0, 0]), "Orders");
  assert.deepEqual(found?.decorators.map(write), ['Controller("orders")']);
  assert.equal(found?.extends && write(found.extends), "Base");
  assert.deepEqual(found?.extendsTypes?.map(writeType), ["Order"]);
  assert.deepEqual(found?.implements.map(writeType), ["A", "B<C>"]);
  assert.equal(found?.abstract, true);
  assert.equal(read.bindings[0]?.class, 0);
  assert.equal(body(text), "class0");
});

test("members in the order of the text; overloads and declared fields left out", () => {
  const members = facts(text).classes[0]?.members ?? [];
  assert.deepEqual(
    members.map((member) => `${member.static ? "static " : ""}${member.kind} ${member.name}`),
    [
      "field db",
      "static field count",
      "field list",
      "constructor constructor",
      "method pay",
      "getter total",
      "setter total",
      "method #charge",
      "static method static {}",
      "method audit",
      "method over",
      "method [Symbol.iterator]",
      "method quoted-name",
    ],
  );
  assert.equal(members.find(({ name }) => name === "audit")?.function, undefined);
  assert.equal(members.find(({ name }) => name === "quoted-name")?.optional, true);
});

test("fields have their type and value", () => {
  const [db, count, list] = facts(text).classes[0]?.members ?? [];
  assert.equal(db?.type && writeType(db.type), "Db");
  assert.deepEqual(db?.decorators.map(write), ["Inject()"]);
  assert.equal(count?.value && write(count.value), "0");
  assert.equal(list?.value && write(list.value), "function1");
});

test("parameter properties, decorators of parameters", () => {
  const read = facts(text);
  const made = read.functions.find(({ kind }) => kind === "constructor");
  assert.deepEqual(
    made?.parameters.map(({ property, optional, decorators }) => [property, optional, decorators.map(write)]),
    [
      ["mail", false, []],
      ["queue", true, ['Inject("x")']],
      [undefined, true, []],
    ],
  );
  const pay = read.functions.find(({ name }) => name === "pay");
  assert.equal(pay?.class, 0);
  assert.deepEqual(
    pay?.parameters.map(({ decorators }) => decorators.map(write)),
    [['Param("id")'], ["Body()"]],
  );
  assert.equal(
    writeStatements(pay?.body ?? []),
    "return this.#charge(id#2)".replace("#2", `#${read.bindings.findIndex(({ name }) => name === "id")}`),
  );
});

test("a class expression goes by its variable or its own name", () => {
  const read = facts("const A = class {}; const B = class C { make() { return new C() } };");
  assert.deepEqual(
    read.classes.map(({ name }) => name),
    ["A", "C"],
  );
  assert.equal(writeStatements(read.functions[1]?.body ?? []), "return new C#2()");
});
