import { PrismaClient } from "@prisma/client";
import { Body, Controller, Delete, Middlewares, Patch, Path, Request, Route } from "tsoa";
import { requireUser } from "./require-user";

const prisma = new PrismaClient();

@Route("notes")
@Middlewares(requireUser)
export class NotesController extends Controller {
  @Patch("{noteId}")
  public async change(@Path() noteId: string, @Body() body: { text: string }, @Request() request: any) { // silent: the caller's own
    await prisma.note.update({ where: { id: noteId, ownerId: request.user.id }, data: { text: body.text } });
  }

  @Delete("{noteId}")
  public async remove(@Path() noteId: string) {
    await prisma.note.delete({ where: { id: noteId } }); // expect: unowned-object
    // ~ by "noteId" of the request
  }

  @Delete("{noteId}/copies")
  public async removeCopy(noteId: string) {
    await prisma.note.delete({ where: { id: noteId } }); // expect: unowned-object
    // ~ by "noteId" of the request
  }
}

// file: require-user.ts
import type { NextFunction, Request, Response } from "express";
import jwt from "jsonwebtoken";

export function requireUser(req: Request, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.KEY ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
}
