// What server code of Nuxt uses without importing it. https://nuxt.com/docs/guide/concepts/auto-imports

// file: apps/kennel/nuxt.config.ts
export default defineNuxtConfig({
  extends: ["../base"],
  modules: ["@nuxthub/core", "nuxt-auth-utils"],
  hub: { db: "postgresql" },
  nitro: { imports: { dirs: ["./server/services"] } },
  runtimeConfig: { mailer: { apiKey: "" } },
});
// file: apps/kennel/tsconfig.json
{ "extends": "./.nuxt/tsconfig.json", "compilerOptions": { "paths": { "@dogs": ["../../packages/dogs"] } } }
// file: apps/kennel/package.json
{ "name": "kennel", "dependencies": { "nuxt": "4" } }
// file: apps/base/nuxt.config.ts
export default defineNuxtConfig({})
// file: apps/base/server/utils/drizzle.ts
export { eq } from "drizzle-orm";
// file: apps/kennel/server/db/schema.ts
import { integer, pgTable, text } from "drizzle-orm/pg-core";
export const dogs = pgTable("dogs", { id: integer("id").primaryKey(), keeperId: integer("keeper_id"), name: text("name") });
// file: apps/kennel/server/utils/keeper.ts
export async function requireKeeper(event) {
  const { user } = await requireUserSession(event); // guard: authentication requireUserSession
  if (!user.isKeeper) throw createError({ statusCode: 403 }); // guard: authentication requireKeeper
  return user;
}
// file: apps/kennel/server/services/dogs.ts
export class DogsService {
  async adopt(id: number, keeperId: number) {
    await db.update(schema.dogs).set({ keeperId }).where(eq(schema.dogs.id, id)); // effect: write postgres dogs, set
    await useStorage("cache").removeItem("dogs"); // effect: write unstorage dogs, delete
  }
}
// file: apps/kennel/server/services/mail.ts
export async function tellKeeper(event, text: string) {
  const { apiKey } = useRuntimeConfig(event).mailer;
  await $fetch("https://mail.example.org/send", { method: "POST", headers: { authorization: apiKey }, body: { text } }); // effect: call mail.example.org /send, call
}
// file: apps/kennel/server/api/dogs/[id].post.ts
import { tellKeeper } from "~~/server/services/mail";
export default defineEventHandler(async (event) => { // entry: POST /api/dogs/:id
  const keeper = await requireKeeper(event);
  await new DogsService().adopt(Number(getRouterParam(event, "id")), keeper.id);
  await tellKeeper(event, "adopted");
});
// file: apps/kennel/server/routes/auth/github.get.ts
export default defineOAuthGitHubEventHandler({
  async onSuccess(event, { user }) { // entry: GET /auth/github
    await db.insert(schema.dogs).values({ keeperId: user.id }); // effect: write postgres dogs, insert
  },
});
// file: apps/kennel/server/api/dogs.get.ts
import { db, schema } from "hub:db";
export default eventHandler(async () => db.select().from(schema.dogs)); // entry: GET /api/dogs // effect: read postgres dogs, read
