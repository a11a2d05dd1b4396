// https://docs.deno.com/runtime/fundamentals/modules/

// file: deno.json
{ "imports": { "@oak/oak": "jsr:@oak/oak@17", "mongodb": "npm:mongodb@6", "@/": "./src/" } }
// file: src/lib/db.ts
import { MongoClient } from "mongodb";
export const db = new MongoClient(Deno.env.get("MONGO_URL")!).db("port");
// file: src/main.ts
import { Application, Router } from "@oak/oak";
import { db } from "@/lib/db.ts";
const router = new Router();
router.get("/piers", async (ctx) => { // entry: GET /piers
  ctx.response.body = await db.collection("piers").find().toArray(); // effect: read mongodb piers, read
});
const app = new Application();
app.use(router.routes());
await app.listen({ port: 8000 });
