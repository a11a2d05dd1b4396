import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assessReadiness, type Evidence } from "../../../src/engine/index.ts";
import { entry, type ServiceParts, service } from "./service.ts";

function evidence(id: string, parts: ServiceParts): Evidence | undefined {
  return assessReadiness(service(parts))
    .dimensions.flatMap((dimension) => dimension.evidence)
    .find((one) => one.id === id);
}

const status = (id: string, parts: ServiceParts) => evidence(id, parts)?.status;
const WRITE = {
  system: "postgres",
  access: "write",
  operation: "insert",
  target: "orders",
  file: "src/app.ts",
  line: 3,
} as const;
const EXPRESS = [entry("POST /orders", { effects: [WRITE] })];

describe("readiness", () => {
  test("has the five dimensions in their order, gaps first", () => {
    const { dimensions } = assessReadiness(service({ entryPoints: EXPRESS }));
    assert.deepEqual(
      dimensions.map(({ id }) => id),
      ["security", "dataIntegrity", "observability", "deployment", "performance"],
    );
    for (const { evidence: list } of dimensions) {
      const gaps = list.map((one) => one.status === "missing");
      assert.equal(gaps.lastIndexOf(true) < 0 || !gaps.slice(0, gaps.lastIndexOf(true)).includes(false), true);
      for (const one of list) assert.ok(one.advice.length > 20 && one.text.length > 5, one.id);
    }
  });

  test("says nothing of what does not apply", () => {
    const ids = assessReadiness(service({ files: {} })).dimensions.flatMap(({ evidence: list }) =>
      list.map(({ id }) => id),
    );
    for (const id of [
      "security/webhooks",
      "security/rate-limit",
      "deployment/container-user",
      "observability/health",
      "performance/timeouts",
    ]) {
      assert.ok(!ids.includes(id), id);
    }
  });
});

describe("readiness in security", () => {
  test("secrets count, and lead to where they stand", () => {
    const finding = {
      ruleId: "secrets/provider-token",
      severity: "error",
      file: "src/config.ts",
      line: 4,
      message: "A key",
    } as const;
    assert.deepEqual(evidence("security/secrets", { findings: [finding] })?.places, [
      { file: "src/config.ts", line: 4, label: "secrets/provider-token" },
    ]);
    assert.equal(status("security/secrets", {}), "present");
  });

  test("callers: guarded, reported as open, or not known", () => {
    const guarded = entry("POST /orders", {
      effects: [WRITE],
      guards: [{ kind: "authentication", name: "requireUser", file: "a.ts", line: 1 }],
    });
    assert.equal(status("security/callers", { entryPoints: [guarded] }), "present");
    assert.equal(status("security/callers", { entryPoints: EXPRESS }), "unknown");
    const finding = {
      ruleId: "access/missing-authentication",
      severity: "error",
      file: "a.ts",
      line: 1,
      message: "",
      entryPoint: "POST /orders",
    } as const;
    assert.equal(status("security/callers", { entryPoints: EXPRESS, findings: [finding] }), "missing");
    assert.equal(
      status("security/callers", { entryPoints: [entry("POST /status", { effects: [WRITE], public: "on purpose" })] }),
      undefined,
    );
  });

  test("logins need a limit in front, not only a package", () => {
    const login = entry("POST /auth/login");
    const limited = entry("POST /auth/login", {
      guards: [{ kind: "rateLimit", name: "limiter", file: "a.ts", line: 1 }],
    });
    const files = { "package.json": '{ "dependencies": { "express-rate-limit": "7" } }' };
    assert.equal(status("security/rate-limit", { entryPoints: [login] }), "missing");
    assert.equal(status("security/rate-limit", { entryPoints: [login], files }), "unknown");
    assert.equal(status("security/rate-limit", { entryPoints: [limited], files }), "present");
    assert.equal(status("security/rate-limit", { entryPoints: [entry("GET /orders")] }), undefined);
  });

  test("an .env file stays out of version control", () => {
    assert.equal(status("security/env-ignored", { files: { ".env": "A=1" } }), "missing");
    assert.equal(
      status("security/env-ignored", { files: { ".env": "A=1", ".gitignore": "node_modules\n.env\n" } }),
      "present",
    );
    assert.equal(status("security/env-ignored", { files: { ".env.example": "A=" } }), undefined);
  });
});

describe("readiness in data integrity", () => {
  const database = {
    "package.json":
      '{ "dependencies": { "@prisma/client": "6" }, "scripts": { "dev": "prisma migrate dev && node ." } }',
  };

  test("migrations: applied by the release, pushed, or not seen", () => {
    const id = "data-integrity/migrations";
    assert.equal(status(id, { files: database }), "unknown");
    assert.equal(
      status(id, { files: { ...database, Dockerfile: "CMD npx prisma migrate deploy && node ." } }),
      "present",
    );
    assert.equal(
      status(id, { files: { ...database, ".github/workflows/release.yml": "run: npx prisma db push" } }),
      "missing",
    );
    assert.equal(
      status(id, {
        files: {
          "package.json": '{ "dependencies": { "typeorm": "1" } }',
          "src/db.ts": "new DataSource({ synchronize: true })",
        },
      }),
      "missing",
    );
  });
});

describe("readiness in observability", () => {
  test("a logger, or console.log in the code, but not in tests and comments", () => {
    const id = "observability/logs";
    assert.equal(status(id, { entryPoints: EXPRESS, files: { "src/app.ts": 'console.log("hello");' } }), "missing");
    assert.equal(
      status(id, {
        entryPoints: EXPRESS,
        files: { "test/app.ts": "console.log(1)", "src/b.ts": "// console.log(1)\n" },
      }),
      "unknown",
    );
    assert.equal(
      status(id, {
        entryPoints: EXPRESS,
        files: { "package.json": '{ "dependencies": { "pino": "9" } }', "src/app.ts": "console.log(1)" },
      }),
      "present",
    );
  });

  test("a health endpoint under any of its usual names", () => {
    assert.equal(status("observability/health", { entryPoints: EXPRESS }), "missing");
    for (const path of ["/health", "/healthz", "/api/ready", "/livez"]) {
      assert.equal(status("observability/health", { entryPoints: [entry(`GET ${path}`)] }), "present", path);
    }
  });
});

describe("readiness in deployment", () => {
  test("the last stage of a Dockerfile decides who runs", () => {
    const id = "deployment/container-user";
    const docker = (text: string) => status(id, { files: { Dockerfile: text } });
    assert.equal(docker("FROM node:24\nCOPY . .\n"), "missing");
    assert.equal(docker("FROM node:24\nUSER node\n"), "present");
    assert.equal(docker("FROM node:24 AS build\nUSER node\nFROM node:24-slim\nCOPY . .\n"), "missing");
    assert.equal(docker("FROM node:24 AS build\nFROM gcr.io/distroless/nodejs24\n"), "present");
    assert.equal(docker("FROM node:24\nUSER node\nUSER root\n"), "missing");
  });

  test("CI counts when it runs tests", () => {
    const ci = (text: string) => status("deployment/ci", { files: { ".github/workflows/ci.yml": text } });
    assert.equal(status("deployment/ci", {}), "missing");
    assert.equal(ci("run: npm ci && npm run build"), "missing");
    assert.equal(ci("run: npm test"), "present");
    assert.equal(ci("run: pnpm vitest run"), "present");
  });

  test("SIGTERM is listened for", () => {
    assert.equal(status("deployment/shutdown", { entryPoints: EXPRESS, files: { "src/app.ts": "" } }), "missing");
    const found = evidence("deployment/shutdown", {
      entryPoints: EXPRESS,
      files: { "src/server.ts": '\nprocess.on("SIGTERM", stop);' },
    });
    assert.deepEqual(found?.places, [{ file: "src/server.ts", line: 2, label: "src/server.ts" }]);
  });

  test("a development server is no start command", () => {
    const start = (script: string) =>
      status("deployment/start", { files: { "package.json": JSON.stringify({ scripts: { start: script } }) } });
    assert.equal(start("nodemon src/app.ts"), "missing");
    assert.equal(start("node dist/app.js"), "present");
    assert.equal(start("vite preview"), "present");
  });
});

describe("readiness in performance", () => {
  const systems = [
    { id: "api", kind: "externalApi", name: "api.example.com", via: "fetch", file: "src/app.ts", line: 1 },
  ] as const;
  const call = (line: number) =>
    entry("GET /rate", { effects: [{ system: "api", access: "call", operation: "call", file: "src/app.ts", line }] });

  test("an outside call without a timeout is named", () => {
    const bare = { "src/app.ts": 'await fetch("https://api.example.com");\n' };
    const calm = { "src/app.ts": "await fetch(url, { signal: AbortSignal.timeout(5000) });\n" };
    assert.equal(status("performance/timeouts", { files: bare, systems, entryPoints: [call(1)] }), "missing");
    assert.equal(status("performance/timeouts", { files: calm, systems, entryPoints: [call(1)] }), "present");
  });

  test("a list without a limit, and reads of one row that need none", () => {
    const read = (text: string) =>
      status("performance/limits", {
        files: { "src/app.ts": text },
        entryPoints: [
          entry("GET /orders", {
            effects: [
              { system: "postgres", access: "read", operation: "read", target: "orders", file: "src/app.ts", line: 1 },
            ],
          }),
        ],
      });
    assert.equal(read("await db.order.findMany();"), "missing");
    assert.equal(read("await db.order.findMany({ take: 50 });"), "present");
    assert.equal(read('await pool.query("SELECT * FROM orders LIMIT 50");'), "present");
    assert.equal(read('await pool.query("SELECT * FROM orders WHERE id = $1");'), undefined);
  });
});
