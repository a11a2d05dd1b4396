import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

// entry: GET /api/digest
export async function GET(request: Request) {
  if (request.headers.get("authorization") !== `Bearer ${process.env.CRON_SECRET}`) { // guard: authentication inline check
    return new Response("no", { status: 401 });
  }
  await prisma.digest.create({ data: {} }); // effect: write database digest, insert
  return Response.json({ ok: true });
}
