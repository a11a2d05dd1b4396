import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { createTerms } from "../../../src/engine/link/terms/terms.ts";
import type { Term } from "../../../src/engine/model/term.ts";
import type { CallDefinition, CallView, System } from "../../../src/engine/systems/define-system.ts";
import { SYSTEMS } from "../../../src/engine/systems/index.generated.ts";
import { KNOWN_MIDDLEWARE } from "../../../src/engine/systems/known-middleware.ts";
import { SYSTEM_NAMES } from "../../../src/engine/systems/system-names.ts";

const terms = createTerms();
const text = terms.literal("INSERT INTO orders (id) VALUES ($1) ON CONFLICT (id) DO NOTHING");
const made = terms.external(
  "a",
  ["new PutCommand()"],
  undefined,
  [terms.object([{ key: "TableName", value: text }])],
  undefined,
);

/** Arguments of every shape that code can have. */
const SHAPES: readonly (readonly Term[])[] = [
  [],
  [text],
  [terms.undefined, terms.undefined],
  [terms.literal(null), terms.literal(5)],
  [terms.unknown([])],
  [terms.input("body", []), terms.input("body", ["a"]), terms.unknown([text])],
  [
    terms.object([]),
    terms.object([{ value: terms.unknown([]) }]),
    terms.object([{ key: "upsert", value: terms.literal(true) }]),
  ],
  [terms.array([]), terms.array([text, terms.object([{ key: "id", value: terms.unstable("random") }])])],
  [terms.choice([text, terms.unknown([])]), terms.operation("??", [text, terms.environment("URL")])],
  [terms.text([terms.literal("SELECT * FROM "), terms.unknown([])]), terms.array([terms.unknown([])])],
  [made, made],
  [
    terms.object([
      { key: "where", value: terms.object([{ key: "a_b", value: terms.object([{ key: "a", value: text }]) }]) },
    ]),
  ],
  [terms.function({ file: "a.ts", index: 1 }, new Map())],
];

function viewOf(path: readonly string[], args: readonly Term[]): CallView {
  const client = terms.external("a", ["new A()"], undefined, args, undefined);
  return {
    path,
    client,
    clientName: "",
    receiver: client,
    arguments: args,
    text: () => undefined,
    at: (reference) => (reference.startsWith("$0") ? args[0] : undefined),
    earlier: (_, index) => args[index],
    name: () => undefined,
    terms,
    database: undefined,
    table: () => undefined,
    pending: () => [],
    procedure: () => undefined,
    returned: () => undefined,
    handedUp: () => undefined,
    own: () => undefined,
    related: () => undefined,
    external: () => terms.unknown([]),
  };
}

/** A path that a pattern matches: `*` as `x`, the first of alternatives. */
function pathOf(pattern: string): readonly string[] {
  return pattern.split(/\.(?![^(]*\))/).map((segment) => (/^\*+$/.test(segment) ? "x" : (segment.split("|")[0] ?? "")));
}

for (const system of SYSTEMS) {
  test(`${system.id}: readers take anything, and say what fits together`, () => {
    for (const [pattern, entry] of Object.entries(system.calls)) {
      for (const args of SHAPES) {
        for (const path of [pathOf(pattern), ...pattern.split("|").map((name) => [name])]) {
          const said = typeof entry === "function" ? entry(viewOf(path, args)) : entry;
          for (const definition of said === undefined ? [] : Array.isArray(said) ? said : [said as CallDefinition])
            check(definition);
        }
      }
    }
    for (const guard of Object.values(system.guards ?? {})) {
      for (const args of SHAPES) if (typeof guard === "function") guard(viewOf(["x"], args));
    }
  });

  test(`${system.id}: its file names the manual, its patterns can match, it has a fixture`, () => {
    const [first] = readFileSync(fromRoot(`src/engine/systems/${system.id}.ts`), "utf8").split("\n");
    assert.match(first ?? "", /^\/\/ https:\/\//);
    assert.ok(existsSync(fromRoot(`test/systems/${system.id}`)), "no fixture");
    for (const pattern of patternsOf(system)) {
      // An alternative is one segment: `a|b.c` is `a.c` or `b.c`.
      for (const segment of pattern.split(".")) {
        if (segment.includes("|"))
          assert.ok(!segment.split("|").some((part) => part === "*" || part === "**" || part === ""), pattern);
      }
    }
    for (const pattern of [...system.clients, ...(system.builders ?? []), ...(system.same ?? [])])
      assert.ok(!pattern.includes("**"), pattern);
  });
}

function patternsOf(system: System): readonly string[] {
  return [
    ...system.clients,
    ...Object.keys(system.calls),
    ...Object.keys(system.guards ?? {}),
    ...Object.keys(system.transactions ?? {}),
    ...(system.builders ?? []),
    ...(system.decodes ?? []),
  ];
}

const OPERATIONS: Readonly<Record<CallDefinition["access"], readonly (string | undefined)[]>> = {
  read: ["read", undefined],
  write: ["set", "upsert", "delete", "insert", "append", "increment", "toggle", "charge", "call", undefined],
  publish: ["publish", "upsert", undefined],
  call: ["call", "read", "send", "charge", undefined],
};

function check(definition: CallDefinition): void {
  const { access, operation, target } = definition;
  assert.ok(OPERATIONS[access].includes(operation), `${access} ${operation}`);
  if (target !== undefined) assert.match(target, /^(?:=[^\s].*|\$.+)$/s);
  for (const reference of [definition.data, definition.where, definition.key]) {
    if (typeof reference === "string") assert.match(reference, /^\$/);
  }
  if (operation === "upsert" && access === "write") assert.ok(definition.conflict, "an upsert tells its key");
}

test("ids of reached systems have names", () => {
  const ids = new Set(SYSTEMS.map(({ id }) => id));
  for (const { id, system } of SYSTEMS) {
    if (typeof system === "string") assert.ok(ids.has(system) || SYSTEM_NAMES[system], `${id} reaches ${system}`);
  }
});

test("packages of known middleware are in lower case, as the registry has them", () => {
  for (const name of Object.keys(KNOWN_MIDDLEWARE)) assert.equal(name, name.toLowerCase());
});
