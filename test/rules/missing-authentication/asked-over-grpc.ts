// The guard hands the token to another service of the team's own, by gRPC.
import { Controller, Delete, Inject, Injectable, Param, UseGuards } from "@nestjs/common";
import { catchError, map, of } from "rxjs";
import { PrismaClient } from "@prisma/client";
import type { ClientGrpc } from "@nestjs/microservices";

const prisma = new PrismaClient();

@Injectable()
class JwtAuthGuard {
  private accounts: any;
  constructor(@Inject("USERS") private readonly client: ClientGrpc) {}
  onModuleInit() {
    this.accounts = this.client.getService("AuthService");
  }
  canActivate(context) {
    const token = context.switchToHttp().getRequest().headers.authorization;
    if (!token) return false;
    return this.accounts.authenticate({ token }).pipe(
      map(() => true),
      catchError(() => of(false)),
    );
  }
}

@Controller("orders")
export class Orders {
  @UseGuards(JwtAuthGuard)
  @Delete(":id")
  remove(@Param("id") id: string) {
    return prisma.order.delete({ where: { id } }); // silent
  }
  @Delete(":id/lines")
  clear(@Param("id") id: string) { // expect: missing-authentication
    return prisma.line.deleteMany({ where: { orderId: id } });
  }
}
