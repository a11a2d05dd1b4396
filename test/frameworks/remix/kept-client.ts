// A client that is kept on the global object, by its name in an object there, or by a package.
// file: app/routes/bands.tsx
import { prisma } from "~/db.server";
import { other } from "~/other.server";

export async function action({ request }) { // entry: POST /bands
  await prisma.band.create({ data: { name: "x" } }); // effect: write database band
  await other.song.create({ data: { name: "x" } }); // effect: write database song
  return null;
}
// file: app/db.server.ts
import { PrismaClient } from "@prisma/client";
import { singleton } from "./singleton.server";

const prisma = singleton("prisma", () => new PrismaClient());
prisma.$connect();
export { prisma };
// file: app/other.server.ts
import { remember } from "@epic-web/remember";
import { PrismaClient } from "@prisma/client";

export const other = remember("prisma", () => {
  const client = new PrismaClient();
  void client.$connect();
  return client;
});
// file: app/singleton.server.ts
export const singleton = <Value>(name: string, make: () => Value): Value => {
  const all = global as unknown as { kept: Record<string, unknown> };
  all.kept ??= {};
  all.kept[name] ??= make();
  return all.kept[name] as Value;
};
// file: tsconfig.json
{ "compilerOptions": { "paths": { "~/*": ["./app/*"] } } }
