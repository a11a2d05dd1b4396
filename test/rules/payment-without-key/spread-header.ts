import express from "express";

const app = express();

async function post(path: string, body: unknown, key?: string) {
  const answer = await fetch(`${process.env.PAYMENT_API}${path}`, { // expect: payment-without-key
    method: "POST",
    headers: { "content-type": "application/json", ...(key ? { "idempotency-key": key } : {}) },
    body: JSON.stringify(body),
  });
  return answer.json();
}

app.post("/orders/:id/pay", requireUser, async (req, res) => { // silent: the key is made of the order
  res.json(await post("/charges", { amount: req.body.cents, currency: "EUR" }, `order-${req.params.id}`));
});

app.post("/orders/:id/settle", requireUser, async (req, res) => {
  res.json(await post("/charges", { amount: req.body.cents, currency: "EUR" }));
});

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.session?.user) return res.sendStatus(401);
  next();
}
