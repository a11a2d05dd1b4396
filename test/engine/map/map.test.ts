/** The map's model: areas, lanes, badges, filters, walks, scenes and layout, on the sample shop. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Atlas,
  buildAtlas,
  buildScene,
  COMPACT,
  entriesOfNode,
  entryPointsAt,
  filterEntries,
  fitMetrics,
  layOut,
  type MapFilter,
  NO_FILTER,
  relatedNodes,
  WIDE,
  walk,
} from "../../../src/engine/index.ts";
import { entryPoint, serviceOf, shop } from "../../harness/sample-maps.ts";

const sample = shop();
const atlas = buildAtlas(sample.map, sample.findings);
const everything = new Set(atlas.entries.keys());

function labels(from: Atlas, indexes: Iterable<number>): readonly string[] {
  return [...indexes].map((index) => from.entries[index]?.entry.label ?? "?");
}

function viewOf(label: string) {
  const view = atlas.entries.find(({ entry }) => entry.label === label);
  assert.ok(view, `no entry point ${label}`);
  return view;
}

function filtered(filter: Partial<MapFilter>): readonly string[] {
  return labels(atlas, filterEntries(atlas, { ...NO_FILTER, ...filter }));
}

test("areas come from the first meaningful word of a path, and from the file where there is none", () => {
  assert.deepEqual(
    atlas.areas.map(({ title, entries }) => `${title} ${entries.length}`),
    [
      "admin 5",
      "auth 1",
      "backfill-slugs 1",
      "close-day 1",
      "health 1",
      "legacy 1",
      "orders 4",
      "products 4",
      "profile 1",
      "receipts 1",
      "webhooks 1",
    ],
  );
});

test("singular and plural are one area, and a large area is divided", () => {
  const make = (label: string, index: number) =>
    entryPoint({ label, handler: "h", file: "src/routes.ts", line: 10 + index });
  const two = buildAtlas({ ...sample.map, entryPoints: ["GET /order/:id", "GET /orders"].map(make) });
  assert.deepEqual(
    two.areas.map((area) => area.title),
    ["orders"],
  );
  const words = ["users", "roles", "keys", "plans"];
  const many = words.flatMap((word) => Array.from({ length: 10 }, (_, index) => `GET /platform/${word}/${index}`));
  const divided = buildAtlas({ ...sample.map, entryPoints: many.map(make) });
  assert.deepEqual(
    divided.areas.map((area) => area.title),
    ["platform / keys", "platform / plans", "platform / roles", "platform / users"],
  );
  assert.equal(
    divided.areas.reduce((sum, area) => sum + area.entries.length, 0),
    40,
  );
});

test("every entry point is in exactly one area and one lane, at any size", () => {
  for (const size of [400, 2000]) {
    const large = buildAtlas(serviceOf(size).map);
    const inAreas = large.areas.flatMap((area) => area.entries);
    const inLanes = large.lanes.flatMap((lane) => lane.entries);
    assert.equal(new Set(inAreas).size, size);
    assert.equal(inAreas.length, size);
    assert.equal(inLanes.length, size);
  }
});

test("lanes say by what callers get in", () => {
  assert.deepEqual(
    atlas.lanes.map(({ kind, title, entries }) => `${kind}: ${title} ${entries.length}`),
    [
      "authentication: requireUser 9",
      "authentication: auth() 1",
      "signature: stripe.webhooks.constructEvent 1",
      "internal: From inside the service 3",
      "public: Public on purpose 5",
      "unknown: Not readable 1",
      "open: No check found 1",
    ],
  );
});

test("badges name what stands out, with a reason", () => {
  const badges = (label: string) => viewOf(label).badges.map(({ kind, tone, count }) => `${kind} ${tone} ${count}`);
  assert.deepEqual(badges("POST /api/orders"), ["finding error 2", "places note 4", "retry note 4"]);
  assert.deepEqual(badges("POST /api/admin/users"), ["finding error 1", "guard warning 1", "retry note 1"]);
  assert.deepEqual(badges("ALL /api/legacy/*"), ["secret note 1", "unknown unknown 1"]);
  assert.deepEqual(badges("GET /health"), []);
  assert.deepEqual(badges("GET /api/orders"), []);
  assert.equal(
    viewOf("POST /api/orders").badges[1]?.text,
    "Writes to 4 places: orders, stock, paymentIntents, receipts",
  );
});

test("what is public on purpose or called from inside lacks no guard", () => {
  for (const label of ["POST /api/auth/login", "GET /api/products", "queue receipts", "command backfill-slugs"]) {
    assert.ok(!viewOf(label).badges.some(({ kind }) => kind === "guard"), label);
  }
});

test("a finding whose label two applications share goes to the one whose files it is in", () => {
  const health = (app: string) =>
    entryPoint({ app, label: "GET /health", handler: "health", file: `${app}/src/health.ts`, line: 8 });
  const both = buildAtlas({ ...sample.map, entryPoints: [health("apps/a"), health("apps/b")] }, [
    {
      ruleId: "access/missing-role",
      severity: "warning",
      file: "apps/b/src/health.ts",
      line: 8,
      entryPoint: "GET /health",
      message: "m",
    },
  ]);
  assert.deepEqual(
    both.entries.map(({ findings }) => findings.length),
    [0, 1],
  );
  assert.equal(atlas.looseFindings.length, 1);
});

test("filters: words, fields, negation, badges, systems, changed files", () => {
  assert.deepEqual(filtered({ text: "touches:receipts" }), ["POST /api/orders"]);
  assert.deepEqual(filtered({ text: "table:reviews -kind:http" }), []);
  assert.deepEqual(filtered({ text: "system:stripe createorder" }), ["POST /api/orders"]);
  assert.deepEqual(filtered({ text: "needs:sendgrid" }), ["POST /webhooks/stripe", "queue receipts"]);
  assert.deepEqual(filtered({ text: "guard:requireadmin delete" }), ["DELETE /api/admin/users/:id"]);
  assert.deepEqual(filtered({ badges: ["guard"] }), ["POST /api/admin/users"]);
  assert.deepEqual(filtered({ systems: ["s3"], kinds: ["http"] }), ["GET /api/admin/report"]);
  assert.deepEqual(filtered({ files: new Set(["src/mail/mailer.ts"]) }), ["POST /webhooks/stripe", "queue receipts"]);
  assert.equal(filtered({ text: "missing:authentication kind:http" }).includes("ALL /api/legacy/*"), false);
});

test("a walk says what a retry and a failure after each step leave behind", () => {
  const { steps, elsewhere } = walk(
    viewOf("POST /api/orders").entry,
    viewOf("POST /api/orders").findings,
    sample.map.systems,
  );
  assert.deepEqual(
    steps.map(({ number, text, retry, failure }) => `${number} ${text} | ${retry} | ${failure}`),
    [
      "1 Check who is calling: requireUser | Checked again. | Nothing is left behind.",
      "2 Check the input: orderSchema.parse | Checked again. | Nothing is left behind.",
      "3 Begin a transaction: db.transaction | Checked again. | Nothing is left behind.",
      "4 Look up products | Read again; nothing changes. | Nothing is left behind.",
      "5 Add a row to orders | Adds another row to orders. | The transaction takes back orders. Nothing is left behind.",
      "6 Count up in stock | Counts twice in stock. | Orders has a new entry and stock is changed, but nothing is charged through paymentIntents and nothing is published to receipts.",
      "7 Charge the card through paymentIntents | Charges again through paymentIntents. | Orders has a new entry, stock is changed and the charge through paymentIntents is made, but nothing is published to receipts.",
      "8 Publish to receipts | Publishes a second message to receipts. | Orders has a new entry, stock is changed, the charge through paymentIntents is made and the message to receipts is published: all of it is done, and only the answer is lost.",
      "9 Answer 200 | Answered again. | Orders has a new entry, stock is changed, the charge through paymentIntents is made and the message to receipts is published: all of it is done, and only the answer is lost.",
    ],
  );
  assert.deepEqual(
    steps.filter(({ findings }) => findings.length > 0).map(({ number }) => number),
    [7, 8],
  );
  assert.deepEqual(elsewhere, []);
});

test("a walk does not claim to know what it does not", () => {
  const { entry, findings } = viewOf("DELETE /api/orders/:id");
  const refund = walk(entry, findings, sample.map.systems).steps.find(({ text }) => text.includes("refunds"));
  assert.equal(refund?.retry, "Not known: a second call may repeat what it does to refunds.");
  const safe = viewOf("POST /api/products/:slug/reviews");
  const upsert = walk(safe.entry, [], sample.map.systems).steps.find(({ effect }) => effect?.operation === "upsert");
  assert.equal(upsert?.retry, "Nothing changes the second time: unique key reviews.userId, productId.");
});

test("a map without steps is walked by its guards and effects", () => {
  const { entry } = viewOf("POST /api/orders");
  const { steps } = walk({ ...entry, steps: [] }, [], sample.map.systems);
  assert.deepEqual(
    steps.map(({ kind }) => kind),
    ["guard", "guard", "guard", "read", "write", "write", "write", "publish"],
  );
});

test("from the cursor to the paths through it", () => {
  const at = (file: string, line: number) =>
    labels(
      atlas,
      entryPointsAt(sample.map, { file, line }).map((id) => atlas.entries.findIndex(({ entry }) => entry.id === id)),
    );
  assert.deepEqual(at("src/orders/orders.controller.ts", 46), ["POST /api/orders"]);
  assert.deepEqual(at("src/mail/mailer.ts", 41), ["POST /webhooks/stripe", "queue receipts"]);
  assert.deepEqual(at("src/nothing.ts", 1), []);
  assert.deepEqual(
    entryPointsAt(sample.map, { file: "src/orders/orders.service.ts", line: 20, from: 85, to: 95 }).length,
    1,
  );
});

test("what touches this: entry points behind a table, a secret, a guard", () => {
  assert.deepEqual(labels(atlas, entriesOfNode(atlas, "target:postgres/payments")), ["POST /webhooks/stripe"]);
  assert.deepEqual(labels(atlas, entriesOfNode(atlas, "variable:LEGACY_TOKEN")), ["ALL /api/legacy/*"]);
  assert.equal(entriesOfNode(atlas, "lane:authentication:requireUser").length, 9);
  const related = relatedNodes(atlas, "target:postgres/payments");
  assert.ok(related.has("area:#webhook"));
  assert.ok(!related.has("system:sendgrid"), "what else the same paths reach is not lit");
});

test("edges lead to nodes of the scene, and each has evidence", () => {
  const area = atlas.areas.find(({ title }) => title === "orders");
  const views = [
    { level: "service", detail: "cells" },
    { level: "service", detail: "rows" },
    { level: "area", area: area?.id ?? "" },
    { level: "path", entry: viewOf("POST /api/orders").entry.id },
  ] as const;
  for (const view of views) {
    const scene = buildScene(atlas, view, everything);
    const ids = new Set(
      scene.columns.flatMap(({ nodes }) =>
        nodes.flatMap((node) => [node.id, ...(node.rows ?? []).map(({ id }) => id)]),
      ),
    );
    assert.ok(scene.edges.length > 3, view.level);
    for (const edge of scene.edges) {
      assert.ok(ids.has(edge.from) && ids.has(edge.to), edge.id);
      assert.ok(edge.evidence.length > 0 && edge.evidence.every(({ file, line }) => file && line > 0), edge.id);
    }
  }
});

test("nodes of a layout never overlap, stay inside, and edges run left to right", () => {
  const large = serviceOf(400);
  for (const { map, findings } of [sample, large]) {
    const all = buildAtlas(map, findings);
    const shown = new Set(all.entries.keys());
    for (const detail of ["cells", "rows"] as const) {
      const scene = buildScene(all, { level: "service", detail }, shown);
      for (const metrics of [WIDE, COMPACT, fitMetrics(scene, WIDE, 840, 700), fitMetrics(scene, COMPACT, 300, 700)]) {
        const { nodes, edges, width, height } = layOut(scene, metrics);
        for (const [index, a] of nodes.entries()) {
          assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width + 0.5 && a.y + a.height <= height + 0.5, a.node.id);
          for (const b of nodes.slice(index + 1)) {
            if (b.y >= a.y + a.height) break;
            assert.ok(
              b.x >= a.x + a.width || a.x >= b.x + b.width || a.y >= b.y + b.height,
              `${a.node.id} covers ${b.node.id}`,
            );
          }
        }
        for (const edge of edges) assert.ok(edge.x1 <= edge.x2, edge.edge.id);
      }
    }
  }
});

test("in a sidebar the whole width is used and nothing is wider", () => {
  const scene = buildScene(atlas, { level: "service", detail: "cells" }, everything);
  assert.equal(Math.round(layOut(scene, fitMetrics(scene, COMPACT, 300, 700)).width), 300);
});
