import jwt from "jsonwebtoken";

const SECRET = "keyboard cat"; // expect: signing-secret
const config = { tokens: { secret: SECRET, issuer: "shop" } }; // silent: the issuer is a name
export const issue = (user: string) => jwt.sign({ sub: user }, SECRET, { issuer: config.tokens.issuer }); // silent: the constant is reported
