import express from "express";
import knex from "knex";

const app = express();
const db = knex({ client: "pg" });

// What was not there to be taken away is added: the second call undoes the first.
app.post("/hikes/:id/watch", async (req, res) => {
  const key = { hike_id: req.params.id, user_id: req.body.user };
  const removed = await db("watchers").where(key).del();
  if (!removed) await db("watchers").insert(key); // expect: unguarded-increment
  res.end();
});
app.post("/hikes/:id/pin", async (req, res) => {
  const key = { hike_id: req.params.id, user_id: req.body.user };
  const removed = await db("pins").where({ hike_id: "old" }).del();
  if (!removed) await db("pins").insert(key); // silent: another row was taken away
  res.end();
});
// The second time there is no row, and nothing can be read off it.
app.delete("/tracks/:id", async (req, res) => {
  const [track] = await db("tracks").where({ id: req.params.id }).del().returning("*");
  await db("usage").where({ hiker_id: track.hiker_id }).decrement("bytes", track.size); // silent: of what was taken away
  res.end();
});
app.delete("/tracks", async (req, res) => {
  await db("tracks").where({ hiker_id: req.body.hiker }).del();
  await db("usage").where({ hiker_id: req.body.hiker }).decrement("bytes", 500); // expect: unguarded-increment
  res.end();
});
