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
  "access/amount-from-request": {
    summary: "The caller says how much: what is added to their own balance, or what their order costs.",
    text: "The caller says how much: what is added to their own balance, or what their order costs.\n\nThe form fills in the right number, but whoever writes the request writes another: a wallet is filled without a payment,\na room for two weeks costs one cent. What something costs stands in the service's own tables, and what was paid is known\nby the payment provider.",
    notes:
      "Endpoints that ask for a role first, that take the money from another account, or that compare the amount with something\nstored are left alone; so is a service whose members all work there.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));\napp.post("/wallet/top-up", async (req, res) => {\n  await prisma.user.update({ where: { id: req.user.id }, data: { balance: { increment: req.body.amount } } });\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));\napp.post("/wallet/top-up", async (req, res) => {\n  const intent = await stripe.paymentIntents.retrieve(req.body.paymentIntentId);\n  if (intent.status !== "succeeded" || intent.metadata.userId !== req.user.id) return res.sendStatus(402);\n  await creditOnce(intent.id, req.user.id, intent.amount_received);\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "access/answered-password": {
    summary: "An answer brings whole account rows along, with the passwords they are compared with.",
    text: "An answer brings whole account rows along, with the passwords they are compared with.\n\n`include: { owner: true }` reads every column of the owner, and what is answered as it was found goes out with all of\nthem: the page shows a name, and whoever opens the network panel finds the hash, the e-mail address and whatever else\nstands in the row. A hash that is out can be guessed at for as long as one likes.",
    notes:
      "Told where a query of Prisma includes a table whose schema has a column for a password, nothing picks or omits columns\n(`select`, `omit`, also those of the client), and the rows stand in the answer as they were found. Rows that staff\nalone is shown, and the caller's own account, are left alone.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: '// file: schema.prisma\nmodel User {\n  id       String    @id\n  name     String\n  password String\n  listings Listing[]\n}\nmodel Listing {\n  id      String @id\n  ownerId String\n  owner   User   @relation(fields: [ownerId], references: [id])\n}\n// file: listings.ts\napp.get("/listings/:id", async (req, res) => {\n  res.json(await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: true } }));\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: '// file: schema.prisma\nmodel User {\n  id       String    @id\n  name     String\n  password String\n  listings Listing[]\n}\nmodel Listing {\n  id      String @id\n  ownerId String\n  owner   User   @relation(fields: [ownerId], references: [id])\n}\n// file: listings.ts\napp.get("/listings/:id", async (req, res) => {\n  res.json(\n    await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: { select: { name: true } } } }),\n  );\n});\n',
      },
    ],
  },
  "access/guard-after-route": {
    summary: "A guard is registered after the route it should guard.",
    text: "A guard is registered after the route it should guard.\n\nMiddleware runs in the order in which it is registered. What stands below the route never runs for it.",
    notes: "Routes that are public by what they do may stand above the guard.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'const requireUser = (req, res, next) => (req.user ? next() : res.sendStatus(401));\napp.delete("/orders/:id", async (req, res) => {\n  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);\n  res.sendStatus(204);\n});\napp.use(requireUser);\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'const requireUser = (req, res, next) => (req.user ? next() : res.sendStatus(401));\napp.use(requireUser);\napp.delete("/orders/:id", async (req, res) => {\n  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "access/guard-never-denies": {
    summary: 'A check answers "not allowed" and then goes on.',
    text: 'A check answers "not allowed" and then goes on.\n\nThe caller sees the refusal, and what was refused happens all the same: behind the answer there is no `return`, or the\nmiddleware calls `next()` anyway. Or the check asks only whether the verdict is there, and the verdict is an object\n(`{ error }`, `{ allowed: false }`) that is always there: nobody is refused. Or it asks for a right only where nobody is\nsigned in (`!user && user.role !== "admin"`), or asks and then turns away only who is not signed in: whoever is signed in\nhas it.',
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.delete("/orders/:id", async (req, res) => {\n  if (!req.user) res.sendStatus(401);\n  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.delete("/orders/:id", async (req, res) => {\n  if (!req.user) return res.sendStatus(401);\n  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);\n});\n',
      },
    ],
  },
  "access/inconsistent-guard": {
    summary: "Two endpoints change the same thing; one checks a role, this one does not.",
    text: "Two endpoints change the same thing; one checks a role, this one does not.\n\nThe twin shows what the team meant. Whoever is refused there comes in here.",
    notes:
      "Rows of the caller's own are left alone, and creating is not compared with changing. Who may not even be shown what stands\nat an address may not change it either: a `GET` that asks for a role counts for the `PUT` of the same path. Colleagues'\naccounts, and the row of the caller's own company, count where most endpoints that change them ask for a role. Where nearly\nall that is changed in a team asks for a right, whatever the table, what asks for none counts as well. So does what any\nmember of a team that the request names may do, where the others that look up the membership ask for its role too.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));\napp.put("/plans/:id", (req, res, next) => (req.user.role === "owner" ? next() : res.sendStatus(403)), async (req, res) => {\n  res.json(await pool.query("UPDATE plans SET price = $1 WHERE id = $2", [req.body.price, req.params.id]));\n});\napp.delete("/plans/:id", async (req, res) => {\n  res.json(await pool.query("DELETE FROM plans WHERE id = $1", [req.params.id]));\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'const ownerOnly = (req, res, next) => (req.user?.role === "owner" ? next() : res.sendStatus(403));\napp.put("/plans/:id", ownerOnly, async (req, res) => {\n  res.json(await pool.query("UPDATE plans SET price = $1 WHERE id = $2", [req.body.price, req.params.id]));\n});\napp.delete("/plans/:id", ownerOnly, async (req, res) => {\n  res.json(await pool.query("DELETE FROM plans WHERE id = $1", [req.params.id]));\n});\n',
      },
    ],
  },
  "access/missing-authentication": {
    summary: "An endpoint changes data, or reads somebody's, and nothing on its way asks who is calling.",
    text: "An endpoint changes data, or reads somebody's, and nothing on its way asks who is calling.\n\nWhoever finds the address can use it. The check may stand anywhere ahead of the effect: in middleware, a wrapper, the\nhandler, a service; what cannot be read is given the benefit of the doubt.",
    notes:
      "Pages of Next.js that are rendered for a request (the app router, `getServerSideProps`) are judged by what they show: a row\nof money, accounts, messages or records that is certainly rendered. Middleware and the layouts above a page count as its\nchecks. A component in what the page returns (`<AuthGate>…</AuthGate>`) does not: the rows are read before it runs. Pages\nthat are rendered in the browser or when the application is built are not judged.\n\nPublic on purpose? The quick fix records the reason in `hardpath.config.json`. Log in, sign up, health, documentation,\nsigned webhooks and links with one-time tokens are recognised by what they do.",
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
      "An endpoint is administrative by its path (`/admin`, `/internal`, `/back-office`), because it sets a role or deletes every\nrow of a table, or because it changes rows that are nobody's own, such as products, or lists everybody's rows, where\nother endpoints that do so ask for a role. Rows that nobody owns, such as categories, count also where the caller appears in\nnothing that is read or written while other endpoints of the service ask for roles, and where nothing asks for a role and\nanybody may sign up; so do lists of everybody's payments, bookings or\nmessages, each of which names the person whom it is for.\n\nWhat a team pays is decided by few as well: a subscription, a checkout or the payment provider's own page for a customer\nthat stands in the team's row, where the schema gives members roles and another endpoint asks for them.",
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
    text: "The role of an account, or the role that a check asks for, comes from the request.\n\nWhoever writes the request writes the role: sign-up becomes sign-up as administrator, and a check of a header or body\nfield is passed by sending it. So it is with a role in the part of an account that its user writes: `user_metadata` of\nSupabase and Auth0, `unsafeMetadata` of Clerk.",
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
  "access/unawaited-check": {
    summary: "A check asks an async function whether somebody may, and does not wait for the answer.",
    text: "A check asks an async function whether somebody may, and does not wait for the answer.\n\nWhat it tests is the promise, and a promise is always true: nobody is refused, whatever the function finds out.",
    notes:
      "Functions of the workspace count that are `async` or whose type says that they give a promise, look-ups of the caller in a\ndatabase, and a few of packages: `bcrypt.compare`, `argon2.verify`, `jwtVerify`, `getServerSession`.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'const isAdmin = async (user) => (await prisma.user.findUnique({ where: { id: user.id } })).role === "admin";\napp.delete("/users/:id", async (req, res) => {\n  if (!isAdmin(req.user)) return res.sendStatus(403);\n  await prisma.user.delete({ where: { id: req.params.id } });\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'const isAdmin = async (user) => (await prisma.user.findUnique({ where: { id: user.id } })).role === "admin";\napp.delete("/users/:id", async (req, res) => {\n  if (!(await isAdmin(req.user))) return res.sendStatus(403);\n  await prisma.user.delete({ where: { id: req.params.id } });\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "access/unowned-object": {
    summary: "An id from the request reaches somebody's row, and nothing ties the row to the caller.",
    text: "An id from the request reaches somebody's row, and nothing ties the row to the caller.\n\nWhoever is signed in changes the number in the address and reads or changes what belongs to others. The tie may stand\nin the condition of the query, in a check of the loaded row, or in a guard; it must be about the same id.",
    notes:
      "Only tables that are known to have owners are judged: by their columns, or because the service stores the caller with\ntheir rows elsewhere. Reads count where the service scopes other reads of the table, and so does a row that is stored once\nmore as the caller's own (a copy, a duplicate).\n\nPages of Next.js that are rendered for a request are judged where they certainly show such a row, of money, accounts, messages\nor records, and nothing on the way asks whose it is: neither the page, nor a layout above it, nor middleware.\n\nWhere a check ahead proved the project of the address (a team, a shop), rows that the service keeps in projects must be\nfound in that one: the id that was proven is not the one that the query goes by. A row that is stored in a project which\nnothing proved here, and which others prove first, counts as well; so does a row of the caller's own that is changed to name\none which only its own team is shown.\n\nA condition on the caller that what was sent may take the place of is none: `{ userId: user.id, ...req.query }`, and\n`Order.find({ userId: user.id }).find(req.query)` of Mongoose. The caller must come last.\n\nA role is an answer where it is that of the people who run the service. Whoever has one that is held to own rows\nelsewhere (a seller's, a lender's) is asked here too: because other endpoints, behind the same check where the role has no\nname, compare rows with them or limit queries to them, or because a column that is called after the role says whose the\nrows are.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));\napp.post("/invoices", async (req, res) => {\n  res.json(await prisma.invoice.create({ data: { userId: req.user.id, total: 5 } }));\n});\napp.delete("/invoices/:id", async (req, res) => {\n  res.json(await prisma.invoice.delete({ where: { id: req.params.id } }));\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));\napp.post("/invoices", async (req, res) => {\n  res.json(await prisma.invoice.create({ data: { userId: req.user.id, total: 5 } }));\n});\napp.delete("/invoices/:id", async (req, res) => {\n  res.json(await prisma.invoice.delete({ where: { id: req.params.id, userId: req.user.id } }));\n});\n',
      },
    ],
  },
  "access/unproven-sign-in": {
    summary:
      "A strategy signs in whoever the request names: no password is compared, or what the comparison gave decides nothing.",
    text: "A strategy signs in whoever the request names: no password is compared, or what the comparison gave decides nothing.\n\nThe library believes what the function gives back. An account that was found by its e-mail is not yet one whose owner\nis calling.",
    notes: "What cannot be read may compare: a method of the row, a package that is given the password.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'import passport from "passport";\nimport { Strategy } from "passport-local";\n\npassport.use(\n  new Strategy(async (username, password, done) => {\n    const user = await prisma.user.findUnique({ where: { username } });\n    if (!user) return done(null, false);\n    done(null, user);\n  }),\n);\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'import passport from "passport";\nimport { Strategy } from "passport-local";\n\npassport.use(\n  new Strategy(async (username, password, done) => {\n    const user = await prisma.user.findUnique({ where: { username } });\n    if (!user || !(await bcrypt.compare(password, user.password))) return done(null, false);\n    done(null, user);\n  }),\n);\n',
      },
    ],
  },
  "access/unset-secret-compare": {
    summary: "A request is let in because its secret equals an environment variable that may not be set.",
    text: "A request is let in because its secret equals an environment variable that may not be set.\n\nWhere the variable is missing, a request without the header has the same value: `undefined === undefined`. With a\ntemplate, `Bearer undefined` opens the door. Refuse to start, or refuse the request, when the variable is empty.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/jobs/renew", async (req, res) => {\n  if (req.headers["x-job-key"] !== process.env.JOB_KEY) return res.sendStatus(401);\n  await pool.query("UPDATE subscriptions SET renewed = true");\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/jobs/renew", async (req, res) => {\n  const key = process.env.JOB_KEY;\n  if (!key || req.headers["x-job-key"] !== key) return res.sendStatus(401);\n  await pool.query("UPDATE subscriptions SET renewed = true");\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "access/unverified-token": {
    summary: "A token is decoded, not verified, and its content is believed.",
    text: "A token is decoded, not verified, and its content is believed.\n\nDecoding reads what anybody may have written. Only verification proves that the service issued the token.",
    notes:
      "So does a plain cookie that names somebody: `req.cookies.userId`, `JSON.parse(req.cookies.user).id`.\n\nDecoding beside a verification (to find the key, to show a name) is fine.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.delete("/me", async (req, res) => {\n  const user = jwt.decode(req.headers.authorization);\n  await pool.query("DELETE FROM users WHERE id = $1", [user.id]);\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.delete("/me", async (req, res) => {\n  const user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);\n  await pool.query("DELETE FROM users WHERE id = $1", [user.id]);\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "access/unverified-webhook": {
    summary: "A webhook acts on what it is sent without checking who sent it.",
    text: "A webhook acts on what it is sent without checking who sent it.\n\nThe address is no secret: whoever finds it reports a payment that never happened. Verify the provider's signature on\nthe raw body before anything else, or compare a shared secret; where a provider signs nothing, ask its API.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/webhooks/stripe", async (req, res) => {\n  await pool.query("UPDATE orders SET status = \'paid\' WHERE id = $1", [req.body.data.object.metadata.orderId]);\n  res.sendStatus(200);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.STRIPE_WEBHOOK_SECRET);\n  await pool.query("UPDATE orders SET status = \'paid\' WHERE id = $1", [event.data.object.metadata.orderId]);\n  res.sendStatus(200);\n});\n',
      },
    ],
  },
  "data-flow/call-inside-transaction": {
    summary: "An outside service is called while a database transaction is open.",
    text: "An outside service is called while a database transaction is open.\n\nThe rows stay locked for as long as the other side takes, and what was sent out cannot be rolled back. Call before or\nafter, or leave a note in an outbox table.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  await prisma.$transaction(async (tx) => {\n    await tx.order.create({ data: { total: req.body.total } });\n    await mailer.sendMail({ to: req.user.email, text: "Thank you" });\n  });\n  res.sendStatus(201);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  await prisma.$transaction(async (tx) => {\n    await tx.order.create({ data: { total: req.body.total } });\n  });\n  await mailer.sendMail({ to: req.user.email, text: "Thank you" });\n  res.sendStatus(201);\n});\n',
      },
    ],
  },
  "data-flow/dual-write": {
    summary: "The database and another system are told the same news in two steps.",
    text: "The database and another system are told the same news in two steps.\n\nWhen the process stops between them, one of them never hears: an order without its job, a job for an order that was\nrolled back. Write the message into an outbox table in the same transaction and send from there, or give the second\nstep an id by which it can be repeated.",
    notes: "A warning for jobs and payments beside money, accounts and orders; a hint elsewhere.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  const order = await prisma.order.create({ data: { total: req.body.total } });\n  await queue.add("fulfil", { orderId: order.id });\n  res.sendStatus(201);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  await prisma.$transaction([\n    prisma.order.create({ data: { id: req.body.id, total: req.body.total } }),\n    prisma.outbox.create({ data: { topic: "fulfil", orderId: req.body.id } }),\n  ]);\n  res.sendStatus(201);\n});\n',
      },
    ],
  },
  "data-flow/read-modify-write": {
    summary: "A value is read, changed in the code and written back; two requests at once lose one of the changes.",
    text: "A value is read, changed in the code and written back; two requests at once lose one of the changes.\n\nBoth read 10, both write 9. Let the database do the sum (`SET stock = stock - 1`), write only if the value is still\nthe one that was read, or lock the row (`SELECT … FOR UPDATE`) in a transaction.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/products/:id/buy", requireUser, async (req, res) => {\n  const product = await prisma.product.findUnique({ where: { id: req.params.id } });\n  await prisma.product.update({ where: { id: req.params.id }, data: { stock: product.stock - 1 } });\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/products/:id/buy", requireUser, async (req, res) => {\n  await prisma.product.update({ where: { id: req.params.id }, data: { stock: { decrement: 1 } } });\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "data-flow/two-owners": {
    summary: "A provider's webhook and a browser's request set the same state.",
    text: "A provider's webhook and a browser's request set the same state.\n\nThey arrive in any order, and the last one wins: a late \"success\" page marks paid what the provider has refunded\nsince. Let the webhook own the state, and let the page only read it.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.WEBHOOK_SECRET);\n  await prisma.order.update({ where: { intent: event.data.object.id }, data: { status: event.data.object.status } });\n  res.sendStatus(200);\n});\napp.post("/checkout/done", requireUser, async (req, res) => {\n  await prisma.order.update({ where: { id: req.body.orderId }, data: { status: "paid" } });\n  res.redirect("/thanks");\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.WEBHOOK_SECRET);\n  await prisma.order.update({ where: { intent: event.data.object.id }, data: { status: event.data.object.status } });\n  res.sendStatus(200);\n});\napp.get("/checkout/done", requireUser, async (req, res) => {\n  res.json(await prisma.order.findUnique({ where: { id: req.query.orderId } }));\n});\n',
      },
    ],
  },
  "data-flow/writes-without-transaction": {
    summary: "Several writes belong together, and nothing keeps them together.",
    text: "Several writes belong together, and nothing keeps them together.\n\nWhen the process stops between them, or the second one fails, the first stays: an order without lines, money taken\nand not booked. Put them into one transaction of the database.",
    notes: "A warning where money, accounts or orders are concerned, and for a row and its parts; a hint elsewhere.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  const { rows } = await pool.query("INSERT INTO orders (total) VALUES ($1) RETURNING id", [req.body.total]);\n  await pool.query("INSERT INTO order_lines (order_id, sku) VALUES ($1, $2)", [rows[0].id, req.body.sku]);\n  res.sendStatus(201);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", requireUser, async (req, res) => {\n  await prisma.$transaction(async (tx) => {\n    const order = await tx.order.create({ data: { total: req.body.total } });\n    await tx.orderLine.create({ data: { orderId: order.id, sku: req.body.sku } });\n  });\n  res.sendStatus(201);\n});\n',
      },
    ],
  },
  "idempotency/consumer-without-dedupe": {
    summary: "A queue's worker acts on every run of a job, and jobs run again.",
    text: "A queue's worker acts on every run of a job, and jobs run again.\n\nQueues deliver at least once: a worker that stalls, crashes or throws gives its job back, and the next run starts from\nthe beginning. Record the job's id or the thing's own id under a unique key and stop when it is there, or write so\nthat the second run changes nothing. Jobs that the clock starts run on every instance: a hint, and a warning where money\nor orders are concerned.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'new Worker("invoices", async (job) => {\n  await pool.query("INSERT INTO invoices (order_id, total) VALUES ($1, $2)", [job.data.orderId, job.data.total]);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'new Worker("invoices", async (job) => {\n  await pool.query(\n    "INSERT INTO invoices (order_id, total) VALUES ($1, $2) ON CONFLICT (order_id) DO NOTHING",\n    [job.data.orderId, job.data.total],\n  );\n});\n',
      },
    ],
  },
  "idempotency/message-sent-twice": {
    summary: "A message is sent, and a second run sends it again.",
    text: "A message is sent, and a second run sends it again.\n\nA worker that crashes after the sending is run again from the start; a scheduler may start twice; other services call\nagain when the answer was lost; people double-click. What people ask for again on purpose (a new code, a letter that\nwent astray) is a hint where a pause must pass or few calls are let through, and so is a note in a team's chat;\na limit of the whole service stops no double click, and without any whoever likes fills somebody's inbox:\nhttps://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html.\n\nMark what was sent before the next run can see it, ask for the mark first, or give the provider a key of its own.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'new Worker("receipts", async (job) => {\n  await mailer.sendMail({ to: job.data.email, text: "Thank you" });\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'new Worker("receipts", async (job) => {\n  const first = await redis.set(`receipt:${job.data.orderId}`, "sent", "NX");\n  if (!first) return;\n  await mailer.sendMail({ to: job.data.email, text: "Thank you" });\n});\n',
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
  "idempotency/retry-around-write": {
    summary: "The code tries something again that may have happened already.",
    text: "The code tries something again that may have happened already.\n\nA call that timed out has often done its work: only the answer was lost. To try again charges twice, sends twice,\nstores twice. Retry what only reads or sets, and give everything else a key that is the same at every try (RFC 9110,\nsection 9.2.2: clients must not retry what is not idempotent by themselves).",
    notes:
      "Own loops around a `try` count as well as packages that retry. Where only a known refusal is tried again, such as a taken\nname, nothing is said. A POST to a service that nobody knows is a hint.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders/:id/receipt", requireUser, async (req, res) => {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    try {\n      await mailer.sendMail({ to: req.user.email, text: "Thank you" });\n      break;\n    } catch (error) {\n      await new Promise((resolve) => setTimeout(resolve, 1000));\n    }\n  }\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders/:id/pay", requireUser, async (req, res) => {\n  const key = { idempotencyKey: `pay-${req.params.id}` };\n  for (let attempt = 0; attempt < 3; attempt++) {\n    try {\n      return res.json(await stripe.paymentIntents.create({ amount: 500, currency: "eur" }, key));\n    } catch (error) {\n      await new Promise((resolve) => setTimeout(resolve, 1000));\n    }\n  }\n  res.sendStatus(502);\n});\n',
      },
    ],
  },
  "idempotency/reusable-token": {
    summary: "A token that was sent to somebody once opens the door again and again.",
    text: "A token that was sent to somebody once opens the door again and again.\n\nLinks to set a password anew or to come in without one stay in inboxes, browser histories and the logs of proxies. Who\nfinds one later must not get in by it: what was used is taken away, or marked, in the same step in which it is used.",
    notes:
      "Told where a row is found by a token of the request that is called or kept as one for a single use, the password of\nits account is set or a session is signed for it, and nothing afterwards touches the token: it is not removed,\nemptied, marked as used or made to run out.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/reset-password", async (req, res) => {\n  const user = await prisma.user.findFirst({ where: { resetToken: req.body.token } });\n  if (!user) return res.sendStatus(400);\n  await prisma.user.update({ where: { id: user.id }, data: { password: await bcrypt.hash(req.body.password, 12) } });\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/reset-password", async (req, res) => {\n  const user = await prisma.user.findFirst({ where: { resetToken: req.body.token } });\n  if (!user) return res.sendStatus(400);\n  await prisma.user.update({\n    where: { id: user.id },\n    data: { password: await bcrypt.hash(req.body.password, 12), resetToken: null },\n  });\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "idempotency/unguarded-create": {
    summary: "A request creates something, and the same request sent twice creates it twice.",
    text: "A request creates something, and the same request sent twice creates it twice.\n\nPeople double-click, and clients send again when the answer was lost. A unique key on what identifies the thing, an\n`Idempotency-Key` that the server remembers, or a look-up that stops makes the second request harmless.",
    notes:
      "A warning where money, accounts, orders or messages are concerned, for what is made in another service or\ntold to it, for lines in a list of a row, where no unique key can refuse the second one, and for jobs whose worker is not\nknown; a hint for ordinary rows.",
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
  "idempotency/unguarded-increment": {
    summary: "A number goes up or down, or a flag turns, at every call; the same call sent twice counts twice.",
    text: "A number goes up or down, or a flag turns, at every call; the same call sent twice counts twice.\n\nStore what was counted under a unique key and derive the number, change it only in a certain state\n(`WHERE status = 'open'`), or remember the request by its idempotency key.",
    notes: "Counters of views, visits and attempts are hints: nobody is harmed.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders/:id/points", requireUser, async (req, res) => {\n  await pool.query("UPDATE accounts SET balance = balance + $1 WHERE id = $2", [req.body.points, req.params.id]);\n  res.sendStatus(204);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders/:id/points", requireUser, async (req, res) => {\n  const given = await pool.query("INSERT INTO given_points (order_id) VALUES ($1) ON CONFLICT DO NOTHING", [req.params.id]);\n  if (given.rowCount === 0) return res.sendStatus(204);\n  await pool.query("UPDATE accounts SET balance = balance + $1 WHERE id = $2", [req.body.points, req.params.id]);\n  res.sendStatus(204);\n});\n',
      },
    ],
  },
  "idempotency/unstable-key": {
    summary: "A key that should recognise a repeat is made of the clock or of chance, so it never does.",
    text: "A key that should recognise a repeat is made of the clock or of chance, so it never does.\n\nA key must be the same when the same thing is meant: the order's id, the event's id, what the client sent. A fresh\nUUID or a timestamp makes every attempt a new one, and an upsert by such a key is an insert.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/exports", requireUser, async (req, res) => {\n  await queue.add("export", { user: req.user.id }, { jobId: `export-${Date.now()}` });\n  res.sendStatus(202);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/exports", requireUser, async (req, res) => {\n  await queue.add("export", { user: req.user.id }, { jobId: `export-${req.user.id}` });\n  res.sendStatus(202);\n});\n',
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
  "idempotency/write-in-get": {
    summary: "A GET request changes data.",
    text: "A GET request changes data.\n\nBrowsers, caches, link previews and crawlers call GET whenever they like and again when they like; it must be safe\n(RFC 9110, section 9.2.1). Let another method do it. Links in e-mails, log-in callbacks, counters of visits and caches\nare left alone.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.get("/orders/:id/cancel", requireUser, async (req, res) => {\n  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);\n  res.redirect("/orders");\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders/:id/cancel", requireUser, async (req, res) => {\n  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);\n  res.redirect("/orders");\n});\n',
      },
    ],
  },
  "secrets/answered-secret": {
    summary: "A secret of the environment is sent to the caller.",
    text: "A secret of the environment is sent to the caller.\n\nAn answer, an error page or the message of an error shows it to everybody who can make the request, and to all that\nkeeps answers: caches, browsers, monitoring.",
    notes: "Variables of the environment only: a token that was made for the caller is meant to be sent.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.get("/debug", (req, res) => res.json({ ok: false, key: process.env.JWT_SECRET }));\n',
      },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.get("/debug", (req, res) => res.send(process.env));\n',
      },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: "if (!ready) throw new Error(`cannot connect with ${process.env.DB_PASSWORD}`);\n",
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.get("/debug", (req, res) => res.json({ ok: false, keyIsSet: Boolean(process.env.JWT_SECRET) }));\n',
      },
    ],
  },
  "secrets/client-exposed": {
    summary: "A secret is shipped to the browser or the app.",
    text: "A secret is shipped to the browser or the app.\n\nBundlers copy variables with a public prefix, and everything in a client component, into files that every visitor\ndownloads.",
    notes: "Only names that can mean nothing else: secret, password, private, service role.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "src/pay.ts",
        code: "const secret = process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY;\n",
      },
      {
        verdict: "good",
        language: "ts",
        file: "src/pay.ts",
        code: "const key = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY;\nconst secret = process.env.STRIPE_SECRET_KEY;\n",
      },
    ],
  },
  "secrets/committed-env-file": {
    summary: "An environment file with secrets is under version control.",
    text: "An environment file with secrets is under version control.\n\n`.env` is the right place for a secret only while git ignores it. Committed, it is the code again.",
    notes: "Files that git ignores are not looked at.",
    examples: [
      { verdict: "bad", language: "dotenv", file: ".env", code: "SESSION_SECRET=«32»\n" },
      { verdict: "good", language: "dotenv", file: ".env", code: "PORT=3000\nSESSION_SECRET=\n" },
    ],
  },
  "secrets/connection-string": {
    summary: "A URL or connection string holds a login.",
    text: "A URL or connection string holds a login.\n\nAddress, user and password together: nothing else is needed to open the database, queue or mailbox from anywhere.",
    notes:
      "Logins of local development (`postgres:postgres@localhost`) and what documentation writes (`user:password@host`) are\nleft alone.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'const db = connect("postgres://billing:«20»@db.shop.io:5432/billing");\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'const db = connect(process.env.DATABASE_URL);\nconst local = connect("postgres://postgres:postgres@localhost:5432/billing");\n',
      },
    ],
  },
  "secrets/env-fallback": {
    summary: "A secret of the environment has a fallback in the code.",
    text: "A secret of the environment has a fallback in the code.\n\nWhere the variable is missing nothing fails: the service runs with a secret that everybody can read. It is noticed when\nsomebody forges a session.",
    notes:
      "Also `??`, `||=`, default parameters of `config.get` and defaults of schemas. Fallbacks that are empty, that say of\nthemselves that they are none, or that the program refuses in production are left alone.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'const secret = process.env.JWT_SECRET || "super-secret";\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'const secret = process.env.JWT_SECRET;\nif (!secret) throw new Error("JWT_SECRET is not set");\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'const port = process.env.PORT ?? "3000";\nconst key = process.env.STRIPE_KEY ?? "";\n',
      },
    ],
  },
  "secrets/logged-secret": {
    summary: "A secret is written to the log.",
    text: "A secret is written to the log.\n\nLogs are kept for long, copied to other systems, and read by more people than the secret was meant for.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'console.log("starting with", process.env.JWT_SECRET);\n',
      },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/login", (req) => console.log(`login ${req.body.email} ${req.body.password}`));\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'console.log("secret is set:", Boolean(process.env.JWT_SECRET));\n',
      },
    ],
  },
  "secrets/password": {
    summary: "A password stands in the code: given to a client, or compared with what a user sends.",
    text: "A password stands in the code: given to a client, or compared with what a user sends.\n\nIt is the same on every machine, cannot be changed without a release, and everybody who ever read the code knows it.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'const pool = new Pool({ host: "db.shop.io", user: "billing", password: "Tr4deW1nds!" });\n',
      },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'if (req.body.password === "opensesame1") openDoor();\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'const pool = new Pool({ host: "db.shop.io", user: "billing", password: process.env.DATABASE_PASSWORD });\nconst field = { name: "password", label: "Password", error: "Wrong password" };\n',
      },
    ],
  },
  "secrets/private-key": {
    summary: "A private key stands in a file of the repository.",
    text: "A private key stands in a file of the repository.\n\nIt proves who the service is: with it anybody signs tokens, opens connections or reads recorded traffic in its name.",
    notes:
      "PEM in any writing (escaped, split over literals, base64 once more), PuTTY files, private JSON Web Keys. Public keys and\ncertificates are public.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: "const key = `-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj«64»\n«64»\n-----END PRIVATE KEY-----`;\n",
      },
      { verdict: "good", language: "ts", file: "example.ts", code: "const key = process.env.JWT_PRIVATE_KEY;\n" },
    ],
  },
  "secrets/provider-token": {
    summary: "A token or key of a service stands in the code.",
    text: "A token or key of a service stands in the code.\n\nWhoever can read the repository, its history, a build or a backup can act as the service: send mail, read data, spend\nmoney. Removing the line does not help, the history keeps it; only revoking the token does.",
    notes:
      "Found by the provider's published format, by what the value is used for, or by its name where the value can be nothing\nelse. Keys that are made to be public (publishable keys, Firebase web configuration, Sentry DSNs, Supabase's anon key,\nOAuth client ids) and placeholders are left alone. A token whose checksum is wrong is a hint in production code and\nnothing in tests.",
    examples: [
      { verdict: "bad", language: "ts", file: "example.ts", code: 'const stripe = new Stripe("«sk_|live_|24»");\n' },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'await fetch("https://api.example.org/v1", { headers: { Authorization: "Bearer «40»" } });\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: "const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);\n",
      },
    ],
  },
  "secrets/secret-in-url": {
    summary: "A password or secret is put into the address of a request.",
    text: "A password or secret is put into the address of a request.\n\nAddresses are written to logs of servers and proxies, kept in histories and handed on in the `Referer` header. Bodies\nand headers are not.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: "await fetch(`https://api.shop.io/login?user=${user}&password=${password}`);\n",
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'await fetch("https://api.shop.io/login", { method: "POST", body: JSON.stringify({ user, password }) });\n',
      },
    ],
  },
  "secrets/shared-admin": {
    summary: "An administrator's password is fixed in the code.",
    text: "An administrator's password is fixed in the code.\n\nEvery installation has the same account with the same password: it is the first thing anybody tries.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "src/seed.ts",
        code: 'await prisma.user.create({ data: { email: "admin@shop.io", role: "admin", password: "Shop4Admin!" } });\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "src/seed.ts",
        code: 'await prisma.user.create({ data: { email: "admin@shop.io", role: "admin", password: process.env.ADMIN_PASSWORD } });\n',
      },
    ],
  },
  "secrets/signing-secret": {
    summary: "A literal signs, verifies or encrypts.",
    text: "A literal signs, verifies or encrypts.\n\nWho knows the key of a token or session writes one for any user, administrators included. Short words are found by\ntrying; a key that is in the code need not even be guessed.",
    notes: "Weak words count here: they are the weakest keys of all. Followed through constants and two assignments.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'const token = jwt.sign({ sub: user.id }, "shop-secret");\n',
      },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'const SECRET = "keyboard cat";\nexport const check = (token: string) => jwt.verify(token, SECRET);\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: "const token = jwt.sign({ sub: user.id }, process.env.JWT_SECRET);\n",
      },
    ],
  },
  "validation/injection": {
    summary: "What a request holds becomes part of a SQL statement, a filter, a command or a program.",
    text: 'What a request holds becomes part of a SQL statement, a filter, a command or a program.\n\nWhoever writes the request writes the statement: reads other rows, changes them, drops the table, signs in with a\npassword that is "not empty", runs a command on the server. Hand values over as values; choose names of columns from a\nfixed list.',
    notes:
      "Tagged templates hand their values over apart from the text. Numbers, texts that were cleaned, and values that were\ncompared with a list or read by a schema before are left alone. Mongoose reads operators in every type of path unless\n`sanitizeFilter` is on; `express-mongo-sanitize` takes them out.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: "app.get(\"/users\", async (req, res) => {\n  res.json(await pool.query(`SELECT id FROM users WHERE email = '${req.query.email}'`));\n});\n",
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.get("/users", async (req, res) => {\n  res.json(await pool.query("SELECT id FROM users WHERE email = $1", [req.query.email]));\n});\n',
      },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'import mongoose from "mongoose";\nconst User = mongoose.model("User", new mongoose.Schema({ email: String, resetToken: String }));\napp.post("/reset", async (req, res) => {\n  const user = await User.findOne({ resetToken: req.body.token });\n  res.json({ email: user?.email });\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'import mongoose from "mongoose";\nconst User = mongoose.model("User", new mongoose.Schema({ email: String, resetToken: String }));\napp.post("/reset", async (req, res) => {\n  const user = await User.findOne({ resetToken: { $eq: req.body.token } });\n  res.json({ email: user?.email });\n});\n',
      },
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'import { exec } from "node:child_process";\napp.post("/thumbnail", (req, res) => {\n  exec(`convert ${req.body.file} small.png`, () => res.sendStatus(204));\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'import { execFile } from "node:child_process";\napp.post("/thumbnail", (req, res) => {\n  execFile("convert", [req.body.file, "small.png"], () => res.sendStatus(204));\n});\n',
      },
    ],
  },
  "validation/mass-assignment": {
    summary: "A whole object of a request becomes a row.",
    text: "A whole object of a request becomes a row.\n\nWhoever writes the request fills every column: prices, owners, flags that no form shows. Pick the fields, or parse the\nbody with a schema that drops what it does not know.",
    notes: "",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/profiles", requireUser, async (req, res) => {\n  res.json(await prisma.profile.create({ data: req.body }));\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/profiles", requireUser, async (req, res) => {\n  res.json(await prisma.profile.create({ data: { name: req.body.name, userId: req.user.id } }));\n});\n',
      },
    ],
  },
  "validation/unvalidated-consumer": {
    summary: "A consumer writes what a message holds, and nothing reads the message first.",
    text: "A consumer writes what a message holds, and nothing reads the message first.\n\nA message outlives the code that sent it: an older release, another service or a person with a console wrote it, and a\nfield is missing, renamed or of another type. The write then fails at every redelivery, or stores what nobody expects.\nParse the message again, at the consumer's own edge.",
    notes:
      "Told once per consumer, where the message first reaches a write. Rows that are only found by an id of the message are\nleft alone, and so are events inside one process.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'new Worker("shipments", async (job) => {\n  await pool.query("UPDATE shipments SET carrier = $1 WHERE id = $2", [job.data.carrier, job.data.id]);\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'import { z } from "zod";\n\nconst shipment = z.object({ id: z.string(), carrier: z.enum(["post", "courier"]) });\n\nnew Worker("shipments", async (job) => {\n  const { id, carrier } = shipment.parse(job.data);\n  await pool.query("UPDATE shipments SET carrier = $1 WHERE id = $2", [carrier, id]);\n});\n',
      },
    ],
  },
  "validation/unvalidated-input": {
    summary: "Fields of a request are written as they were sent: no schema reads them, no test looks at them.",
    text: "Fields of a request are written as they were sent: no schema reads them, no test looks at them.\n\nA form checks what people type; a program sends what it likes: a text of ten megabytes, a list where a name should be,\na price of minus five. Parse the body with a schema at the edge, and write what the schema gives back.",
    notes:
      "Told once per handler, where the input first reaches a write. It is a warning where an amount of money or a quantity is\nwritten, else a hint. Tests by hand count, in the handler or in a function that it calls; so does every schema, pipe or\nmiddleware that may have read the input. Types of TypeScript check nothing at run time. The database's own types hold\nletters out of numbers, but set no limits.",
    examples: [
      {
        verdict: "bad",
        language: "ts",
        file: "example.ts",
        code: 'app.post("/orders", async (req, res) => {\n  res.json(await prisma.order.create({ data: { title: req.body.title, price: req.body.price } }));\n});\n',
      },
      {
        verdict: "good",
        language: "ts",
        file: "example.ts",
        code: 'import { z } from "zod";\n\nconst orderInput = z.object({ title: z.string().max(200), price: z.number().positive() });\n\napp.post("/orders", async (req, res) => {\n  const { title, price } = orderInput.parse(req.body);\n  res.json(await prisma.order.create({ data: { title, price } }));\n});\n',
      },
    ],
  },
};
