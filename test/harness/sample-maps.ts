/**
 * Service maps made in code: a small shop written by hand, and services of any size that look like real ones. The same
 * input gives the same map.
 */
import type { EntryPointKind, MapFinding, ServiceMap } from "../../src/engine/index.ts";

type Entry = ServiceMap["entryPoints"][number];
type Guard = Entry["guards"][number];
type Effect = Entry["effects"][number];
type Step = Entry["steps"][number];

/** A map and the findings on it. */
export interface SampleMap {
  readonly map: ServiceMap;
  readonly findings: readonly MapFinding[];
}

interface Sketch {
  readonly kind?: EntryPointKind;
  readonly app?: string;
  readonly label: string;
  readonly handler: string;
  readonly file: string;
  readonly line: number;
  readonly guards?: readonly Guard[];
  readonly effects?: readonly Effect[];
  readonly config?: readonly string[];
  readonly public?: string;
  readonly unknown?: true;
}

const guard = (kind: Guard["kind"], name: string, file = "src/auth/guards.ts", line = 12): Guard => ({
  kind,
  name,
  file,
  line,
});

interface EffectSketch {
  readonly system: string;
  readonly operation: string;
  readonly target?: string;
  readonly file: string;
  readonly line: number;
  readonly safe?: boolean;
  readonly because?: string;
  readonly transaction?: number;
}

const ACCESS: Readonly<Record<string, Effect["access"]>> = {
  read: "read",
  publish: "publish",
  charge: "write",
  send: "publish",
  call: "call",
};

function effect(sketch: EffectSketch): Effect {
  const { system, operation, target, file, line, safe, because, transaction } = sketch;
  return {
    system,
    operation,
    access: ACCESS[operation] ?? "write",
    file,
    line,
    ...(target === undefined ? {} : { target }),
    ...(safe === undefined ? {} : { retrySafe: safe }),
    ...(because === undefined ? {} : { because }),
    ...(transaction === undefined ? {} : { transaction }),
  };
}

/** An entry point from a sketch, with its steps. */
export function entryPoint(sketch: Sketch): Entry {
  const [method, path] = sketch.label.includes(" ") ? sketch.label.split(" ", 2) : ["", sketch.label];
  const kind = sketch.kind ?? "http";
  const guards = sketch.guards ?? [];
  const effects = sketch.effects ?? [];
  const methodIsKind = method === kind;
  return {
    id: `${kind} ${sketch.label} ${sketch.file}`,
    kind,
    method: methodIsKind ? "" : (method ?? ""),
    path: path ?? sketch.label,
    label: sketch.label,
    framework: "express",
    app: sketch.app ?? "",
    file: sketch.file,
    line: Math.max(1, sketch.line - 4),
    handler: { name: sketch.handler, file: sketch.file, line: sketch.line },
    guards,
    effects,
    config: sketch.config ?? [],
    steps: stepsOf(sketch, guards, effects),
    ...(sketch.public === undefined ? {} : { public: sketch.public }),
    ...(sketch.unknown ? { unknown: true } : {}),
  };
}

function stepsOf(sketch: Sketch, guards: readonly Guard[], effects: readonly Effect[]): readonly Step[] {
  const words: Readonly<Record<Guard["kind"], string>> = {
    authentication: "Check who is calling",
    role: "Check the caller's role",
    ownership: "Check that it is the caller's own",
    signature: "Check the signature",
    dedupe: "Stop if it was handled before",
    validation: "Check the input",
    rateLimit: "Check how often the caller called",
    transaction: "Begin a transaction",
  };
  const verbs: Readonly<Record<string, string>> = {
    read: "Look up",
    insert: "Add a row to",
    set: "Change",
    upsert: "Add or change",
    delete: "Delete from",
    increment: "Count up in",
    charge: "Charge the card through",
    send: "Send a message through",
    publish: "Publish to",
    call: "Call",
  };
  return [
    ...guards.map((item, index): Step => {
      return {
        kind: "guard",
        text: `${words[item.kind]}: ${item.name}`,
        file: item.file,
        line: item.line,
        guard: index,
      };
    }),
    ...effects.map((item, index): Step => {
      const text = `${verbs[item.operation] ?? "Write"} ${item.target ?? item.system}`;
      return { kind: item.access, text, file: item.file, line: item.line, effect: index };
    }),
    ...(sketch.unknown
      ? [
          {
            kind: "unknown" as const,
            text: "Something that could not be read",
            file: sketch.file,
            line: sketch.line + 3,
          },
        ]
      : []),
    ...(sketch.kind === undefined || sketch.kind === "http"
      ? [{ kind: "answer" as const, text: "Answer 200", file: sketch.file, line: sketch.line + 20 }]
      : []),
  ];
}

const user = guard("authentication", "requireUser");
const admin = guard("role", "requireAdmin", "src/auth/guards.ts", 31);
const body = (name: string, line: number) => guard("validation", name, "src/orders/schemas.ts", line);

/** A shop of 24 entry points: every badge, every lane, every kind of system that matters. */
export function shop(): SampleMap {
  const orders = "src/orders/orders.controller.ts";
  const service = "src/orders/orders.service.ts";
  const entryPoints = [
    entryPoint({ label: "GET /health", handler: "health", file: "src/health.ts", line: 5, public: "health check" }),
    entryPoint({
      label: "POST /api/auth/login",
      handler: "login",
      file: "src/auth/login.ts",
      line: 14,
      public: "issues a session",
      guards: [guard("validation", "loginSchema.parse", "src/auth/login.ts", 15), guard("rateLimit", "limitByAddress")],
      effects: [
        effect({ system: "postgres", operation: "read", target: "users", file: "src/auth/login.ts", line: 17 }),
        effect({
          system: "redis",
          operation: "set",
          target: "session:*",
          file: "src/auth/session.ts",
          line: 9,
          safe: true,
        }),
      ],
      config: ["SESSION_SECRET"],
    }),
    entryPoint({
      label: "GET /api/orders",
      handler: "listOrders",
      file: orders,
      line: 22,
      guards: [user],
      effects: [effect({ system: "postgres", operation: "read", target: "orders", file: service, line: 18 })],
    }),
    entryPoint({
      label: "GET /api/orders/:id",
      handler: "getOrder",
      file: orders,
      line: 31,
      guards: [user, guard("ownership", "order.userId === user.id", service, 34)],
      effects: [effect({ system: "postgres", operation: "read", target: "orders", file: service, line: 32 })],
    }),
    entryPoint({
      label: "POST /api/orders",
      handler: "createOrder",
      file: orders,
      line: 44,
      guards: [user, body("orderSchema.parse", 8), guard("transaction", "db.transaction", service, 51)],
      effects: [
        effect({ system: "postgres", operation: "read", target: "products", file: service, line: 49 }),
        effect({
          system: "postgres",
          operation: "insert",
          target: "orders",
          file: service,
          line: 53,
          safe: false,
          transaction: 1,
        }),
        effect({
          system: "postgres",
          operation: "increment",
          target: "stock",
          file: service,
          line: 56,
          safe: false,
          transaction: 1,
        }),
        effect({
          system: "stripe",
          operation: "charge",
          target: "paymentIntents",
          file: service,
          line: 61,
          safe: false,
        }),
        effect({ system: "bullmq", operation: "publish", target: "receipts", file: service, line: 70, safe: false }),
      ],
      config: ["STRIPE_SECRET_KEY", "REDIS_URL"],
    }),
    entryPoint({
      label: "DELETE /api/orders/:id",
      handler: "cancelOrder",
      file: orders,
      line: 63,
      guards: [user],
      effects: [
        effect({
          system: "postgres",
          operation: "set",
          target: "orders",
          file: service,
          line: 88,
          safe: true,
          because: "sets the same state",
        }),
        effect({ system: "stripe", operation: "call", target: "refunds", file: service, line: 92 }),
      ],
      config: ["STRIPE_SECRET_KEY"],
    }),
    entryPoint({
      kind: "webhook",
      label: "POST /webhooks/stripe",
      handler: "stripeWebhook",
      file: "src/webhooks/stripe.ts",
      line: 11,
      guards: [guard("signature", "stripe.webhooks.constructEvent", "src/webhooks/stripe.ts", 14)],
      effects: [
        effect({
          system: "postgres",
          operation: "set",
          target: "orders",
          file: "src/webhooks/stripe.ts",
          line: 22,
          safe: true,
        }),
        effect({
          system: "postgres",
          operation: "insert",
          target: "payments",
          file: "src/webhooks/stripe.ts",
          line: 25,
          safe: false,
        }),
        effect({
          system: "sendgrid",
          operation: "send",
          target: "receipt",
          file: "src/mail/mailer.ts",
          line: 40,
          safe: false,
        }),
      ],
      config: ["STRIPE_WEBHOOK_SECRET", "SENDGRID_KEY"],
    }),
    entryPoint({
      label: "POST /api/admin/users",
      handler: "createUser",
      file: "src/admin/users.ts",
      line: 18,
      effects: [
        effect({
          system: "postgres",
          operation: "insert",
          target: "users",
          file: "src/admin/users.ts",
          line: 24,
          safe: false,
        }),
      ],
    }),
    ...["GET", "PATCH", "DELETE"].map((method, index) =>
      entryPoint({
        label: `${method} /api/admin/users/:id`,
        handler: ["getUser", "updateUser", "deleteUser"][index] ?? "",
        file: "src/admin/users.ts",
        line: 36 + 14 * index,
        guards: [user, admin],
        effects: [
          effect({
            system: "postgres",
            operation: ["read", "set", "delete"][index] ?? "read",
            target: "users",
            file: "src/admin/users.ts",
            line: 40 + 14 * index,
            safe: true,
          }),
        ],
      }),
    ),
    entryPoint({
      label: "GET /api/admin/report",
      handler: "report",
      file: "src/admin/report.ts",
      line: 9,
      guards: [user, admin],
      effects: [
        effect({ system: "postgres", operation: "read", target: "orders", file: "src/admin/report.ts", line: 12 }),
        effect({
          system: "s3",
          operation: "set",
          target: "reports",
          file: "src/admin/report.ts",
          line: 30,
          safe: true,
        }),
      ],
      config: ["REPORT_BUCKET"],
    }),
    entryPoint({
      label: "ALL /api/legacy/*",
      handler: "legacy",
      file: "src/legacy/proxy.ts",
      line: 6,
      unknown: true,
      effects: [effect({ system: "legacy", operation: "call", file: "src/legacy/proxy.ts", line: 12 })],
      config: ["LEGACY_URL", "LEGACY_TOKEN"],
    }),
    ...["GET /api/products", "GET /api/products/:slug", "GET /api/products/:slug/reviews"].map((label, index) =>
      entryPoint({
        label,
        handler: ["listProducts", "getProduct", "listReviews"][index] ?? "",
        file: "src/products/products.controller.ts",
        line: 10 + 12 * index,
        public: "catalogue",
        effects: [
          effect({
            system: "postgres",
            operation: "read",
            target: index === 2 ? "reviews" : "products",
            file: "src/products/products.service.ts",
            line: 15 + 9 * index,
          }),
          effect({
            system: "redis",
            operation: "read",
            target: "product:*",
            file: "src/products/products.service.ts",
            line: 12,
          }),
        ],
      }),
    ),
    entryPoint({
      label: "POST /api/products/:slug/reviews",
      handler: "addReview",
      file: "src/products/products.controller.ts",
      line: 58,
      guards: [user, guard("validation", "reviewSchema.parse", "src/products/products.controller.ts", 59)],
      effects: [
        effect({
          system: "postgres",
          operation: "upsert",
          target: "reviews",
          file: "src/products/products.service.ts",
          line: 61,
          safe: true,
          because: "unique key reviews.userId, productId",
        }),
      ],
    }),
    entryPoint({
      kind: "action",
      label: "ACTION updateProfile",
      handler: "updateProfile",
      file: "app/profile/actions.ts",
      line: 7,
      guards: [guard("authentication", "auth()", "app/profile/actions.ts", 8)],
      effects: [
        effect({
          system: "postgres",
          operation: "set",
          target: "users",
          file: "app/profile/actions.ts",
          line: 15,
          safe: true,
        }),
      ],
    }),
    entryPoint({
      kind: "queue",
      label: "queue receipts",
      handler: "sendReceipt",
      file: "src/workers/receipts.worker.ts",
      line: 8,
      effects: [
        effect({
          system: "postgres",
          operation: "read",
          target: "orders",
          file: "src/workers/receipts.worker.ts",
          line: 11,
        }),
        effect({
          system: "sendgrid",
          operation: "send",
          target: "receipt",
          file: "src/mail/mailer.ts",
          line: 40,
          safe: false,
        }),
      ],
      config: ["SENDGRID_KEY"],
    }),
    entryPoint({
      kind: "schedule",
      label: "schedule 0_3_*_*_*",
      handler: "closeDay",
      file: "src/jobs/close-day.ts",
      line: 5,
      guards: [guard("dedupe", "closings.create (unique day)", "src/jobs/close-day.ts", 9)],
      effects: [
        effect({
          system: "postgres",
          operation: "insert",
          target: "closings",
          file: "src/jobs/close-day.ts",
          line: 9,
          safe: true,
          because: "unique key closings.day",
        }),
        effect({ system: "slack", operation: "call", file: "src/jobs/close-day.ts", line: 21 }),
      ],
      config: ["SLACK_WEBHOOK"],
    }),
    entryPoint({
      kind: "command",
      label: "command backfill-slugs",
      handler: "backfill",
      file: "scripts/backfill-slugs.ts",
      line: 3,
      effects: [
        effect({
          system: "postgres",
          operation: "set",
          target: "products",
          file: "scripts/backfill-slugs.ts",
          line: 12,
          safe: true,
        }),
      ],
    }),
  ];
  const system = (id: string, kind: ServiceMap["systems"][number]["kind"], name: string, via: string) => ({
    id,
    kind,
    name,
    via,
    file: "src/clients.ts",
    line: 4,
  });
  return {
    map: {
      version: 1,
      root: "shop",
      entryPoints,
      systems: [
        system("postgres", "database", "PostgreSQL", "prisma"),
        system("redis", "cache", "Redis", "ioredis"),
        system("bullmq", "queue", "BullMQ", "bullmq"),
        system("stripe", "payment", "Stripe", "stripe"),
        system("sendgrid", "email", "SendGrid", "@sendgrid/mail"),
        system("s3", "filestore", "Amazon S3", "@aws-sdk/client-s3"),
        system("slack", "externalApi", "hooks.slack.com", "fetch"),
        system("legacy", "externalApi", "LEGACY_URL", "fetch"),
      ],
      config: [
        ["STRIPE_SECRET_KEY", true, true],
        ["STRIPE_WEBHOOK_SECRET", true, true],
        ["SESSION_SECRET", true, true],
        ["SENDGRID_KEY", true, false],
        ["REDIS_URL", true, true],
        ["REPORT_BUCKET", false, false],
        ["LEGACY_URL", false, true],
        ["LEGACY_TOKEN", true, false],
        ["SLACK_WEBHOOK", true, true],
      ].map(([name, secret, documented], index) => ({
        name: String(name),
        secret: secret === true,
        documented: documented === true,
        file: "src/config.ts",
        line: 3 + index,
      })),
    },
    findings: [
      {
        ruleId: "access/missing-authentication",
        severity: "error",
        file: "src/admin/users.ts",
        line: 18,
        entryPoint: "POST /api/admin/users",
        message:
          "Anyone can call POST /api/admin/users: createUser checks nobody, its siblings require requireUser. Add the guard.",
      },
      {
        ruleId: "idempotency/payment-without-key",
        severity: "error",
        file: service,
        line: 61,
        entryPoint: "POST /api/orders",
        message:
          "stripe.paymentIntents.create charges again when POST /api/orders is retried. Pass an idempotency key.",
      },
      {
        ruleId: "data-flow/dual-write",
        severity: "warning",
        file: service,
        line: 70,
        entryPoint: "POST /api/orders",
        message: "orders is written and receipts is published, and one can happen without the other.",
      },
      {
        ruleId: "idempotency/webhook-without-dedupe",
        severity: "error",
        file: "src/webhooks/stripe.ts",
        line: 25,
        entryPoint: "POST /webhooks/stripe",
        message:
          "A second delivery of the same event adds another row to payments. Store event.id first, under a unique key.",
      },
      {
        ruleId: "idempotency/message-sent-twice",
        severity: "warning",
        file: "src/mail/mailer.ts",
        line: 40,
        entryPoint: "queue receipts",
        message: "queue receipts sends the receipt again when the job is retried.",
      },
      {
        ruleId: "access/unowned-object",
        severity: "warning",
        file: service,
        line: 88,
        entryPoint: "DELETE /api/orders/:id",
        message: "cancelOrder changes any order whose id is given: compare order.userId with the caller.",
      },
      {
        ruleId: "secrets/env-fallback",
        severity: "warning",
        file: "src/config.ts",
        line: 5,
        message: "SESSION_SECRET falls back to a value that everybody can read.",
      },
    ],
  };
}

const NOUNS =
  "accounts addresses audits banners batches billing bookings brands budgets calendars campaigns carts catalogs channels claims comments companies contacts contracts coupons customers dashboards deals deliveries devices discounts documents domains drafts emails employees events exports feeds files folders forms gateways goals groups imports integrations inventory invites invoices issues items jobs keys labels leads ledgers licenses links listings locations logs meetings members memos messages metrics milestones notes offers orders organisations packages pages partners payments permissions pipelines plans policies posts prices products profiles projects quotas quotes ratings receipts refunds regions releases reminders reports requests reviews roles rules schedules segments sessions settings shipments sites skills snapshots stocks stores surveys tags tasks teams templates tenants themes tickets tokens topics trackers transfers trials users vendors versions visits vouchers wallets warehouses webhooks workflows zones".split(
    " ",
  );

/** A service of about `size` entry points, in one application or, above a thousand, in four. */
export function serviceOf(size: number): SampleMap {
  const random = randomFrom(size);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const apps = size > 1000 ? ["apps/api", "apps/admin", "apps/jobs", "services/billing"] : [""];
  const entryPoints: Entry[] = [];
  const findings: MapFinding[] = [];
  const nouns = NOUNS.slice(0, Math.max(8, Math.ceil(size / 18)));
  for (let index = 0; entryPoints.length < size; index++) {
    const noun = nouns[index % nouns.length] as string;
    const app = apps[Math.floor(index / nouns.length) % apps.length] as string;
    const round = Math.floor(index / nouns.length);
    const folder = app ? `${app}/src/${noun}` : `src/${noun}`;
    const chance = random();
    const shapes = ["", "/:id", "/:id/items", "/:id/archive", "/search", "/export", "/:id/members/:memberId", "/bulk"];
    const shape = shapes[Math.floor(round / apps.length) % shapes.length] as string;
    const method = pick(["GET", "GET", "POST", "PUT", "PATCH", "DELETE"]);
    const kind: EntryPointKind =
      chance < 0.86 ? "http" : chance < 0.92 ? "queue" : chance < 0.95 ? "schedule" : "webhook";
    const suffix = round >= shapes.length * apps.length ? `/v${round}` : "";
    const label =
      kind === "http"
        ? `${method} /api/v1/${noun}${shape}${suffix}`
        : kind === "webhook"
          ? `POST /webhooks/${noun}${suffix}/${round}`
          : kind === "queue"
            ? `queue ${noun}.${pick(["created", "sync", "notify"])}${round}`
            : `schedule ${round % 60}_3_*_*_*`;
    const line = 10 + 17 * round;
    const controller = `${folder}/${noun}.${kind === "http" ? "controller" : kind === "queue" ? "worker" : "handler"}.ts`;
    const effects: Effect[] = [];
    const reading = kind === "http" && method === "GET";
    const file = random() < 0.7 ? `${folder}/${noun}.service.ts` : controller;
    effects.push(effect({ system: "postgres", operation: "read", target: noun, file, line: line + 3 }));
    if (!reading) {
      const operation = pick(["insert", "set", "upsert", "increment", "delete"]);
      effects.push(
        effect({
          system: "postgres",
          operation,
          target: noun,
          file,
          line: line + 6,
          safe: operation !== "insert" && operation !== "increment",
        }),
      );
      if (random() < 0.3)
        effects.push(
          effect({
            system: "bullmq",
            operation: "publish",
            target: `${pick(nouns)}.sync`,
            file,
            line: line + 9,
            safe: false,
          }),
        );
      if (random() < 0.15)
        effects.push(
          effect({
            system: "postgres",
            operation: "insert",
            target: "audits",
            file: "src/audit/audit.ts",
            line: 9,
            safe: false,
          }),
        );
      if (random() < 0.06)
        effects.push(
          effect({ system: "stripe", operation: "charge", target: "charges", file, line: line + 11, safe: false }),
        );
      if (random() < 0.06)
        effects.push(effect({ system: "sendgrid", operation: "send", file, line: line + 12, safe: false }));
    } else if (random() < 0.2) {
      effects.push(effect({ system: "redis", operation: "read", target: `${noun}:*`, file, line: line + 2 }));
    }
    const open = random() < 0.05;
    const guards: Guard[] = [];
    if (kind === "http" && !open) {
      guards.push(noun.startsWith("a") ? guard("authentication", "apiKey") : guard("authentication", "JwtAuthGuard"));
      if (random() < 0.3) guards.push(guard("role", "RolesGuard(admin)", "src/auth/guards.ts", 44));
      if (!reading) guards.push(guard("validation", "ValidationPipe", "src/main.ts", 20));
    }
    if (kind === "webhook" && random() < 0.8)
      guards.push(guard("signature", "verifySignature", "src/auth/signature.ts", 7));
    const unknown = random() < 0.04 ? { unknown: true as const } : {};
    const entry = entryPoint({
      kind,
      app,
      label,
      handler: `${method.toLowerCase()}${noun.charAt(0).toUpperCase()}${noun.slice(1)}${round}`,
      file: controller,
      line,
      guards,
      effects,
      config: random() < 0.1 ? [`${noun.toUpperCase()}_TOKEN`] : [],
      ...unknown,
    });
    entryPoints.push(entry);
    if (open && kind === "http" && !reading) {
      findings.push({
        ruleId: "access/missing-authentication",
        severity: "error",
        file: controller,
        line,
        entryPoint: label,
        message: `Anyone can call ${label}.`,
      });
    }
    const repeated = effects.find((item) => item.retrySafe === false);
    if (repeated && random() < 0.12) {
      findings.push({
        ruleId: "idempotency/unguarded-create",
        severity: "warning",
        file: repeated.file,
        line: repeated.line,
        entryPoint: label,
        message: `${label} adds ${repeated.target ?? "it"} again when it is retried.`,
      });
    }
  }
  const names = [...new Set(entryPoints.flatMap((entry) => entry.config))];
  return {
    map: {
      version: 1,
      root: `service-of-${size}`,
      entryPoints,
      systems: (
        [
          ["postgres", "database", "PostgreSQL", "prisma"],
          ["redis", "cache", "Redis", "ioredis"],
          ["bullmq", "queue", "BullMQ", "bullmq"],
          ["stripe", "payment", "Stripe", "stripe"],
          ["sendgrid", "email", "SendGrid", "@sendgrid/mail"],
        ] as const
      ).map(([id, kind, name, via]) => ({ id, kind, name, via, file: "src/clients.ts", line: 3 })),
      config: names.map((name, index) => ({
        name,
        secret: true,
        file: "src/config.ts",
        line: index + 2,
        documented: index % 4 !== 0,
      })),
    },
    findings,
  };
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
