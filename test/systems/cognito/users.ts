import { AdminCreateUserCommand, AdminDeleteUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import express from "express";

const client = new CognitoIdentityProviderClient({});
const verifier = CognitoJwtVerifier.create({ userPoolId: "pool" });
const app = express();

app.post("/users/:id", async (req, res) => {
  await verifier.verify(String(req.headers.authorization)); // guard: authentication verifier.verify
  await client.send(new AdminCreateUserCommand({ UserPoolId: "pool", Username: req.body.email })); // effect: write cognito users, upsert
  await client.send(new AdminDeleteUserCommand({ UserPoolId: "pool", Username: req.params.id })); // effect: write cognito users, delete
  res.end();
});
