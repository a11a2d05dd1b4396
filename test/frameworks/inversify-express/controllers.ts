// file: src/server.ts
import { Container } from "inversify";
import { InversifyExpressServer } from "inversify-express-utils";
import "./orders";

const server = new InversifyExpressServer(new Container(), null, { rootPath: "/api" });
server.setConfig((app) => {});
server.build().listen(3000);

// file: src/signed-in.ts
import { NextFunction, Request, Response } from "express";
import { BaseMiddleware } from "inversify-express-utils";

export class SignedIn extends BaseMiddleware {
  handler(req: Request, res: Response, next: NextFunction) {
    if (!req.user) return res.status(401).end();
    next();
  }
}

// file: src/base.ts
import { Request } from "express";
import { httpGet } from "inversify-express-utils";

export class ListController {
  @httpGet("/")
  list(request: Request) { // entry: GET /api/orders
    return [];
  }
}

// file: src/orders.ts
import { PrismaClient } from "@prisma/client";
import { Request, Response } from "express";
import { controller, httpDelete, httpMethod, httpPost, requestBody, requestParam } from "inversify-express-utils";
import { ListController } from "./base";
import { SignedIn } from "./signed-in";

const prisma = new PrismaClient();

@controller("/orders")
export class OrdersController extends ListController {
  @httpPost("/", SignedIn)
  async create(@requestBody() order: { sku: string }) { // entry: POST /api/orders
    return prisma.order.create({ data: { sku: order.sku } });
  }

  @httpDelete("/:id")
  async remove(@requestParam("id") id: string, request: Request, response: Response) { // entry: DELETE /api/orders/:id
    response.status(204).end();
  }

  @httpMethod("put", "/:id")
  async put() {} // entry: PUT /api/orders/:id
}
