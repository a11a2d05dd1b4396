// A body that is gathered piece by piece: what happens stands in the listeners. https://nodejs.org/api/stream.html#event-end
import http from "node:http";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

http
  .createServer((req, res) => {
    if (req.method === "POST" && req.url === "/orders") { // entry: POST /orders
      let body = "";
      req.on("data", (chunk) => {
        body += chunk;
      });
      req.on("end", async () => {
        const { name } = JSON.parse(body);
        const order = await prisma.order.create({ data: { name } }); // effect: write database order, insert
        res.end(JSON.stringify(order));
      });
    } else if (req.method === "PUT" && req.url === "/notes") { // entry: PUT /notes
      const chunks: Buffer[] = [];
      req
        .on("data", (chunk) => chunks.push(chunk))
        .on("end", async () => {
          await prisma.note.create({ data: { text: Buffer.concat(chunks).toString() } }); // effect: write database note, insert
          res.end("ok");
        });
    } else {
      res.statusCode = 404;
      res.end();
    }
  })
  .listen(8080);
