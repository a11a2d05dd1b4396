import http from "node:http";

const server = http.createServer(async (req, res) => {
  if (req.method === "GET" && req.url === "/health") { // entry: GET /health
    res.end("ok");
    return;
  }
  if (req.url === "/orders") {
    if (req.method === "POST") { // entry: POST /orders
      res.writeHead(201).end();
      return;
    }
    if (req.method === "DELETE") { // entry: DELETE /orders
      if (!req.headers.authorization) return res.writeHead(401).end();
      res.end();
      return;
    }
  }
  res.statusCode = 404;
  res.end();
});
server.listen(3000);
