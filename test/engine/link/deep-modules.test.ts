/** One part of a module that is too deep to be kept hides none of the others. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace } from "../../../src/engine/index.ts";
import { NEWEST } from "../../harness/typescripts.ts";

/** Deeper than any term is kept. */
const LEVELS = 30;

test("a Nest module whose schema is nested deeper than is kept is part of its application", () => {
  const schema = Array.from({ length: LEVELS }, (_, level) => `const s${level + 1} = { part: [s${level}] };`).join(
    "\n",
  );
  const workspace = createWorkspace({ typescript: NEWEST.load });
  workspace.setFile("package.json", `{ "dependencies": { "@nestjs/common": "11.0.0", "@nestjs/core": "11.0.0" } }`);
  for (const depth of [14, 15, 16, 17, 18])
    workspace.setFile(
      `src/hulls${depth}.ts`,
      `import { Controller, Get, Module } from "@nestjs/common";
import { StoreModule } from "store";
import { BeamsModule${depth} } from "./beams${depth}";
const s0 = {};
${schema}
@Controller("hulls${depth}")
class Hulls { @Get() all() { return []; } }
@Module({ imports: [StoreModule.forFeature(s${Math.floor(depth / 2)}), BeamsModule${depth}], controllers: [Hulls] })
export class HullsModule${depth} {}
`,
    );
  for (const depth of [14, 15, 16, 17, 18])
    workspace.setFile(
      `src/beams${depth}.ts`,
      `import { Controller, Get, Module } from "@nestjs/common";
@Controller("beams${depth}")
class Beams { @Get() all() { return []; } }
@Module({ controllers: [Beams] })
export class BeamsModule${depth} {}
`,
    );
  workspace.setFile(
    "src/main.ts",
    `import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
${[14, 15, 16, 17, 18].map((depth) => `import { HullsModule${depth} } from "./hulls${depth}";`).join("\n")}
@Module({ imports: [${[14, 15, 16, 17, 18].map((depth) => `HullsModule${depth}`).join(", ")}] })
class AppModule {}
const app = await NestFactory.create(AppModule);
app.setGlobalPrefix("yard");
`,
  );
  assert.deepEqual(
    workspace
      .serviceMap()
      .entryPoints.map(({ path }) => path)
      .sort(),
    ["beams", "hulls"].flatMap((name) => [14, 15, 16, 17, 18].map((depth) => `/yard/${name}${depth}`)),
  );
});
