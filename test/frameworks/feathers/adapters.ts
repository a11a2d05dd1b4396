import { AuthenticationService, authenticate } from "@feathersjs/authentication";
import express, { serveStatic } from "@feathersjs/express";
import { feathers } from "@feathersjs/feathers";
import { MongoDBService } from "@feathersjs/mongodb";
import { hooks } from "@feathersjs/schema";

class Jobs extends MongoDBService {}

class Login extends AuthenticationService {}

const app = express(feathers());
app.use("/", serveStatic("public"));
app.use("jobs", new Jobs({ name: "jobs" }), { methods: ["create"] }); // entry: POST /jobs // effect: write database jobs, insert, unsafe
app.service("jobs").hooks({ // guard: authentication authenticate // guard: validation validate
  around: { all: [authenticate("jwt"), hooks.resolveExternal({})] },
  before: { create: [hooks.validateData({})] },
});
app.use("authentication", new Login(app)); // entry: POST /authentication // entry: DELETE /authentication/:id

export const jobsOfClient = (client) => {
  const connection = client.get("connection");
  client.use("jobs", connection.service("jobs"), { methods: ["create"] });
};
const client = feathers();
client.configure(jobsOfClient);
