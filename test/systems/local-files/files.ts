import fs, { createWriteStream } from "fs";
import { readFile, unlink } from "node:fs/promises";
import express from "express";

const app = express();

app.post("/files/:id", async (req, res) => {
  const text = await readFile("template.html", "utf8"); // effect: read local-files files, read
  await fs.promises.writeFile(`uploads/${req.params.id}`, req.body); // effect: write local-files files, set
  fs.appendFileSync("audit.log", "line"); // effect: write local-files files, append
  req.pipe(createWriteStream("copy")); // effect: write local-files files, set
  await unlink("old"); // effect: write local-files files, delete
  res.send(text);
});
