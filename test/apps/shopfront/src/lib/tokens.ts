import jwt from "jsonwebtoken";
import { config } from "../config.ts";

export interface Session {
  id: number;
  email: string;
  role: string;
}

export function signToken(session: Session) {
  return jwt.sign(session, config.jwtSecret, { expiresIn: "7d" });
}

export function readToken(token: string) {
  return jwt.verify(token, config.jwtSecret) as unknown as Session;
}
