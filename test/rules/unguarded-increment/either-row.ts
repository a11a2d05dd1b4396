// The row is written in one of two ways, and counted on in both.
import { createClient } from "@supabase/supabase-js";
import express from "express";

const app = express();
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
app.use(express.json());

app.post("/orders/:id/lines", async (req, res) => {
  const { data: line } = await supabase.from("order_lines").select("id, qty, sent_at").eq("order_id", req.params.id).eq("dish_id", req.body.dish).maybeSingle();
  if (!line) return res.sendStatus(404);
  const qty = line.qty + req.body.qty;
  await supabase.from("order_lines").update(line.sent_at ? { qty, prepared: false } : { qty }).eq("id", line.id); // expect: unguarded-increment, read-modify-write
  res.end();
});
app.listen(3000);
