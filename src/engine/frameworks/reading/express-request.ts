/** What Express gives its handlers: the same for every framework that hands its request and response on. https://expressjs.com/en/5x/api.html */
import type { Framework } from "../define-framework.ts";

export const EXPRESS_MEMBERS: NonNullable<Framework["members"]> = {
  "request.body": "body",
  "request.params": "params",
  "request.query": "query",
  "request.headers": "headers",
  "request.cookies": "cookies",
  "request.signedCookies": "session",
  "request.session": "session",
  "request.user": "identity",
  "request.auth": "identity",
  "request.currentUser": "identity",
  "request.userId": "identity",
  "request.file": "files",
  "request.files": "files",
  "response.locals": "identity",
  "request.res": "response",
  "response.req": "request",
};

export const EXPRESS_METHODS: NonNullable<Framework["methods"]> = {
  "request.get": "headers",
  "request.header": "headers",
  "request.isAuthenticated": "identity",
  "request.isUnauthenticated": "!identity",
};

export const EXPRESS_RESPONSES: NonNullable<Framework["responses"]> = {
  "response.status": { status: "$0", sets: true },
  "response.statusCode=": { status: "$0", sets: true },
  "response.sendStatus": { status: "$0" },
  "response.json": { value: "$0" },
  "response.jsonp": { value: "$0" },
  "response.send": { value: "$0" },
  "response.end": { value: "$0" },
  "response.render": { value: "$1" },
  "response.sendFile": {},
  "response.download": {},
  "response.redirect": { redirect: true },
};
