/** An object that is filled under names that nobody knows beforehand is not empty: what stands behind a look at it runs. */
import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

function parseCookies(header: string) {
  const cookies: Record<string, string> = {};
  header.split(";").forEach((part) => {
    const [name, value] = part.trim().split("=");
    if (name && value) cookies[name] = decodeURIComponent(value);
  });
  return cookies;
}

app.post("/logout", async (request, response) => { // entry: POST /logout
  const token = parseCookies(request.headers.cookie ?? "")["session"];
  if (!token) return response.status(401).end(); // guard: authentication inline check
  await prisma.session.deleteMany({ where: { token } }); // effect: write database session, delete
  response.json({});
});

app.post("/reduced", async (request, response) => { // entry: POST /reduced
  const cookies = (request.headers.cookie ?? "").split("; ").reduce((found: Record<string, string>, part) => {
    const [name, value] = part.split("=");
    found[name] = value;
    return found;
  }, {});
  if (!cookies.session) return response.status(401).end(); // guard: authentication inline check
  await prisma.session.updateMany({ where: { token: cookies.session }, data: { ended: true } }); // effect: write database session, set
  response.json({});
});

app.post("/grouped", async (request, response) => { // entry: POST /grouped
  const byKind: Record<string, unknown[]> = {};
  const lines = await prisma.line.findMany(); // effect: read database line
  lines.forEach((line) => {
    byKind[line.kind] ??= [];
    byKind[line.kind].push(line);
  });
  if (byKind.paid) await prisma.summary.create({ data: { paid: byKind.paid.length } }); // effect: write database summary, insert
  response.json({});
});

app.post("/known", async (_request, response) => { // entry: POST /known
  const flags: Record<string, boolean> = {};
  flags["open"] = true;
  if (flags.closed) await prisma.summary.deleteMany(); // silent: it is set nowhere
  response.json({});
});
