// Functions that host an application, whose routes call wrapped handlers.

// file: serverless.yml
service: docks
functions:
  docks:
    handler: src/app.handler
    events:
      - http: POST /docks
      - http: ANY /{proxy+}
  sweep:
    handler: src/docks.sweep
    events:
      - schedule: rate(1 day)
// file: src/app.js
const express = require("express");
const serverless = require("serverless-http");
const { createDock } = require("./docks");
const app = express();
app.use(express.json());
app.post("/docks", async (req, res) => { // entry: POST /docks
  const answer = await createDock(req, {});
  res.status(answer.statusCode).send(answer.body);
});
module.exports.handler = serverless(app);
// file: src/docks.js
const middy = require("@middy/core");
const createError = require("http-errors");
const { PrismaClient } = require("@prisma/client");
const { verify } = require("jsonwebtoken");
const prisma = new PrismaClient();
const signedIn = () => ({
  before: async (request) => {
    const crew = verify(request.event.headers.authorization, process.env.SIGNING); // guard: authentication verify
    if (!crew) throw createError(401); // guard: authentication createDock
  },
});
const create = async (event) => {
  const made = await prisma.dock.create({ data: { name: event.body.name } }); // effect: write database dock, insert
  return { statusCode: 201, body: JSON.stringify(made) };
};
exports.createDock = middy(create).use(signedIn());
exports.sweep = async () => { await prisma.dock.deleteMany({ where: { old: true } }); }; // entry: rate(1 day) // effect: write database dock, delete
