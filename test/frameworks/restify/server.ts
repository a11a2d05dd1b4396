import restify from "restify";

const server = restify.createServer();
server.use((req, res, next) => {
  if (!req.username) return res.send(401);
  return next();
});
server.get("/orders/:id", (req, res, next) => { // entry: GET /orders/:id
  res.send(200, req.params.id);
  return next();
});
server.del({ path: "/orders/:id" }, (req, res, next) => next()); // entry: DELETE /orders/:id
