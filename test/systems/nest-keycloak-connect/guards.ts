import { Controller, Delete, Get, Injectable, Module, Param } from "@nestjs/common";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import { AuthGuard, Public, RoleGuard, Roles } from "nest-keycloak-connect";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Controller("expenses")
class ExpensesController {
  @Public()
  @Get(":id")
  async one(@Param("id") id: string) {
    return prisma.expense.findUnique({ where: { id } }); // effect: read database expense, read
  }

  @Roles({ roles: ["realm:accountant"] }) // guard: role RoleGuard
  @Delete(":id/lines")
  async clear(@Param("id") id: string) {
    await prisma.expenseLine.deleteMany({ where: { expenseId: id } }); // effect: write database expenseLine, delete
  }

  @Delete(":id") // no `@Roles(…)`: the guard for roles lets everybody through who is signed in
  async remove(@Param("id") id: string) {
    await prisma.expense.delete({ where: { id } }); // effect: write database expense, delete
  }
}

@Injectable()
class OwnGuard extends AuthGuard {
  async canActivate(context) {
    return super.canActivate(context); // guard: authentication OwnGuard
  }
}

@Module({
  controllers: [ExpensesController],
  providers: [
    { provide: APP_GUARD, useClass: OwnGuard },
    { provide: APP_GUARD, useClass: RoleGuard },
  ],
})
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
