import express from "express";
import neo4j from "neo4j-driver";

const driver = neo4j.driver("bolt://localhost", neo4j.auth.basic("neo4j", process.env.NEO4J_PASSWORD ?? ""));
const app = express();

app.post("/boats", async (req, res) => {
  const session = driver.session();
  const known = await session.run("MATCH (b:Boat { name: $name }) RETURN b", { name: req.body.name }); // effect: read neo4j Boat, read
  await session.run("CREATE (b:Boat { name: $name })", { name: req.body.name }); // effect: write neo4j Boat, insert
  await session.executeWrite((tx) => tx.run("MERGE (h:Harbour { name: $name })", { name: req.body.harbour })); // effect: write neo4j Harbour, upsert
  await driver.executeQuery("MATCH (b:Boat { name: $name }) SET b.afloat = true", { name: req.body.name }); // effect: write neo4j Boat, set
  await driver.executeQuery("MATCH (b:Boat { name: $name }) DETACH DELETE b", { name: req.body.name }); // effect: write neo4j Boat, delete
  res.json(known);
});
