import axios, { type AxiosInstance } from "axios";
import express from "express";

const app = express();
const api = axios.create({ baseURL: "https://api.example.com", timeout: 1000 });

class Client {
  constructor(private readonly http: AxiosInstance) {}

  list() {
    return this.http.get("/orders"); // effect: call api.example.com /orders, read
  }
}

app.post("/proxy/:id", async (req, res) => {
  await axios.get("https://one.example.com/a"); // effect: call one.example.com /a, read
  await axios.post("https://one.example.com/a", { id: req.params.id }); // effect: call one.example.com /a, call
  await axios({ url: "https://one.example.com/a", method: "put" }); // effect: call one.example.com /a, call
  await axios("https://one.example.com/a"); // effect: call one.example.com /a, read
  await axios.request({ url: "https://one.example.com/a", method: req.body.method }); // effect: call one.example.com /a, call
  await api.post("/orders", req.body); // effect: call api.example.com /orders, call
  await api({ url: "/orders", method: "delete" }); // effect: call api.example.com /orders, call
  await api.get(`/orders/${req.params.id}`); // effect: call api.example.com /orders/*, read
  await axios.post("https://api.stripe.com/v1/refunds", "charge=1", { headers: { "Idempotency-Key": req.params.id } }); // effect: write stripe /v1/refunds, charge
  const { data } = await new Client(api).list();
  res.json(data);
});
