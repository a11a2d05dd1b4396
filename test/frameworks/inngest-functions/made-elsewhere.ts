// file: src/client.ts
import { Inngest } from "inngest";

export const inngest = new Inngest({ id: "shop" });
// file: src/functions.ts
import { inngest } from "./client.ts";

export const greet = inngest.createFunction({ id: "greet" }, { event: "shop/joined" }, async () => {}); // entry: queue shop/joined
