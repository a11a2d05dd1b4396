import { Controller, Delete, Injectable, Module, Param } from "@nestjs/common";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import { AuthGuard } from "nest-keycloak-connect";
import { extractRequest } from "nest-keycloak-connect/util";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Injectable()
class LoginGuard extends AuthGuard {
  async canActivate(context) { // guard: authentication LoginGuard
    const [request] = extractRequest(context);
    if (request.kind === "event") return true;
    return super.canActivate(context);
  }
}

@Controller("orders")
class OrdersController {
  @Delete(":id")
  async remove(@Param("id") id: string) {
    await prisma.order.delete({ where: { id } }); // silent: no caller sets what opens the other way
  }
}

@Module({ controllers: [OrdersController], providers: [{ provide: APP_GUARD, useClass: LoginGuard }] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
