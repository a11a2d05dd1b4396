// file: src/worker.ts
import { run } from "graphile-worker";
import { join } from "node:path";
export async function start() {
  await run({
    connectionString: "postgres:///db",
    taskDirectory: join(__dirname, "jobs"),
    crontab: `
      0 4 * * * clean_up ?fill=1d {"all":true}
    `,
  });
}

// file: src/jobs/clean_up.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export default async (payload, helpers) => { // entry: queue clean_up // entry: schedule 0 4 * * *
  await prisma.session.deleteMany({ where: { ended: true } }); // effect: write database session
};

// file: tasks/send_email.js
/** @type {import("graphile-worker").Task} */
module.exports = async (payload, helpers) => { // entry: queue send_email
  helpers.logger.info(payload.to);
};

// file: package.json
{ "dependencies": { "graphile-worker": "0.16" } }
