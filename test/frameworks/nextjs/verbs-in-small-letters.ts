// file: package.json
{ "dependencies": { "next": "14" } }
// file: pages/api/boats/[id].ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export default async function handler(req, res) { // entry: PUT /api/boats/:id // entry: DELETE /api/boats/:id
  switch (req.method?.toLowerCase()) {
    case "put":
      await prisma.boat.update({ where: { id: req.query.id }, data: { name: req.body.name } }); // effect: write database boat, set, from PUT /api/boats/:id
      return res.json({});
    case "delete":
      await prisma.boat.delete({ where: { id: req.query.id } }); // effect: write database boat, delete, from DELETE /api/boats/:id
      return res.json({});
    default:
      return res.status(405).end();
  }
}
