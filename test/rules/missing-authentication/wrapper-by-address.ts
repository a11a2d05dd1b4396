/** A wrapper lets one address of the service in without a login: all others stay closed. */
// file: package.json
{ "dependencies": { "next": "15.0.0", "next-auth": "4.24.0", "@prisma/client": "6.0.0" } }
// file: lib/with-team.ts
import { PrismaClient } from "@prisma/client";
import { getServerSession } from "next-auth";
export const prisma = new PrismaClient();
const OPEN = ["/links", "/api/links"];
export function withTeam(handler) {
  return async (req) => {
    const teamId = req.nextUrl.searchParams.get("teamId");
    if (!teamId) {
      if (req.headers.has("x-visitor") && OPEN.includes(req.nextUrl.pathname)) return await handler({ req });
      throw new Error("teamId is missing");
    }
    const session = await getServerSession();
    if (!session?.user) return Response.json({}, { status: 401 });
    const team = await prisma.team.findUnique({ where: { id: teamId, members: { some: { userId: session.user.id } } } });
    if (!team) return Response.json({}, { status: 404 });
    return handler({ req, team });
  };
}
// file: app/api/links/route.ts
import { prisma, withTeam } from "../../../lib/with-team";
export const POST = withTeam(async ({ req, team }) => { // expect: missing-authentication
  const { url } = await req.json();
  return Response.json(await prisma.link.create({ data: { url, teamId: team?.id } }));
});
// file: app/api/templates/route.ts
import { prisma, withTeam } from "../../../lib/with-team";
// silent: the wrapper does not let this address in
export const POST = withTeam(async ({ req, team }) => {
  const { name } = await req.json();
  return Response.json(await prisma.template.create({ data: { name, teamId: team.id } }));
});
