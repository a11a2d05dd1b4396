import express from "express";
import sql from "mssql";

const app = express();
const pool = new sql.ConnectionPool(process.env.DATABASE_URL!);
const connected = pool.connect();

app.get("/sails/:id", async (req, res) => {
  const db = await sql.connect(process.env.DATABASE_URL!);
  const found = await db.request().input("id", sql.Int, req.params.id).query("SELECT TOP 1 * FROM [dbo].[Sails] WHERE Id = @id"); // effect: read sqlserver sails, read
  const others = await sql.query`SELECT * FROM Masts WHERE Sail = ${req.params.id}`; // effect: read sqlserver masts, read
  res.json([found, others]);
});

app.post("/sails", async (req, res) => {
  await connected;
  const request = pool.request();
  request.input("name", sql.NVarChar, req.body.name);
  request.input("area", req.body.area);
  await request.query("INSERT INTO Sails (Name, Area) OUTPUT INSERTED.Id VALUES (@name, @area)"); // effect: write sqlserver sails, insert
  await pool.request().input("id", sql.Int, req.body.mast).execute("HoistSail"); // effect: call sqlserver
  res.end();
});

app.put("/sails/:id", async (req, res) => {
  const transaction = new sql.Transaction(pool);
  await transaction.begin();
  await new sql.Request(transaction).input("id", req.params.id).query("UPDATE Sails SET Torn = 1 WHERE Id = @id"); // effect: write sqlserver sails, set
  await transaction.request().input("id", req.params.id).query("DELETE FROM Ropes WHERE Sail = @id"); // effect: write sqlserver ropes, delete
  await transaction.commit();
  res.end();
});
