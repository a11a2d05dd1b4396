// What stands at the end of an address is made there: an invoice, a payment. Nothing of it need be stored here.
import axios from "axios";
import express from "express";

const app = express();
app.use(express.json());

app.post("/bills/:id/pay", async (req, res) => {
  const { data } = await axios.post("https://till.example.com/webpos/payNow", { amount: req.body.amount }); // expect: unguarded-create
  // ~ makes another one at /webpos/payNow
  res.json(data);
});
app.post("/bills/:id/fiscal", async (req, res) => {
  await axios.post(`https://fiscal.example.com/companies/${req.body.company}/serviceinvoices`, { bill: req.params.id }); // expect: unguarded-create
  res.end();
});
app.post("/cards", async (req, res) => {
  const { data } = await axios.post("https://till.example.com/payments/tokens", { card: req.body.card }); // silent: a token pays nothing
  res.json(data);
});
app.delete("/bills/:id/fiscal", async (req, res) => {
  await axios.delete(`https://fiscal.example.com/companies/${req.body.company}/serviceinvoices/${req.params.id}`); // silent: it is taken away
  res.end();
});
app.post("/bills/search", async (req, res) => {
  const { data } = await axios.post("https://billing.example.com/invoices", { page: req.body.page, filters: req.body.filters }); // silent: it asks
  res.json(data);
});
app.post("/browsers", async (req, res) => {
  await axios.post("https://push.example.com/subscriptions", { endpoint: req.body.endpoint }); // silent: who listens pays nothing
  res.end();
});
app.listen(3000);
