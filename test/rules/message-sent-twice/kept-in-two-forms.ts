// What is kept comes as an object or as text: in which form it came is no state that a repeat would find changed.
// file: src/store.ts
import { Redis } from "@upstash/redis";

const redis = new Redis({ url: process.env.REDIS_URL, token: process.env.REDIS_TOKEN });

export interface Export {
  readonly id: string;
  readonly userId: string;
  readonly status: string;
}

class Exports {
  async find(id: string): Promise<Export | null> {
    const kept = await redis.get(`export:${id}`);
    if (!kept) return null;
    try {
      if (typeof kept === "object") return kept as Export;
      return JSON.parse(kept as string);
    } catch (error) {
      console.error(error);
      return null;
    }
  }

  async update(id: string, changes: object): Promise<Export | null> {
    const found = await this.find(id);
    if (!found) return null;
    const updated = { ...found, ...changes, updatedAt: new Date().toISOString() };
    await redis.setex(`export:${id}`, 3600, JSON.stringify(updated));
    return updated;
  }
}

export const exportsKept = new Exports();

// file: src/app.ts
import express from "express";
import { auth } from "express-openid-connect";
import { Resend } from "resend";
import { exportsKept } from "./store";

const resend = new Resend(process.env.RESEND_KEY);
const app = express();
app.use(auth({ authRequired: true }));

app.post("/exports/:id/mail", async (req, res) => {
  const found = await exportsKept.find(req.params.id);
  if (!found || found.userId !== req.oidc.user.sub) return res.sendStatus(404);
  await exportsKept.update(req.params.id, { wanted: true });
  if (found.status === "DONE") {
    await resend.emails.send({ from: "shop@example.com", to: req.oidc.user.email, subject: "Your files", text: "Ready." }); // expect: message-sent-twice
  }
  res.sendStatus(204);
});
