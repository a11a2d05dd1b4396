import express from "express";
import { type CommonQueryMethods, createPool, sql } from "slonik";

const pool = await createPool(process.env.DATABASE_URL!);
const app = express();

class Buoys {
  constructor(private readonly pool: CommonQueryMethods) {}

  rename(id: string, name: string) {
    return this.pool.one(sql.unsafe`update ${sql.identifier(["buoys"])} set name = ${name} where id = ${id} returning *`); // effect: write postgres buoys, set
  }
}

app.get("/buoys/:id", async (req, res) => {
  res.json(await pool.maybeOne(sql.type(buoy)`select * from buoys where id = ${req.params.id}`)); // effect: read postgres buoys, read
});
app.put("/buoys/:id", async (req, res) => {
  res.json(await new Buoys(pool).rename(req.params.id, req.body.name));
});
app.post("/buoys", async (req, res) => {
  await pool.connect(async (connection) => {
    await connection.query(sql`insert into buoys (name) values (${req.body.name})`); // effect: write postgres buoys, insert
  });
  await pool.transaction(async (one) => {
    await one.query(sql.unsafe`delete from lights where buoy = ${req.body.old}`); // effect: write postgres lights, delete
  });
  res.end();
});
