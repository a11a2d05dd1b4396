// Another service is shown the token, and says who is calling. https://docs.nestjs.com/microservices/basics#sending-messages
import { CanActivate, Controller, Delete, ExecutionContext, Inject, Injectable, Module, Param, Patch, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ClientProxy, ClientsModule, Transport } from "@nestjs/microservices";
import { PrismaClient } from "@prisma/client";
import { catchError, map, of } from "rxjs";

const prisma = new PrismaClient();

@Injectable()
class TokenGuard implements CanActivate {
  constructor(@Inject("ACCOUNTS") private readonly accounts: ClientProxy) {}

  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const token = request.cookies?.token;
    if (!token) return false;
    return this.accounts.send("authenticate", { token }).pipe(
      map(() => true),
      catchError(() => of(false)),
    );
  }
}

@Injectable()
class LogGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    console.log(context.switchToHttp().getRequest().path);
    return true;
  }
}

@Controller("products")
class Products {
  @Delete(":id")
  @UseGuards(TokenGuard)
  async remove(@Param("id") id: string) { // silent: the accounts service was asked
    await prisma.product.delete({ where: { id } });
  }
  @Patch(":id")
  @UseGuards(LogGuard)
  async hide(@Param("id") id: string) { // expect: missing-authentication
    await prisma.product.update({ where: { id }, data: { hidden: true } });
  }
}

@Module({
  imports: [ClientsModule.register([{ name: "ACCOUNTS", transport: Transport.TCP }])],
  controllers: [Products],
})
class App {}

NestFactory.create(App);
