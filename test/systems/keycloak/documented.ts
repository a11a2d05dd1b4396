import KcAdminClient from "@keycloak/keycloak-admin-client";
import express from "express";

const app = express();
const admin = new KcAdminClient({ baseUrl: "https://id.example.com", realmName: "club" });

app.post("/members", async (request, response) => {
  await admin.auth({ grantType: "client_credentials", clientId: "club", clientSecret: process.env.KEYCLOAK_SECRET });
  const found = await admin.users.find({ email: request.body.email }); // effect: read keycloak users
  if (found.length > 0) return response.status(409).end();
  const { id } = await admin.users.create({ email: request.body.email }); // effect: write keycloak users, insert
  await admin.users.addToGroup({ id, groupId: "members" }); // effect: write keycloak users, set
  response.json({ id });
});

app.put("/members/:id/password", async (request, response) => {
  const { id } = request.params;
  await admin.users.resetPassword({ id, credential: { type: "password", value: request.body.password } }); // effect: write keycloak users, set
  await admin.users.update({ id }, { emailVerified: true }); // effect: write keycloak users, set
  response.json({});
});

app.delete("/members/:id", async (request, response) => {
  await admin.users.executeActionsEmail({ id: request.params.id, actions: [] }); // effect: call keycloak users
  await admin.users.del({ id: request.params.id }); // effect: write keycloak users, delete
  response.json({});
});
