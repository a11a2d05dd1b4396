// The server that makes the context is not read: its type says which client it holds.
// file: src/db.ts
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema";

export const db = drizzle(new Database("notes.db"), { schema });

// file: src/schema.ts
import { sqliteTable, text } from "drizzle-orm/sqlite-core";

export const notes = sqliteTable("notes", {
  id: text("id").primaryKey(),
  userId: text("userId").notNull(),
  body: text("body"),
});

// file: src/trpc.ts
import { initTRPC, TRPCError } from "@trpc/server";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { db } from "./db";
import { notes } from "./schema";

interface Context {
  user: { id: string; role: string } | null;
  auth?: { type: "apiKey"; scopes: string[] } | { type: "session" } | null;
  db: typeof db;
}

const t = initTRPC.context<Context>().create();

const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user?.id) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.user } });
});

const byId = z.object({ id: z.string() });

export const appRouter = t.router({
  mine: signedIn.query(({ ctx }) => ctx.db.query.notes.findMany({ where: eq(notes.userId, ctx.user.id) })),
  remove: signedIn
    .input(byId)
    // silent: the caller's own
    .mutation(({ ctx, input }) => ctx.db.delete(notes).where(and(eq(notes.id, input.id), eq(notes.userId, ctx.user.id)))),
  drop: signedIn
    .input(byId)
    .mutation(({ ctx, input }) => ctx.db.delete(notes).where(eq(notes.id, input.id))), // expect: unowned-object
});
