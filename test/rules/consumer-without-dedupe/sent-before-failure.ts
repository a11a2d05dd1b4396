import { Worker } from "bullmq";
import { Pool } from "pg";

const pool = new Pool();

new Worker("webhook-deliveries", async (job) => { // expect: consumer-without-dedupe
  const { rows } = await pool.query("SELECT url FROM endpoints WHERE tenant = $1", [job.data.tenant]);
  for (const row of rows) {
    const answer = await fetch(row.url, { method: "POST", body: JSON.stringify(job.data.event) });
    if (!answer.ok) throw new Error("one of them failed");
  }
});
new Worker("letters", async (job) => { // expect: consumer-without-dedupe
  await printLetter(job.data.text);
  const filed = await fetch("https://archive.example.com/entries", { method: "PUT", body: job.data.text });
  if (!filed.ok) throw new Error("archive");
});
new Worker("letters-alone", async (job) => { // silent: it is sent again only where it did not arrive
  await printLetter(job.data.text);
});
new Worker("lookups", async (job) => { // silent: what it asks for is used
  const answer = await fetch("https://search.example.com/find", { method: "POST", body: job.data.text });
  const { id } = await answer.json();
  const filed = await fetch(`https://archive.example.com/entries/${id}`, { method: "PUT", body: job.data.text });
  if (!filed.ok) throw new Error("archive");
});
new Worker("archived", async (job) => { // silent: what is told is that it failed
  try {
    await pool.query("UPDATE papers SET text = $1 WHERE id = $2", [job.data.text, job.data.id]);
  } catch (error) {
    await fetch("https://hooks.chat.example.com/deliver", { method: "POST", body: String(error) });
  }
  const filed = await fetch("https://archive.example.com/entries", { method: "PUT", body: job.data.text });
  if (!filed.ok) throw new Error("archive");
});

async function printLetter(text) {
  const answer = await fetch("https://letters.example.com/print", { method: "POST", body: text });
  if (!answer.ok) throw new Error("printer");
}
