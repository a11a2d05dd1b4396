import { createClient } from "@supabase/supabase-js";
import express from "express";

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
const app = express();

app.post("/orders/:id", async (req, res) => {
  const { data, error } = await supabase.auth.getUser(req.headers.authorization); // guard: authentication supabase.auth.getUser
  if (error || !data.user) return res.status(401).end(); // guard: authentication inline check
  const { data: order } = await supabase.from("orders").select("*").eq("id", req.params.id).single(); // effect: read supabase orders, read
  await supabase.from("orders").insert({ total: 5 }).select(); // effect: write supabase orders, insert
  await supabase.from("orders").upsert({ payment: req.body.p }, { onConflict: "payment" }); // effect: write supabase orders, upsert
  await supabase.from("orders").update({ total: 6 }).eq("id", req.params.id); // effect: write supabase orders, set
  await supabase.from("orders").delete().match({ id: req.params.id }); // effect: write supabase orders, delete
  await supabase.rpc("close_order", { id: req.params.id }); // effect: call supabase close_order, call
  await supabase.storage.from("receipts").upload("a.pdf", req.body); // effect: write supabase receipts, set
  await supabase.auth.admin.createUser({ email: req.body.email }); // effect: write supabase users, insert
  return res.json(order);
});
