// https://node-postgres.com/features/queries · https://github.com/porsager/postgres · https://sidorares.github.io/node-mysql2/docs · https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md

// file: a.ts
import express from "express"; const app = express();
import pg from 'pg';
import postgres from 'postgres';
import mysql from 'mysql2/promise';
import Database from 'better-sqlite3';
const { Pool, Client } = pg; const pool = new Pool(); const client = new Client(); 
const sql = postgres('postgres://x'); const my = mysql.createPool({}); const lite = new Database('x.db');
app.post('/', async (req, res) => {
  await pool.query('INSERT INTO users(name, email) VALUES($1, $2) RETURNING *', ['a', 'b']); // effect: write postgres users, insert
  await pool.query({ text: 'UPDATE users SET n = n + 1 WHERE id = $1', values: [1], rowMode: 'array' }); // effect: write postgres users, increment
  await pool.query({ name: 'fetch-user', text: 'SELECT * FROM users WHERE id = $1', values: [1] }); // effect: read postgres users
  const c = await pool.connect();
  try { await c.query('BEGIN'); await c.query('DELETE FROM photos WHERE id = $1', [1]); await c.query('COMMIT'); } finally { c.release(); } // effect: write postgres photos, delete
  client.query('SELECT NOW()', (err, r) => {});
  await pool.query('INSERT INTO a (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = excluded.n'); // effect: write postgres a, upsert
  await pool.query('WITH d AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM d'); // effect: write postgres a, delete // effect: write postgres b, insert
  await sql`insert into users ${sql({ name: 'x' })}`; // effect: write postgres users, insert
  await sql`update users set ${sql({ name: 'y' }, 'name')} where user_id = 1`; // effect: write postgres users, set
  await sql`select * from ${sql('users')} where age > 1`.cursor(10, async () => {}); // effect: read postgres users
  await sql.begin(async (sql) => { await sql`delete from logs`; }); // effect: write postgres logs, delete
  await sql.unsafe('delete from danger'); // effect: write postgres danger, delete
  await my.execute('SELECT * FROM `table` WHERE `name` = ?', ['x']); // effect: read mysql table
  await my.query('INSERT INTO posts SET ?', { title: 'x' }); // effect: write mysql posts, insert
  const cn = await my.getConnection(); await cn.beginTransaction(); await cn.execute('UPDATE p SET a = 1'); await cn.commit(); // effect: write mysql p, set
  lite.prepare('INSERT INTO cats (name) VALUES (?)').run('x'); // effect: write sqlite cats, insert
  lite.prepare('SELECT * FROM cats').get(1); // effect: read sqlite cats
  const many = lite.transaction((cats) => { for (const cat of cats) lite.prepare('DELETE FROM cats').run(cat); }); many([]); // effect: write sqlite cats, delete
  lite.exec('UPDATE cats SET a = 1'); // effect: write sqlite cats, set
  res.end();
});
