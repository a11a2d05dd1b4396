// file: package.json
{ "name": "docks", "type": "module", "dependencies": { "express": "^5.0.0", "fast-glob": "^3.3.2", "globby": "^14.0.0" } }
// file: src/index.ts
import { readdir } from "node:fs/promises";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import express from "express";
import fg from "fast-glob";
import { globby } from "globby";

const app = express();
const here = path.dirname(fileURLToPath(import.meta.url));

const folder = path.join(here, "routes");
for (const file of await readdir(folder)) {
  if (!/\.(ts|js)$/.test(file)) continue;
  const { name } = path.parse(file);
  const { default: router } = await import(pathToFileURL(path.join(folder, file)).href);
  app.use(`/${name}`, router);
}

async function plugIn(app: express.Application) {
  const files = await fs.promises.readdir(new URL("./plugins", import.meta.url));
  await Promise.all(
    files.map(async (file) => {
      const plugin = await import(`./plugins/${file}`);
      plugin.default(app);
    }),
  );
}
await plugIn(app);

const found = await fg("src/features/**/*.route.{ts,js}");
for (const file of found) {
  const { router } = await import(path.resolve(file));
  const parts = path.relative("src/features", file).split(path.sep);
  app.use("/" + parts[0], router);
}

const tables: { file: string; prefix: string }[] = [];
for (const file of await globby(["./late/*.ts"], { cwd: here })) {
  const prefix = "/" + path.basename(file).replace(/\.ts$/, "");
  tables.push({ file, prefix });
}
for (const { file, prefix } of tables) app.use(prefix, (await import(path.join(here, file))).default);

app.listen(3000);
// file: src/routes/berths.ts
import { Router } from "express";
const router = Router();
router.get("/", (req, res) => { res.end(); }); // entry: GET /berths
export default router;
// file: src/plugins/tides.ts
import type { Application } from "express";
export default (app: Application) => {
  app.get("/tides", (req, res) => { res.end(); }); // entry: GET /tides
};
// file: src/features/ships/ships.route.ts
import { Router } from "express";
export const router = Router();
router.post("/", (req, res) => { res.end(); }); // entry: POST /ships
// file: src/late/ropes.ts
import { Router } from "express";
const router = Router();
router.delete("/:id", (req, res) => { res.end(); }); // entry: DELETE /ropes/:id
export default router;
