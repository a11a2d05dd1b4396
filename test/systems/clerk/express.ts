import { clerkClient, clerkMiddleware, getAuth, requireAuth } from "@clerk/express";
import express from "express";

const app = express();
app.use(clerkMiddleware());

app.delete("/a/:id", requireAuth(), async (req, res) => { // guard: authentication requireAuth()
  await clerkClient.users.deleteUser(req.params.id); // effect: write clerk users, delete
  res.end();
});

app.post("/b/:id", async (req, res) => {
  const { userId } = getAuth(req); // guard: authentication getAuth
  if (!userId) return res.status(401).end(); // guard: authentication inline check
  await clerkClient.users.updateUser(userId, { firstName: req.body.name }); // effect: write clerk users, set
  return res.end();
});
