// file: src/types.ts
export const TYPES = {
  Orders: Symbol.for("Shop_Orders"),
  Mailer: Symbol.for("Shop_Mailer"),
  Prisma: Symbol.for("Shop_Prisma"),
  SignedIn: Symbol.for("Shop_SignedIn"),
  Staff: Symbol.for("Shop_Staff"),
  Tokens: Symbol.for("Shop_Tokens"),
  Missing: Symbol.for("Shop_Missing"),
};

// file: src/container.ts
import { PrismaClient } from "@prisma/client";
import { Container } from "inversify";
import { PostgresOrders, type Orders } from "./orders-store";
import { SignedIn } from "./signed-in";
import { Staff } from "./staff";
import { Tokens } from "./tokens";
import { TYPES } from "./types";

export class Shop {
  async load(): Promise<Container> {
    const container = new Container();
    const prisma = new PrismaClient();
    container.bind<PrismaClient>(TYPES.Prisma).toConstantValue(prisma);
    container.bind<Tokens>(TYPES.Tokens).toDynamicValue(() => new Tokens(process.env.JWT_SECRET as string));
    container.bind<SignedIn>(TYPES.SignedIn).toConstantValue(new SignedIn(container.get(TYPES.Tokens)));
    container.bind<Staff>(TYPES.Staff).to(Staff).inSingletonScope();
    container.bind<Orders>(TYPES.Orders).toDynamicValue((context) => new PostgresOrders(context.container.get(TYPES.Prisma)));
    return container;
  }
}

// file: src/tokens.ts
import jwt from "jsonwebtoken";

export class Tokens {
  constructor(private secret: string) {}
  read(token: string) {
    try {
      // guard: authentication SignedIn
      return jwt.verify(token, this.secret) as { id: string; role: string };
    } catch {
      return undefined;
    }
  }
}

// file: src/signed-in.ts
import { NextFunction, Request, Response } from "express";
import { BaseMiddleware } from "inversify-express-utils";
import type { Tokens } from "./tokens";

export abstract class Checks extends BaseMiddleware {
  constructor(private tokens: Tokens) {
    super();
  }
  async handler(request: Request, response: Response, next: NextFunction): Promise<void> {
    const user = this.tokens.read(request.headers.authorization ?? "");
    if (user === undefined) {
      this.refuse(response);
      return;
    }
    response.locals.user = user;
    return next();
  }
  protected abstract refuse(response: Response): void;
}

export class SignedIn extends Checks {
  protected override refuse(response: Response) {
    response.status(401).send({ error: "Sign in first" });
  }
}

// file: src/staff.ts
import { NextFunction, Request, Response } from "express";
import { injectable } from "inversify";
import { BaseMiddleware } from "inversify-express-utils";

@injectable()
export class Staff extends BaseMiddleware {
  handler(request: Request, response: Response, next: NextFunction) {
    if (response.locals.user.role !== "staff") { // guard: role Staff
      response.status(403).send();
      return;
    }
    next();
  }
}

// file: src/orders-store.ts
import { PrismaClient } from "@prisma/client";

export interface Orders {
  list(owner: string): Promise<unknown>;
  remove(id: string): Promise<unknown>;
}

export class PostgresOrders implements Orders {
  constructor(private prisma: PrismaClient) {}
  list(owner: string) {
    return this.prisma.order.findMany({ where: { owner } }); // effect: read database order, read, safe, from GET /orders
  }
  remove(id: string) {
    return this.prisma.order.delete({ where: { id } }); // effect: write database order, delete, safe, from DELETE /orders/:id
  }
}

export class ListOrders implements Orders {
  private rows: { id: string; owner: string }[] = [];
  async list(owner: string) {
    return this.rows.filter((row) => row.owner === owner);
  }
  async remove(id: string) {
    this.rows = this.rows.filter((row) => row.id !== id);
  }
}

// file: src/base.ts
import { Request, Response } from "express";
import { BaseHttpController } from "inversify-express-utils";
import type { Orders } from "./orders-store";

export class BaseOrders extends BaseHttpController {
  constructor(protected orders: Orders) {
    super();
  }
  async list(_request: Request, response: Response) {
    return this.json(await this.orders.list(response.locals.user.id));
  }
  async remove(request: Request) {
    return this.json(await this.orders.remove(request.params.id));
  }
}

// file: src/orders.ts
import { Request, Response } from "express";
import { inject } from "inversify";
import { controller, httpDelete, httpGet } from "inversify-express-utils";
import { BaseOrders } from "./base";
import type { Orders } from "./orders-store";
import { TYPES } from "./types";

@controller("/orders", TYPES.SignedIn)
export class OrdersController extends BaseOrders {
  constructor(@inject(TYPES.Orders) override orders: Orders) {
    super(orders);
  }

  @httpGet("/")
  override async list(request: Request, response: Response) { // entry: GET /orders
    return super.list(request, response);
  }

  @httpDelete("/:id", TYPES.Staff)
  override async remove(request: Request) { // entry: DELETE /orders/:id
    return super.remove(request);
  }
}

@controller("/open", TYPES.Missing)
export class OpenController extends BaseOrders {
  constructor(@inject(TYPES.Orders) override orders: Orders) {
    super(orders);
  }

  @httpDelete("/:id")
  override async remove(request: Request) { // entry: DELETE /open/:id
    return super.remove(request);
  }
}
