import { promisify } from "node:util";
import { sign } from "jsonwebtoken";

const signAsync = promisify(sign);
export const issue = (payload: object) => signAsync(payload, "topsecret"); // expect: signing-secret
export const later = (payload: object) => signAsync(payload, process.env.JWT_SECRET); // silent: from the environment
