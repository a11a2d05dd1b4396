/** What every rule means, from its doc comment. Written by `npm run generate`. */

export interface RuleDocumentation {
  readonly summary: string;
  readonly text: string;
  readonly notes: string;
  readonly examples: readonly {
    readonly verdict: "bad" | "good";
    readonly language: string;
    readonly file: string;
    readonly code: string;
  }[];
}

export const RULE_DOCS: Readonly<Record<string, RuleDocumentation>> = {
  "access/missing-authentication": {
    summary: "An endpoint changes data, or reads somebody's, and nothing on its way asks who is calling.",
    text: "An endpoint changes data, or reads somebody's, and nothing on its way asks who is calling.\n\nWhoever finds the address can use it. The check may stand anywhere ahead of the effect: in middleware, a wrapper, the\nhandler, a service; what cannot be read is given the benefit of the doubt.",
    notes:
      "Public on purpose? The quick fix records the reason in `hardpath.config.json`. Log in, sign up, health, documentation,\nsigned webhooks and links with one-time tokens are recognised by what they do.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.delete("/users/:id", async (req, res) => {\n  await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.delete("/users/:id", async (req, res) => {\n  if (!req.user) return res.sendStatus(401);\n  await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "access/missing-role": {
    summary: "An administrative endpoint checks that somebody is logged in, but not who.",
    text: "An administrative endpoint checks that somebody is logged in, but not who.\n\nEvery customer is logged in. What only staff may do needs a check of a role or permission that can refuse: on the\nroute, on its router, in a wrapper, in the handler or in what it calls.",
    notes:
      "An endpoint is administrative by its path (`/admin`, `/internal`, `/back-office`), or because it sets a role.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.get("/admin/users", (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => {\n  res.json(await pool.query("SELECT id, email FROM users"));\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.get("/admin/users", (req, res, next) => (req.user?.role === "admin" ? next() : res.sendStatus(403)), async (req, res) => {\n  res.json(await pool.query("SELECT id, email FROM users"));\n});\n',
      },
    ],
  },
  "access/role-from-request": {
    summary: "The role of an account, or the role that a check asks for, comes from the request.",
    text: "The role of an account, or the role that a check asks for, comes from the request.\n\nWhoever writes the request writes the role: sign-up becomes sign-up as administrator, and a check of a header or body\nfield is passed by sending it.",
    notes: "An administrator may set roles: endpoints that check a role first are left alone.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/sign-up", async (req, res) => {\n  await prisma.user.create({ data: { email: req.body.email, role: req.body.role } });\n  res.sendStatus(201);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/sign-up", async (req, res) => {\n  await prisma.user.create({ data: { email: req.body.email, role: "member" } });\n  res.sendStatus(201);\n});\n',
      },
    ],
  },
  "idempotency/payment-without-key": {
    summary: "A payment is created without an idempotency key that belongs to the operation.",
    text: "A payment is created without an idempotency key that belongs to the operation.\n\nA double click, a dropped response or a second delivery runs the handler again, and the customer pays twice. The key\nmust be the same when the same thing is meant: an order's id, the event's id, the key the client sent. A key made of\nthe clock or of a random number inside the handler is another one at every run. The key that a provider's SDK adds by\nitself covers only the SDK's own network retries.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders/:id/pay", requireUser, async (req, res) => {\n  const intent = await stripe.paymentIntents.create({ amount: 500, currency: "eur" });\n  res.json(intent);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders/:id/pay", requireUser, async (req, res) => {\n  const intent = await stripe.paymentIntents.create(\n    { amount: 500, currency: "eur" },\n    { idempotencyKey: `pay-${req.params.id}` },\n  );\n  res.json(intent);\n});\n',
      },
    ],
  },
  "idempotency/unguarded-create": {
    summary: "A request creates something, and the same request sent twice creates it twice.",
    text: "A request creates something, and the same request sent twice creates it twice.\n\nPeople double-click, and clients send again when the answer was lost. A unique key on what identifies the thing, an\n`Idempotency-Key` that the server remembers, or a look-up that stops makes the second request harmless.",
    notes: "A warning where money, accounts, orders or messages are concerned; a hint for ordinary rows.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  const order = await prisma.order.create({ data: { userId: req.user.id, total: req.body.total } });\n  res.status(201).json(order);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  const known = await prisma.order.findUnique({ where: { requestId: req.get("Idempotency-Key") } });\n  if (known) return res.status(200).json(known);\n  const order = await prisma.order.create({\n    data: { userId: req.user.id, total: req.body.total, requestId: req.get("Idempotency-Key") },\n  });\n  res.status(201).json(order);\n});\n',
      },
    ],
  },
  "idempotency/webhook-without-dedupe": {
    summary: "A webhook acts on every delivery, and deliveries repeat.",
    text: "A webhook acts on every delivery, and deliveries repeat.\n\nProviders deliver at least once: they send an event again when the answer was late or lost, and now and then without\na reason. Store the event's id under a unique key, in the same transaction as the effects where there is one, and\nstop when it is there already.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.STRIPE_WEBHOOK_SECRET);\n  await pool.query("INSERT INTO payments (invoice, amount) VALUES ($1, $2)", [event.data.object.id, event.data.object.amount_paid]);\n  res.sendStatus(200);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.STRIPE_WEBHOOK_SECRET);\n  const seen = await pool.query("INSERT INTO processed_events (id) VALUES ($1) ON CONFLICT DO NOTHING", [event.id]);\n  if (seen.rowCount === 0) return res.sendStatus(200);\n  await pool.query("INSERT INTO payments (invoice, amount) VALUES ($1, $2)", [event.data.object.id, event.data.object.amount_paid]);\n  res.sendStatus(200);\n});\n',
      },
    ],
  },
};
