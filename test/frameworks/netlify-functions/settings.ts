// https://docs.netlify.com/build/functions/scheduled-functions/ · https://docs.netlify.com/build/functions/optional-configuration/
// file: netlify.toml
[build]
  command = "npm run build"

[functions]
  directory = "server/functions"

[functions."cleanup"]
  schedule = "0 3 * * *"

// file: package.json
{ "dependencies": { "@netlify/functions": "^3.0.0", "@prisma/client": "^6.0.0" } }
// file: server/functions/cleanup.ts
import type { Config, Context } from "@netlify/functions";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default async (request: Request, context: Context) => { // entry: schedule 0 3 * * *
  await prisma.session.deleteMany({}); // effect: write database session, delete
};
// file: server/functions/orders/index.ts
import type { Config, Context } from "@netlify/functions";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default async (request: Request, context: Context) => { // entry: POST /orders/:id
  const { note } = await request.json();
  await prisma.order.update({ where: { id: context.params.id }, data: { note } }); // effect: write database order, set
  return Response.json({});
};
export const config: Config = { path: "/orders/:id", method: "POST" };
