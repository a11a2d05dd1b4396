// Middleware that a handler gets behind its own line stands ahead of it, in the template's order of events.
// file: template.yaml
  AWSTemplateFormatVersion: "2010-09-09"
  Resources:
    ShelfFunction:
      Type: AWS::Serverless::Function
      Properties:
        Handler: src/shelf.handler
        Events:
          Add: { Type: Api, Properties: { Path: /shelf, Method: post } }
          Asked: { Type: Api, Properties: { Path: /shelf, Method: options } }
    OpenFunction:
      Type: AWS::Serverless::Function
      Properties:
        Handler: src/open.handler
        Events:
          Add: { Type: Api, Properties: { Path: /open, Method: post } }
// file: src/make.ts
import middy from "@middy/core";
import jwt from "jsonwebtoken";
import pg from "pg";

export const pool = new pg.Pool();

export const make = (handler: any) =>
  middy(async (event: any, context: any) => {
    if (event.httpMethod === "OPTIONS") return { statusCode: 204, body: "" };
    return handler(event, context);
  });

export function signedIn() {
  const before = async (request: any) => {
    if (request.event.httpMethod === "OPTIONS") return;
    const token = request.event.headers?.Authorization;
    if (!token) return { statusCode: 401, body: "" };
    try {
      request.context.person = jwt.verify(token, process.env.KEY!);
    } catch {
      return { statusCode: 401, body: "" };
    }
  };
  return { before };
}
// file: src/shelf.ts
import { make, pool, signedIn } from "./make";

export const handler = make(async (event: any) => { // silent: a step further down asks who is calling
  await pool.query("INSERT INTO shelves (name) VALUES ($1) ON CONFLICT DO NOTHING", [String(event.body)]);
  return { statusCode: 200, body: "" };
});

handler.use([signedIn()]);
// file: src/open.ts
import { make, pool } from "./make";

export const handler = make(async (event: any) => { // expect: missing-authentication
  await pool.query("INSERT INTO shelves (name) VALUES ($1) ON CONFLICT DO NOTHING", [String(event.body)]);
  return { statusCode: 200, body: "" };
});
