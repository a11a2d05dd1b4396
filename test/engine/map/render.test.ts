/** Exports and differences: well formed, complete, and never markup out of names. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  diffMaps,
  isSame,
  MAP_FORMATS,
  renderDiff,
  renderServiceMap,
  type ServiceMap,
} from "../../../src/engine/index.ts";
import { entryPoint, serviceOf, shop } from "../../harness/sample-maps.ts";

const { map, findings } = shop();

test("JSON is the contract, unchanged", () => {
  assert.deepEqual(JSON.parse(renderServiceMap(map, "json", { findings })), map);
});

test("Mermaid: balanced subgraphs, every entry point, writes that are not safe to repeat", () => {
  const text = renderServiceMap(map, "mermaid", { findings });
  assert.match(text, /^flowchart LR\n/);
  assert.equal(text.match(/^\s*subgraph /gm)?.length, text.match(/^\s*end$/gm)?.length);
  for (const { label } of map.entryPoints) assert.ok(text.includes(`["${label}"]`), label);
  assert.match(text, /== again ==>/);
});

test("Mermaid stays below what Mermaid accepts, whatever the size", () => {
  for (const size of [400, 2000]) {
    const text = renderServiceMap(serviceOf(size).map, "mermaid");
    assert.ok(text.length < 50_000, `${size}: ${text.length} characters`);
    assert.ok((text.match(/-->|==>|-\.->/g)?.length ?? 0) <= 300);
  }
});

test("Markdown: one page with the worst first, lanes, areas, systems and configuration", () => {
  const text = renderServiceMap(map, "markdown", { findings });
  assert.match(
    text,
    /^# Service map of shop\n\n21 paths in 11 areas · 8 systems · 1 without a check · 4 not safe to repeat/,
  );
  assert.match(text, /## Look here first\n\n- `POST \/api\/orders`|## Look here first\n\n- `POST/);
  assert.match(text, /\| requireUser \| 9 \| `src\/auth\/guards\.ts:12` \|/);
  assert.match(text, /\| orders \| 4 \| 2 \|/);
  assert.match(text, /- `SENDGRID_KEY` \(secret\)/);
  assert.ok(renderServiceMap(serviceOf(2000).map, "markdown").length < 120_000);
});

test("Markdown of a path is its walk", () => {
  const entry = map.entryPoints.find(({ label }) => label === "POST /webhooks/stripe");
  const text = renderServiceMap(map, "markdown", { findings, view: { level: "path", entry: entry?.id ?? "" } });
  assert.match(text, /^# POST \/webhooks\/stripe\n/);
  assert.match(text, /3\. \*\*Add a row to payments\*\* \(`src\/webhooks\/stripe\.ts:25`\)\n {3}- error: /);
  assert.match(text, /On a retry: Adds another row to payments\./);
});

test("SVG and HTML carry no script from elsewhere, load nothing, and escape names", () => {
  const evil = "</text><script>alert(1)</script>\"'";
  const poisoned: ServiceMap = {
    ...map,
    root: evil,
    entryPoints: [
      ...map.entryPoints,
      entryPoint({ label: `GET /${evil}`.replace(" /<", "/<"), handler: evil, file: `src/${evil}.ts`, line: 9 }),
    ],
  };
  for (const format of ["svg", "html", "markdown"] as const) {
    const text = renderServiceMap(poisoned, format, { findings });
    assert.ok(!text.includes("<script>alert"), format);
    assert.doesNotMatch(
      text.replaceAll("http://www.w3.org/2000/svg", ""),
      /(?:src|href)="|url\(|@import|https?:/,
      format,
    );
  }
  const mermaid = renderServiceMap(poisoned, "mermaid");
  assert.ok(!mermaid.includes('"</'), "quotes in labels are entities");
});

test("SVG is well-formed: every element is closed", () => {
  for (const view of [undefined, { level: "service", detail: "rows" } as const]) {
    const text = renderServiceMap(map, "svg", { findings, ...(view ? { view } : {}) });
    const stack: string[] = [];
    for (const [, close, name, self] of text.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (close) assert.equal(stack.pop(), name);
      else if (!self) stack.push(name ?? "");
    }
    assert.deepEqual(stack, []);
  }
});

test("every format is deterministic and ends with one newline", () => {
  for (const format of MAP_FORMATS) {
    const text = renderServiceMap(map, format, { findings });
    assert.equal(text, renderServiceMap(structuredClone(map), format, { findings: structuredClone(findings) }));
    assert.match(text, /[^\n]\n$/);
  }
});

test("a map differs from itself in nothing, also when all code moves", () => {
  const moved = JSON.parse(JSON.stringify(map), (key, value) => (key === "line" ? value + 40 : value));
  assert.ok(isSame(diffMaps(map, map)));
  assert.ok(isSame(diffMaps(map, moved)));
  assert.equal(renderDiff(diffMaps(map, moved)), "The service map does not change.\n");
});

test("a difference names what a branch adds, loosens and drops", () => {
  const after: ServiceMap = {
    ...map,
    entryPoints: [
      ...map.entryPoints
        .filter(({ label }) => label !== "GET /health")
        .map((entry) =>
          entry.label === "GET /api/admin/report"
            ? { ...entry, guards: entry.guards.slice(0, 1) }
            : entry.label === "POST /api/products/:slug/reviews"
              ? { ...entry, effects: entry.effects.map((effect) => ({ ...effect, retrySafe: false })) }
              : entry,
        ),
      entryPoint({
        label: "POST /api/refunds",
        handler: "refund",
        file: "src/refunds.ts",
        line: 12,
        effects: [
          {
            system: "stripe",
            access: "write",
            operation: "charge",
            target: "refunds",
            retrySafe: false,
            file: "src/refunds.ts",
            line: 14,
          },
        ],
      }),
    ],
    config: [
      ...map.config,
      { name: "REFUND_LIMIT", secret: false, documented: false, file: "src/refunds.ts", line: 2 },
    ],
  };
  assert.equal(
    renderDiff(diffMaps(map, after)),
    `## What this changes in the service

1 path added, 1 path removed, 2 paths changed

### Paths added

- \`POST /api/refunds\` (\`src/refunds.ts:12\`): no check found; changes \`stripe: refunds\`; not safe to repeat

### Paths changed

- \`GET /api/admin/report\` (\`src/admin/report.ts:9\`)
  - **no longer checks** \`requireAdmin\` (role)
- \`POST /api/products/:slug/reviews\` (\`src/products/products.controller.ts:58\`)
  - **no longer safe to repeat**: \`postgres: reviews\`

### Paths removed

- \`GET /health\`

### Configuration

- needs \`REFUND_LIMIT\`, documented nowhere
`,
  );
});
