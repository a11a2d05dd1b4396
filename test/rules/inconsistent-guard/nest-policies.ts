// Policies stand beside the handlers, and a guard of the application asks for each of them.
import { Ability, AbilityBuilder, AbilityClass } from "@casl/ability";
import { Body, CanActivate, Controller, Delete, ExecutionContext, HttpException, Injectable, Module, Param, Post, Put, SetMetadata, UseGuards } from "@nestjs/common";
import { APP_GUARD, NestFactory, Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
export type AbilityPolicy = [string, string];
export type AppAbility = Ability<[string, string]>;
const Policies = (...handlers: AbilityPolicy[]) => SetMetadata("check_policy", handlers);

@Injectable()
class PermissionsService {
  async check(orgId: string, role: string, requested: AbilityPolicy[]) {
    const { can, build } = new AbilityBuilder<AppAbility>(Ability as AbilityClass<AppAbility>);
    for (const [action, section] of requested) {
      if (section === "ADMIN" && ["ADMIN", "SUPERADMIN"].includes(role)) {
        can(action, section);
        continue;
      }
    }
    return build({ detectSubjectType: (item: any) => item.constructor });
  }
}

@Injectable()
class PoliciesGuard implements CanActivate {
  constructor(private reflector: Reflector, private permissions: PermissionsService) {}
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    
    const handlers = this.reflector.get<AbilityPolicy[]>("check_policy", context.getHandler()) || [];
    if (!handlers || !handlers.length) return true;
    const ability = await this.permissions.check(request.user.orgId, request.user.role, handlers);
    const item = !handlers.every((handler) => this.execPolicyHandler(handler, ability));
    if (item) throw new HttpException("upgrade", 402);
    return true;
  }
  private execPolicyHandler(handler: AbilityPolicy, ability: AppAbility) {
    return ability.can(handler[0], handler[1]);
  }
}

@Controller("keys")
@UseGuards(AuthGuard("jwt"))
class Keys {
  @Post()
  @Policies(["create", "ADMIN"])
  async add(@Body() body: any) {
    return prisma.signingKey.create({ data: { name: body.name } });
  }

  @Put(":id")
  @Policies(["create", "ADMIN"])
  async rename(@Param("id") id: string, @Body() body: any) {
    return prisma.signingKey.update({ where: { id }, data: { name: body.name } });
  }

  @Post(":id/rotate")
  @Policies(["create", "ADMIN"])
  async rotate(@Param("id") id: string, @Body() body: any) {
    return prisma.keyRotation.create({ data: { keyId: id, reason: body.reason } });
  }

  @Delete(":id")
  // expect: inconsistent-guard
  async remove(@Param("id") id: string) {
    return prisma.signingKey.delete({ where: { id } });
  }
}

@Module({ controllers: [Keys], providers: [PermissionsService, { provide: APP_GUARD, useClass: PoliciesGuard }] })
class AppModule {}
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
