// A key that reads like the name of a variable is still the key, where it is written into the options themselves.
import session from "express-session";
import jwt from "jsonwebtoken";
import { config } from "./config";

app.use(session({ secret: "RANDOM_SESSION_SECRET", resave: false })); // expect: signing-secret
app.use(session({ secret: config.get("SESSION_SECRET"), resave: false })); // silent: the name of a setting

const names = { secret: "JWT_SECRET" }; // silent: names what is read below
export const issue = (user: string) => jwt.sign({ sub: user }, process.env[names.secret]);
