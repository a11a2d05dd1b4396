// Whose rows a list holds is told by its queries.
import express from "express";
import { Client, Databases, Query, TablesDB } from "node-appwrite";

const client = new Client().setEndpoint("").setProject("").setKey("");
const databases = new Databases(client);
const tables = new TablesDB(client);
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.get("/berths/mine", async (req, res) => {
  res.json(await databases.listDocuments("harbour", "berths", [Query.equal("userId", req.user.id), Query.limit(25)]));
});
app.delete("/berths/:id", async (req, res) => {
  const own = await databases.listDocuments("harbour", "berths", [
    Query.equal("$id", [req.params.id]),
    Query.equal("userId", [req.user.id]),
  ]);
  if (own.total === 0) return res.sendStatus(404);
  await databases.deleteDocument("harbour", "berths", req.params.id); // silent: it was looked up for the caller
  res.sendStatus(204);
});

app.get("/persons/:id/berths", async (req, res) => {
  res.json(await databases.listDocuments("harbour", "berths", [Query.equal("userId", req.params.id)])); // expect: unowned-object
});
app.get("/persons/:id/logs", async (req, res) => {
  res.json(await tables.listRows({ databaseId: "harbour", tableId: "berths", queries: [Query.equal("userId", [req.params.id]), Query.orderDesc("$createdAt")] })); // expect: unowned-object
});
app.get("/berths", async (req, res) => {
  res.json(await databases.listDocuments("harbour", "berths", [Query.and([Query.equal("userId", req.user.id), Query.equal("pier", req.query.pier)])])); // silent: among the caller's own
});
app.get("/berths/shared", async (req, res) => {
  res.json(await databases.listDocuments("harbour", "berths", [Query.or([Query.equal("userId", req.user.id), Query.equal("open", true)])])); // silent: their own and what is open
});
app.get("/berths/search", async (req, res) => {
  const queries = JSON.parse(String(req.query.queries));
  res.json(await databases.listDocuments("harbour", "berths", queries)); // silent: nobody can read what is asked
});
