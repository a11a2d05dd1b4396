import { ManagementClient } from "auth0";
import express from "express";

const auth0 = new ManagementClient({ domain: "d", clientId: "c", clientSecret: process.env.AUTH0_SECRET! });
const app = express();

app.post("/users/:id", async (req, res) => {
  await auth0.users.create({ email: req.body.email }); // effect: write auth0 users, insert
  await auth0.users.update({ id: req.params.id }, { name: req.body.name }); // effect: write auth0 users, set
  res.json(await auth0.users.get({ id: req.params.id })); // effect: read auth0 users, read
});
