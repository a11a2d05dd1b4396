import { Pool } from "pg";

export const pool = new Pool({ host: "db.shop.io", user: "app", password: "Tr4deW1nds!" }); // expect: password
export function open(req: { body: { password: string } }) {
  return req.body.password === "opensesame1"; // expect: password
}

export const field = { name: "password", type: "password", label: "Password" }; // silent: a form
export const errors = { password: "Password must have 8 characters" }; // silent: a message
export const local = new Pool({ host: "localhost", user: "postgres", password: "postgres" }); // silent: local development
export const fromEnvironment = new Pool({ password: process.env.PGPASSWORD }); // silent: from the environment
export const isField = (name: string) => name === "password"; // silent: a name
export const signs = { password: ",.:-@*!?" }; // silent: no letter and no digit
