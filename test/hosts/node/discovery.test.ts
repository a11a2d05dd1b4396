import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { discover, discoverFile } from "../../../src/node/discovery.ts";
import { readIgnoreRules } from "../../../src/node/ignore-rules.ts";
import { addFiles, folderWith } from "./temporary-folder.ts";

function paths(root: string): string[] {
  return discover(root).map(
    ({ path, kind, ignored }) => path + (ignored ? " (ignored)" : kind === "named" ? " (named)" : ""),
  );
}

test("source and configuration, without what other programs made", (context) => {
  const root = folderWith(context, {
    "package.json": "{}",
    "package-lock.json": "{}",
    Dockerfile: "FROM node",
    ".env": "A=1",
    ".env.example": "A=",
    "src/server.ts": "",
    "src/types.d.ts": "",
    "src/build/route.ts": "",
    "src/image.png": "",
    "build/server.js": "",
    "dist/server.js": "",
    "public/app.min.js": "",
    "node_modules/x/index.js": "",
    "packages/api/package.json": "{}",
    "packages/api/out/index.js": "",
    "packages/api/index.mts": "",
    "prisma/schema.prisma": "",
    "prisma/migrations/1/migration.sql": "",
    "infra/main.tf": "",
    ".github/workflows/ci.yml": "",
  });
  assert.deepEqual(paths(root), [
    ".env",
    ".env.example",
    "Dockerfile",
    "package-lock.json (named)",
    "package.json",
    ".github/workflows/ci.yml",
    "infra/main.tf",
    "packages/api/index.mts",
    "packages/api/package.json",
    "prisma/schema.prisma",
    "prisma/migrations/1/migration.sql",
    "src/server.ts",
    "src/build/route.ts",
  ]);
});

test("an ignored .env is listed as ignored, other ignored files are not", (context) => {
  const root = folderWith(context, {
    ".gitignore": ".env*\n!.env.example\nlocal/\n*.log.ts\n/only-here.ts\n",
    ".env": "A=1",
    ".env.example": "A=",
    "a.log.ts": "",
    "only-here.ts": "",
    "sub/only-here.ts": "",
    "local/a.ts": "",
    "sub/.gitignore": "b.ts\n!kept.log.ts\n",
    "sub/b.ts": "",
    "sub/kept.log.ts": "",
  });
  assert.deepEqual(paths(root), [
    ".env (ignored)",
    ".env.example",
    ".gitignore",
    "sub/.gitignore",
    "sub/kept.log.ts",
    "sub/only-here.ts",
  ]);
});

test("rules above the root count, unless they ignore the root itself", (context) => {
  const root = folderWith(context, {
    ".gitignore": "packages/api/gone.ts\nsandbox/\n",
    "packages/api/gone.ts": "",
    "packages/api/here.ts": "",
    "sandbox/demo/a.ts": "",
  });
  execFileSync("git", ["init", "-q", root]);
  assert.deepEqual(paths(join(root, "packages/api")), ["here.ts"]);
  assert.deepEqual(paths(join(root, "sandbox/demo")), ["a.ts"]);
  assert.deepEqual(paths(root), [".gitignore", "packages/api/here.ts"]);
});

test("links: no circles, no doubles, a shared file from outside", (context) => {
  const outside = folderWith(context, { "shared.env": "A=1", "lib/a.ts": "" });
  const root = folderWith(context, { "src/a.ts": "" });
  symlinkSync(root, join(root, "src", "loop"));
  symlinkSync(join(root, "src", "a.ts"), join(root, "again.ts"));
  symlinkSync(join(outside, "shared.env"), join(root, ".env"));
  symlinkSync(join(outside, "lib"), join(root, "lib"));
  symlinkSync(join(root, "nowhere"), join(root, "broken.ts"));
  assert.deepEqual(paths(root), [".env", "src/a.ts"]);
});

test("a folder that cannot be read is one line in the log", (context) => {
  const root = folderWith(context, { "a.ts": "", "closed/b.ts": "" });
  chmodSync(join(root, "closed"), 0o000);
  chmodSync(root, 0o755);
  // The superuser can read everything: then another user looks.
  const script = `
    import { discover } from ${JSON.stringify(new URL("../../../src/node/discovery.ts", import.meta.url).href)};
    if (process.getuid?.() === 0) process.setuid(65534);
    const log = [];
    const files = discover(process.argv[1], { log: (line) => log.push(line) }).map(({ path }) => path);
    console.log(JSON.stringify({ files, log }));`;
  const result = spawnSync(process.execPath, ["--input-type=module", "-e", script, root], { encoding: "utf8" });
  chmodSync(join(root, "closed"), 0o755);
  assert.deepEqual(JSON.parse(result.stdout), { files: ["a.ts"], log: ["Cannot read folder closed: EACCES"] });
});

test("one path is judged as in the whole list", (context) => {
  const root = folderWith(context, {
    "package.json": "{}",
    ".gitignore": "skipped/\n",
    "src/a.ts": "",
    "src/build/b.ts": "",
    "build/c.ts": "",
    "skipped/d.ts": "",
    "node_modules/x/e.ts": "",
    "notes.txt": "",
  });
  const listed = new Set(paths(root));
  for (const path of [
    "src/a.ts",
    "src/build/b.ts",
    "build/c.ts",
    "skipped/d.ts",
    "node_modules/x/e.ts",
    "notes.txt",
    "none.ts",
  ]) {
    assert.equal(discoverFile(root, path)?.path, listed.has(path) ? path : undefined, path);
  }
});

test(".gitignore patterns mean what git says", (context) => {
  const names = [
    "a",
    "b.log",
    "a.txt",
    "foo",
    "foobar",
    "Foo",
    "a b",
    "x[1]",
    "#x",
    "!x",
    "é.ts",
    "x.ts",
    "y.min.js",
    ".env",
    "build",
    "[",
    "-",
    "a-b",
  ];
  const folders = ["", "doc", "doc/api", "src/foo/deep", "foo/bar", "a/b/c/d", "build/x"];
  const entries = Object.fromEntries(
    folders.flatMap((folder) => names.map((name) => [folder === "" ? `${name}.f` : `${folder}/${name}.f`, ""])),
  );
  const files = Object.keys(entries).flatMap((path) => [path, path.slice(0, -2)]);
  const patterns = [
    ..."foo,foo/,/foo,foo/*,foo/**,**/foo,**/foo/**,a/**/d,a/**/b,doc/*.log,*.log,*.f,doc/,/doc/api,*.min.*,!foo".split(
      ",",
    ),
    ..."[a-c]*,[!a-c]*,x\\[1\\]*,x[[]1]*,\\#x*,\\!x*,fo?,f*r,a b,*/foo,**,/**,*,a/b/,b/c,\\,a\\ b*,a b.f  ,[[:upper:]]*".split(
      ",",
    ),
    ..."doc/**/x.ts,**/deep/*,[,[a,]*,[]]*,[^f]oo,foo**,**foo,f**o,build/x/*,!build,é*,.*,-,a-b,[a-]*,[a\\-z]-b".split(
      ",",
    ),
  ];
  const root = folderWith(context, {});
  execFileSync("git", ["init", "-q", root]);
  // Git takes a path that does not exist for a file; those that are folders are not asked about.
  addFiles(root, entries);
  for (const pattern of [...patterns, "*.f\n!foo.f\n!doc/", "/*\n!/doc", "a*\n!a.txt*\na.txt.f"]) {
    addFiles(root, { ".gitignore": `${pattern}\n` });
    const asked = files.filter((path) => path.endsWith(".f") || !existsSync(join(root, path)));
    const answer = spawnSync(
      "git",
      ["-C", root, "-c", "core.quotePath=false", "check-ignore", "--no-index", "--stdin"],
      {
        input: asked.join("\n"),
        encoding: "utf8",
      },
    );
    const expected = new Set(answer.stdout.split("\n").filter(Boolean));
    const rules = readIgnoreRules(`${pattern}\n`);
    const wrong = asked.filter((path) => ignoredAnywhere(rules, path) !== expected.has(path));
    assert.deepEqual(wrong, [], `pattern ${JSON.stringify(pattern)}`);
  }
});

/** A file is ignored when it or a folder above it is. */
function ignoredAnywhere(rules: ReturnType<typeof readIgnoreRules>, path: string): boolean {
  const parts = path.split("/");
  for (let depth = 1; depth <= parts.length; depth++) {
    const type = depth < parts.length ? "folder" : "file";
    const decision = rules?.decide(parts.slice(0, depth).join("/"), parts[depth - 1]!, type);
    if (decision === true) return true;
  }
  return false;
}
