// file: routes/hello.get.ts
import { defineHandler } from "nitro/h3";
export default defineHandler(() => "x"); // entry: GET /hello
// file: nitro.config.ts
import { defineConfig } from "nitro";
export default defineConfig({});
// file: api/users/[id].post.ts
import { eventHandler } from "h3";
export default eventHandler(() => "x"); // entry: POST /api/users/:id
