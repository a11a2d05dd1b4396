/** Secrets that move from configuration to the environment, and names that lose a public prefix. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathInJson, withPath } from "../../src/engine/fixes/code/json-paths.ts";
import { applyEdits } from "../../src/engine/fixes/code/text-edits.ts";
import { createWorkspace } from "../../src/engine/index.ts";
import { NEWEST } from "../harness/typescripts.ts";

const KEY = ["Qm7xTz", "2pLr9W", "kV4sNc", "8hYd3B", "fJ6gUa"].join("");

/** The files after the first fix of the only finding in `file`. */
function fixed(files: Readonly<Record<string, string>>, file: string): Record<string, string> {
  const workspace = createWorkspace({ typescript: NEWEST.load });
  for (const [path, text] of Object.entries(files)) workspace.setFile(path, text);
  const [finding, ...others] = workspace.findings(file);
  assert.deepEqual(others, []);
  assert.ok(finding, "a finding");
  const [fix] = finding.fixes;
  assert.ok(fix, "a fix");
  const after: Record<string, string> = { ...files };
  const edits = workspace.edits(fix);
  for (const edit of edits) if (edit.kind === "create") after[edit.file] = edit.text;
  for (const path of Object.keys(files)) {
    const own = edits.filter((edit) => edit.kind === "replace").filter((edit) => edit.file === path);
    if (own.length > 0) after[path] = applyEdits(files[path] as string, own);
  }
  const next = createWorkspace({ typescript: NEWEST.load });
  for (const [path, text] of Object.entries(after)) next.setFile(path, text);
  assert.deepEqual(next.findings(file), [], "the fix ends its finding");
  return after;
}

test("files of tools name the variable in their own way", () => {
  const places: readonly (readonly [path: string, text: string, reference: string])[] = [
    ["serverless.yml", "provider:\n  environment:\n    WEATHER_API_KEY: «»\n", "${env:WEATHER_API_KEY}"],
    ["application.properties", "shop.api-key=«»\n", "${SHOP_API_KEY}"],
    ["supabase/config.toml", '[auth.external.weather]\nsecret = "«»"\n', "env(SECRET)"],
    ["api.http", "@apiKey = «»\n", "{{$processEnv API_KEY}}"],
  ];
  for (const [path, text, reference] of places) {
    const after = fixed({ [path]: text.replace("«»", KEY) }, path);
    assert.equal(after[path], text.replace("«»", reference), path);
    assert.ok(!Object.entries(after).some(([name, now]) => !/(?:^|\/)\.env$/.test(name) && now.includes(KEY)));
  }
});

test("Terraform gets a variable that is sensitive", () => {
  const after = fixed({ "main.tf": `provider "weather" {\n  api_key = "${KEY}"\n}\n` }, "main.tf");
  assert.equal(
    after["main.tf"],
    'provider "weather" {\n  api_key = var.api_key\n}\n\nvariable "api_key" {\n  type      = string\n  sensitive = true\n}\n',
  );
  assert.deepEqual(Object.keys(after), ["main.tf"]);
});

test("what stands in for a variable that is read already goes", () => {
  const spring = fixed({ "src/application.yaml": `api:\n  token: \${API_TOKEN:${KEY}}\n` }, "src/application.yaml");
  assert.equal(spring["src/application.yaml"], "api:\n  token: ${API_TOKEN}\n");
  const shell = fixed({ "run.sh": `export API_TOKEN="\${API_TOKEN:-${KEY}}"\n` }, "run.sh");
  assert.equal(shell["run.sh"], 'export API_TOKEN="${API_TOKEN}"\n');
});

test("node-config fills it from the environment", () => {
  const after = fixed(
    {
      "package.json": '{ "dependencies": { "config": "^4.0.0" } }\n',
      "config/default.json": `{\n  "weather": {\n    "apiKey": "${KEY}"\n  }\n}\n`,
    },
    "config/default.json",
  );
  assert.equal(after["config/default.json"], '{\n  "weather": {\n    "apiKey": ""\n  }\n}\n');
  assert.deepEqual(JSON.parse(after["config/custom-environment-variables.json"] as string), {
    weather: { apiKey: "WEATHER_API_KEY" },
  });
});

test("a public prefix is dropped on the server, and nowhere else", () => {
  const text = "export const key = process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY;\n";
  const after = fixed({ "src/server/pay.ts": text }, "src/server/pay.ts");
  assert.equal(after["src/server/pay.ts"], "export const key = process.env.STRIPE_SECRET_KEY;\n");
  const workspace = createWorkspace({ typescript: NEWEST.load });
  workspace.setFile("src/pay.ts", text);
  const [fix] = workspace.findings("src/pay.ts")[0]?.fixes ?? [];
  assert.deepEqual(fix === undefined ? [] : workspace.edits(fix), []);
});

const STRIPE = ["sk", "live", KEY].join("_");
const PAY = `import Stripe from "stripe";\n\nexport const stripe = new Stripe("${STRIPE}");\n`;

test("a project's own configuration gets the variable, with its schema", () => {
  const modules: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      "zod",
      `import { z } from "zod";\n\nconst schema = z.object({\n  PORT: z.coerce.number(),\n});\nexport const env = schema.parse(process.env);\n`,
      `  PORT: z.coerce.number(),\n  STRIPE_SECRET_KEY: z.string().min(1),\n});`,
    ],
    [
      "zod, looked at first",
      `import { z } from "zod";\n\nconst parsed = z.object({ PORT: z.string() }).safeParse(process.env);\nif (!parsed.success) throw new Error("bad environment");\nexport const env = parsed.data;\n`,
      `z.object({ PORT: z.string(), STRIPE_SECRET_KEY: z.string().min(1) })`,
    ],
    [
      "envalid",
      `import { cleanEnv, port } from "envalid";\n\nexport const env = cleanEnv(process.env, { PORT: port() });\n`,
      `import { cleanEnv, port, str } from "envalid";\n\nexport const env = cleanEnv(process.env, { PORT: port(), STRIPE_SECRET_KEY: str() });\n`,
    ],
    [
      "t3-env",
      `import { createEnv } from "@t3-oss/env-nextjs";\nimport { z } from "zod";\n\nexport const env = createEnv({\n  server: { DATABASE_URL: z.string() },\n  runtimeEnv: {\n    DATABASE_URL: process.env.DATABASE_URL,\n  },\n});\n`,
      `  server: { DATABASE_URL: z.string(), STRIPE_SECRET_KEY: z.string().min(1) },\n  runtimeEnv: {\n    DATABASE_URL: process.env.DATABASE_URL,\n    STRIPE_SECRET_KEY: process.env.STRIPE_SECRET_KEY,\n  },`,
    ],
  ];
  for (const [name, before, expected] of modules) {
    const after = fixed({ "package.json": "{}", "src/env.ts": before, "src/pay.ts": PAY }, "src/pay.ts");
    assert.ok(after["src/env.ts"]?.includes(expected), `${name}: ${after["src/env.ts"]}`);
    assert.equal(
      after["src/pay.ts"],
      'import Stripe from "stripe";\nimport { env } from "./env";\n\nexport const stripe = new Stripe(env.STRIPE_SECRET_KEY);\n',
      name,
    );
    assert.equal(after[".env.example"], "STRIPE_SECRET_KEY=\n");
    assert.equal(after[".gitignore"], ".env\n");
    assert.equal(after[".env"], `STRIPE_SECRET_KEY=${STRIPE}\n`);
  }
});

test("a class of Nest that has the configuration asks it", () => {
  const module = `import { Module } from "@nestjs/common";\nimport { ConfigModule } from "@nestjs/config";\nimport * as Joi from "joi";\n\n@Module({\n  imports: [ConfigModule.forRoot({ validationSchema: Joi.object({ PORT: Joi.number() }) })],\n})\nexport class AppModule {}\n`;
  const service = `import { Injectable } from "@nestjs/common";\nimport { ConfigService } from "@nestjs/config";\nimport Stripe from "stripe";\n\n@Injectable()\nexport class Payments {\n  constructor(private readonly config: ConfigService) {}\n\n  client() {\n    return new Stripe("${STRIPE}");\n  }\n}\n`;
  const after = fixed({ "src/app.module.ts": module, "src/pay.ts": service }, "src/pay.ts");
  assert.match(after["src/pay.ts"] ?? "", /new Stripe\(this\.config\.getOrThrow<string>\("STRIPE_SECRET_KEY"\)\)/);
  assert.match(
    after["src/app.module.ts"] ?? "",
    /PORT: Joi\.number\(\), STRIPE_SECRET_KEY: Joi\.string\(\)\.required\(\)/,
  );
});

test("a configuration that reads the file itself is left alone", () => {
  const env = `import { z } from "zod";\nimport { stripe } from "./pay";\n\nexport const env = z.object({ PORT: z.string() }).parse(process.env);\nexport const all = { env, stripe };\n`;
  const after = fixed({ "src/env.ts": env, "src/pay.ts": PAY }, "src/pay.ts");
  assert.equal(after["src/env.ts"], env);
  assert.match(after["src/pay.ts"] ?? "", /new Stripe\(requireEnvironment\("STRIPE_SECRET_KEY"\)\)/);
});

test("who reads the environment's file is said where nothing does", () => {
  const steps = (files: Record<string, string>) => {
    const workspace = createWorkspace({ typescript: NEWEST.load });
    for (const [path, text] of Object.entries({ ...files, "pay.ts": PAY })) workspace.setFile(path, text);
    return workspace.findings("pay.ts")[0]?.fixes[0]?.checklist ?? [];
  };
  const plain = '{ "scripts": { "start": "node pay.ts" } }';
  assert.match(steps({ "package.json": plain })[0] ?? "", /node --env-file=\.env/);
  assert.match(
    steps({ "package.json": '{ "dependencies": { "dotenv": "17.0.0" } }' })[0] ?? "",
    /^Create a new secret/,
  );
});

test("the way to a value in JSON, and a value at the end of a way", () => {
  const text = '{ "a": [1, { "b": "x" }], "c": { "d": "y", "e\\"": "z" } }';
  assert.deepEqual(pathInJson(text, text.indexOf('y"')), ["c", "d"]);
  assert.deepEqual(pathInJson(text, text.indexOf('z"')), ["c", 'e\\"']);
  assert.equal(pathInJson(text, text.indexOf('x"')), undefined);
  assert.equal(withPath('{ "c": "taken" }', ["c", "d"], "NAME"), undefined);
  assert.deepEqual(JSON.parse(withPath('{ "c": { "e": "E" } }', ["c", "d"], "NAME") ?? ""), {
    c: { e: "E", d: "NAME" },
  });
});
