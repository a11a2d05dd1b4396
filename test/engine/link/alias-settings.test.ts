import assert from "node:assert/strict";
import { test } from "node:test";
import { bundlerNames } from "../../../src/engine/link/files/alias-settings.ts";

const names = (file: string, text: string) => bundlerNames(file, text)?.paths;

test("SvelteKit names folders in kit.alias", () => {
  const text = `export default { kit: { adapter: adapter(), alias: {
    // one for the server
    $server: 'src/server',
    '$mail/*': './src/mail/*',
  } } };`;
  assert.deepEqual(names("web/svelte.config.js", text), {
    $server: ["src/server"],
    "$server/*": ["src/server/*"],
    "$mail/*": ["./src/mail/*"],
  });
});

test("SvelteKit leaves the star of a folder away where its name has none", () => {
  const text = `export default { kit: { alias: { '@services': 'src/lib/services/*' } } };`;
  assert.deepEqual(names("svelte.config.js", text), {
    "@services": ["src/lib/services"],
    "@services/*": ["src/lib/services/*"],
  });
});

test("Vite and webpack make their paths by calls", () => {
  const text = `export default defineConfig({ resolve: { alias: {
    "@": path.resolve(__dirname, "./src"),
    common: fileURLToPath(new URL("../common", import.meta.url)),
    "~": "/src",
  } } });`;
  assert.deepEqual(names("vite.config.ts", text), {
    "@": ["./src"],
    "@/*": ["./src/*"],
    common: ["../common"],
    "common/*": ["../common/*"],
    "~": ["./src"],
    "~/*": ["./src/*"],
  });
});

test("Vite takes a list as well", () => {
  const text = `export default { resolve: { alias: [{ find: "@db", replacement: resolve("src/database") }] } };`;
  assert.deepEqual(names("vite.config.mjs", text), { "@db": ["src/database"], "@db/*": ["src/database/*"] });
});

test("Babel's module resolver has names and a root", () => {
  const text = `module.exports = { plugins: [["module-resolver", { root: ["./src"], alias: { models: "./src/db/models" } }]] };`;
  const found = bundlerNames("babel.config.js", text);
  assert.equal(found?.base, "./src");
  assert.deepEqual(found?.paths, { models: ["./src/db/models"], "models/*": ["./src/db/models/*"] });
});

test("package.json tells module-alias its names, and Node where to look", () => {
  const text = JSON.stringify({
    scripts: { start: "NODE_PATH=./src node src/index.js" },
    _moduleAliases: { "@root": ".", "@lib": "lib" },
  });
  const found = bundlerNames("package.json", text);
  assert.equal(found?.base, "./src");
  assert.deepEqual(found?.paths, { "@root": ["."], "@root/*": ["./*"], "@lib": ["lib"], "@lib/*": ["lib/*"] });
});

test("settings without names say nothing", () => {
  assert.equal(bundlerNames("vite.config.ts", "export default { plugins: [react()] };"), undefined);
  assert.equal(bundlerNames("package.json", '{ "name": "shop" }'), undefined);
});

test("what tests put in place of packages is no alias of the service", () => {
  const text = `export default defineConfig({ resolve: { alias: {
    "@": path.resolve(__dirname, "./src"),
    stripe: path.resolve(__dirname, "../test-mocks/stripe.ts"),
    "server-only": path.resolve(__dirname, "./empty.ts"),
  } } });`;
  assert.deepEqual(Object.keys(names("vitest.config.ts", text) ?? {}), ["@", "@/*"]);
});
