// Passwords where something logs in, whatever the call is named.
declare const store: { admins: { authWithPassword(user: string, password: string): Promise<void> } };
declare const cloud: { loginWithServicePrincipalSecret(id: string, secret: string, tenant: string): Promise<void> };
declare const users: { findPassword(query: unknown): Promise<string> };

export async function start(user: { id: string }) {
  await store.admins.authWithPassword("root@shop.io", "Kx82hq01"); // expect: password
  await cloud.loginWithServicePrincipalSecret("svc", "Kx82hq01zQ", "shop"); // expect: password
  await store.admins.authWithPassword("root@shop.io", process.env.ADMIN_PASSWORD as string); // silent: from the environment
  const password = await users.findPassword({ host: "db.shop.io", userId: user.id }); // silent: code
  return password;
}
// file: src/first-user.ts
new User({ username: "owner@shop.io", password: "SuperSecretPassword" }).save(); // expect: password
new User({ username: "owner@shop.io", password: "NewPassword" }).save(); // silent: a label
// file: src/part-of-an-object.ts
host: "db.shop.io",
password: "Kx82hq01zq", // expect: password
label: "Password", // silent: a label
// file: conf/client.cnf
[client]
user=shop
password=Kx82hq01zq # expect: password
// file: db/users.sql
CREATE USER reports IDENTIFIED BY SqLpa5sW0rD; -- expect: password
CREATE USER reports IDENTIFIED BY external; -- silent: elsewhere
// file: devenv/compose.yml
services:
  database:
    environment:
      - POSTGRES_PASSWORD=postgres-mqf3nzx # silent: a machine of a developer's own
// file: compose.yml
services:
  database:
    environment:
      - POSTGRES_PASSWORD=${POSTGRES_PASSWORD:-jXYI0No8q2aU3n3Y} # expect: password
      - REDIS_PASSWORD=${REDIS_PASSWORD:-redis} # silent: local development
// file: Dockerfile
ARG ADMIN_PASSWORD="default" # silent: a placeholder
// file: src/login-in-one.ts
import http from "node:http";
export const ask = () => http.request({ host: "erp.shop.io", auth: "svc:Kx82hq01zq" }); // expect: password
export const told = () => http.request({ host: "erp.shop.io", auth: `svc:${process.env.ERP_PASSWORD}` }); // silent: from the environment
export const scheme = { auth: "google:oauth2" }; // silent: a kind
export const directory = { url: "ldaps://ldap.shop.io", bindDN: "cn=svc", bindCredentials: "Kx82hq01zq" }; // expect: password
const pw = "Kx82hq01zQ"; // expect: password
export const given = { pw };
// file: .pgpass
db.shop.io:5432:shop:shop:Kx82hq01zq # expect: password
// file: install/setup.json
{
  "database": { "host": "mongo", "username": "ferry", "password": "ferry" } // silent: the machine that it sets up
}
// file: install/remote.json
{
  "database": { "host": "db.ferry.io", "username": "ferry", "password": "Lantern7!mist" } // expect: password
}
