import assert from "node:assert/strict";
import { test } from "node:test";
import { readSql, type SqlEffect, type SqlValue } from "../../../src/engine/sql/read-sql.ts";
import { HOLE } from "../../../src/engine/sql/tokenize-sql.ts";

/** One line for each effect: `upsert orders (id=$0) where a=$1 conflict(id)`. */
function effects(text: string): readonly string[] {
  return readSql(text).flatMap((statement) => statement.effects.map(line));
}

function line(effect: SqlEffect): string {
  const values = effect.values.map(({ column, value }) => `${column ?? "*"}=${shown(value)}`).join(", ");
  const where = effect.where
    .map(({ column, operator, value }) => `${column ?? "*"} ${operator} ${shown(value)}`)
    .join(" and ");
  return [
    `${effect.operation} ${effect.table ?? "?"}`,
    ...(values ? [`(${values})`] : []),
    ...(where ? [`where ${where}`] : []),
    ...(effect.partial ? ["partial"] : []),
    ...(effect.conflict ? [`conflict(${effect.conflict.join(", ")})`] : []),
    ...(effect.lock ? ["lock"] : []),
    ...(effect.returning ? ["returning"] : []),
    ...(effect.follows ? ["follows"] : []),
    ...(effect.joined ? ["joined"] : []),
  ].join(" ");
}

function shown(value: SqlValue): string {
  switch (value.kind) {
    case "parameter":
      return `$${value.parameter}`;
    case "hole":
      return `hole${value.hole}`;
    case "literal":
      return JSON.stringify(value.value);
    case "generated":
      return value.how;
    case "expression":
      return `[${[...value.columns, ...value.parameters.map((one) => `$${one}`), ...value.holes.map((one) => `hole${one}`)].join(" ")}]`;
  }
}

const CASES: readonly (readonly [sql: string, ...expected: string[]])[] = [
  ["INSERT INTO orders (id, total) VALUES ($1, $2)", "insert orders (id=$0, total=$1)"],
  ["insert into public.\"Orders\"(id,n) values(?, 'a''b')", 'insert orders (id=$0, n="a\'b")'],
  ["INSERT INTO t (id) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING *", "upsert t (id=$0) conflict(id) returning"],
  ["INSERT INTO t (id) VALUES ($1) ON CONFLICT DO NOTHING", "upsert t (id=$0) conflict()"],
  [
    "INSERT INTO t (k, n) VALUES ($1, 1) ON CONFLICT (k) DO UPDATE SET n = EXCLUDED.n",
    "upsert t (k=$0, n=1) conflict(k)",
  ],
  [
    "INSERT INTO t (k, n) VALUES ($1, 1) ON CONFLICT (k) DO UPDATE SET n = t.n + EXCLUDED.n",
    "increment t (k=$0, n=1) conflict(k)",
  ],
  ["INSERT INTO t (k) VALUES (?) ON DUPLICATE KEY UPDATE n = n + 1", "increment t (k=$0) conflict()"],
  ["INSERT OR IGNORE INTO t (id) VALUES (:id)", "upsert t (id=$id) conflict()"],
  ["REPLACE INTO t (id) VALUES (1)", "upsert t (id=1) conflict()"],
  ["INSERT INTO t (id, at) VALUES (gen_random_uuid(), now())", "insert t (id=random, at=time)"],
  ["INSERT INTO log (a) SELECT a FROM src WHERE k = $1", "insert log", "read src where k = $0"],
  [
    "INSERT INTO t (id) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM t WHERE id = $1)",
    "upsert t conflict(id)",
    "read t where id = $0",
  ],
  ["UPDATE t SET a = $1 WHERE id = $2", "set t (a=$0) where id = $1"],
  ["UPDATE t SET n = n - $1 WHERE id = $2 AND n >= $1", "increment t (n=[n $0]) where id = $1 and n >= $0"],
  ["UPDATE t SET n = coalesce(n, 0) + 1", "increment t (n=[n])"],
  ["UPDATE t SET n = coalesce($1, n)", "set t (n=[n $0])"],
  ["UPDATE t SET v = v + 1, a = 1 WHERE id = $1 AND v = $2", "set t (v=[v], a=1) where id = $0 and v = $1"],
  ["UPDATE t SET open = NOT open", "toggle t (open=[open])"],
  ["UPDATE t SET tags = array_append(tags, $1)", "append t (tags=[tags $0])"],
  ["UPDATE `t` x SET x.`a` = 1 WHERE x.id IN (?, ?)", "set t (a=1) where id in [$0 $1]"],
  ["DELETE FROM t WHERE at < now() -- old ones", "delete t where at < time"],
  ["TRUNCATE TABLE t", "delete t"],
  [
    "SELECT * FROM a JOIN b ON b.a_id = a.id WHERE a.id = $1 AND b.owner = $2",
    "read a where id = $0 and owner = $1 and a_id = [id] and id = [a_id]",
    "read b where id = $0 and owner = $1 and a_id = [id] and id = [a_id]",
  ],
  [
    "SELECT a.*, b.name FROM a LEFT JOIN b ON b.id = a.b_id WHERE a.id = $1 ORDER BY b.name",
    "read a where id = $0 and id = [b_id] and b_id = [id]",
    "read b where id = $0 and id = [b_id] and b_id = [id] joined",
  ],
  [
    "SELECT a.n, x.* FROM a JOIN b AS x ON x.id = a.b_id",
    "read a where id = [b_id] and b_id = [id]",
    "read b where id = [b_id] and b_id = [id]",
  ],
  [
    "SELECT a.n, x.name FROM a JOIN b x ON x.id = a.b_id WHERE x.open UNION SELECT n, '' FROM c",
    "read a where open ? [open] and id = [b_id] and b_id = [id]",
    "read b where open ? [open] and id = [b_id] and b_id = [id]",
    "read c where open ? [open] and id = [b_id] and b_id = [id]",
  ],
  ["SELECT * FROM t WHERE lower(email) = lower($1) AND deleted IS NULL", "read t where email = $0 and deleted is null"],
  ["SELECT * FROM t WHERE id = ANY($1) FOR UPDATE SKIP LOCKED", "read t where id in $0 lock"],
  ["SELECT * FROM t WHERE a = 1 OR b = $1", "read t where * ? [a b $0] partial"],
  ["SELECT * FROM t WHERE n BETWEEN $1 AND $2 AND id = $3", "read t where n between [$0 $1] and id = $2"],
  ["SELECT count(*) FROM generate_series(1, 2) g, t", "read t"],
  ["SELECT * FROM t WHERE a IS DISTINCT FROM b", "read t where a <> [b]"],
  ["SELECT extract(epoch FROM at) FROM t", "read t"],
  [
    "SELECT * FROM t WHERE team IN (SELECT team FROM members WHERE user_id = $1)",
    "read t where user_id = $0 and team in [team members user_id $0]",
    "read members where user_id = $0",
  ],
  [
    "WITH gone AS (DELETE FROM q WHERE id = $1 RETURNING *) INSERT INTO archive SELECT * FROM gone",
    "delete q where id = $0 returning",
    "insert archive follows",
  ],
  [
    "WITH said AS (INSERT INTO votes (poll, who) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1) UPDATE polls SET n = n + (SELECT count(*) FROM said) WHERE id = $1",
    "upsert votes (poll=$0, who=$1) conflict() returning",
    "increment polls (n=[n said]) where id = $0 follows",
  ],
  [
    "WITH one AS (INSERT INTO votes (poll) VALUES ($1) RETURNING poll) UPDATE polls SET n = n + 1 WHERE id IN (SELECT poll FROM one)",
    "insert votes (poll=$0) returning",
    "increment polls (n=[n]) where id in [poll one]",
  ],
  ["UPDATE t SET prefs = coalesce(prefs, '{}'::jsonb) || $1::jsonb", "set t (prefs=[prefs jsonb $0])"],
  ["UPDATE t SET lines = coalesce(lines, '[]'::jsonb) || $1::jsonb", "append t (lines=[lines jsonb $0])"],
  ["UPDATE t SET lines = lines || jsonb_build_array($1)", "append t (lines=[lines $0])"],
  ["UPDATE t SET tags = tags || $1", "append t (tags=[tags $0])"],
  [
    "WITH due AS (SELECT id FROM users WHERE paid), fresh AS (SELECT due.id FROM due LEFT JOIN streaks s ON s.who = due.id WHERE s.id IS NULL) INSERT INTO streaks (who) SELECT id FROM fresh",
    "insert streaks follows",
    "read users where paid ? [paid]",
    "read streaks where id is null and who = [id] and id = [who]",
  ],
  [
    "WITH due AS (SELECT id FROM users WHERE paid) INSERT INTO streaks (who) SELECT id FROM due",
    "insert streaks",
    "read users where paid ? [paid]",
  ],
  ["UPDATE t SET prefs = prefs - 'theme'", "set t (prefs=[prefs])"],
  ["UPDATE t SET prefs = prefs - $1::text[]", "set t (prefs=[prefs $0])"],
  [
    "UPDATE t SET a = meta->>$1, meta = meta - $1 WHERE meta->>$1 IS NOT NULL",
    "set t (a=[meta $0], meta=[meta $0]) where meta is not null",
  ],
  ["UPDATE t SET n = n - $1::int", "increment t (n=[n $0])"],
  ["MERGE INTO t USING s ON (t.id = s.id) WHEN MATCHED THEN UPDATE SET a = 1", "upsert t conflict(id, id)"],
  ["SELECT * FROM [my table] WHERE [id] = @p1", "read my table where id = $p1"],
  [`INSERT INTO t ${HOLE}`, "insert t (*=hole0)"],
  [`UPDATE ${HOLE} SET a = ${HOLE} WHERE ${HOLE}`, "set ? (a=hole1) where * ? hole2 partial"],
  [`SELECT * FROM t WHERE name = '${HOLE}' AND id = ${HOLE}`, "read t where name = hole0 and id = hole1"],
  [`SELECT * FROM t -- ${HOLE}\nWHERE id = ${HOLE}`, "read t where id = hole1"],
  ["SELECT * FROM orders WHERE id =", "read orders where id = []"],
  ["INSERT INTO", "insert ?"],
  ["SET TIME ZONE 'UTC'"],
  ["((("],
  [""],
];

for (const [sql, ...expected] of CASES) {
  test(sql.replaceAll(HOLE, "⟨⟩").replace(/\n/g, "↵") || "no text", () => assert.deepEqual(effects(sql), expected));
}

test("statements are told apart, and transactions seen", () => {
  const kinds = readSql("BEGIN; UPDATE t SET a = ';'; CALL close(1); COMMIT; ROLLBACK TO s; create table x (a int)");
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ["begin", "update", "procedure", "end", "other", "definition"],
  );
});

test("long and deep texts take linear time and no stack", () => {
  const texts = [
    `SELECT * FROM t WHERE ${"a = 1 AND ".repeat(20_000)}b = 2`,
    "(".repeat(100_000),
    `${"SELECT (".repeat(60)}${"a = 1 and ".repeat(10_000)}`,
    `UPDATE t SET ${"a = b, ".repeat(20_000)}c = 1`,
    "'".repeat(100_001),
  ];
  for (const text of texts) {
    const start = performance.now();
    readSql(text);
    assert.ok(performance.now() - start < 3000, text.slice(0, 20));
  }
});
