import express from "express";
import oracledb from "oracledb";

const app = express();

app.post("/cranes", async (req, res) => {
  const connection = await oracledb.getConnection({ user: "harbour" });
  const known = await connection.execute("SELECT id FROM cranes WHERE name = :name", { name: req.body.name }); // effect: read oracle cranes, read
  await connection.execute("INSERT INTO cranes (name) VALUES (:1)", [req.body.name], { autoCommit: true }); // effect: write oracle cranes, insert
  await connection.commit();
  await connection.close();
  res.json(known.rows);
});

const pool = await oracledb.createPool({ user: "harbour" });
app.delete("/cranes/:id", async (req, res) => {
  const connection = await pool.getConnection();
  await connection.execute("DELETE FROM cranes WHERE id = :id", { id: req.params.id }); // effect: write oracle cranes, delete
  res.end();
});
