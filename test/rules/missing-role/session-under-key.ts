// A guard leaves the session under a key of the team's own; the client that reads it is made when the module starts.
import { CanActivate, Controller, ExecutionContext, ForbiddenException, Injectable, Module, Post, SetMetadata, UnauthorizedException, UseGuards } from "@nestjs/common";
import { NestFactory, Reflector } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
import { betterAuth } from "better-auth";

const prisma = new PrismaClient();

function makeAuth(options: { database: unknown }) {
  return betterAuth({ database: options.database });
}

@Injectable()
export class Logins {
  private made: ReturnType<typeof makeAuth> | null = null;

  onModuleInit() {
    this.made = makeAuth({ database: prisma });
  }

  get auth() {
    return this.orThrow();
  }

  private orThrow() {
    if (!this.made) throw new Error("not started");
    return this.made;
  }
}

export const SESSION = "loginSession";

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly logins: Logins) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const session = await this.logins.auth.api.getSession({ headers: new Headers() });
    if (!session) throw new UnauthorizedException();
    const roles = await prisma.role.findMany({ where: { userId: session.user.id } });
    const login = { user: { ...session.user, roles }, session: session.session };
    (request as any)[SESSION] = login;
    return true;
  }
}

@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext) {
    const wanted = this.reflector.getAllAndOverride<string[]>("roles", [context.getHandler(), context.getClass()]);
    if (!wanted || wanted.length === 0) return true;
    const login = context.switchToHttp().getRequest()[SESSION];
    if (!login) throw new ForbiddenException();
    const has = wanted.some((role) => login.user.roles.includes(role));
    if (!has) throw new ForbiddenException();
    return true;
  }
}

const Roles = (...roles: string[]) => SetMetadata("roles", roles);

@Controller("admin/boats")
@UseGuards(SessionGuard, RoleGuard)
class Boats {
  @Post(":id/approve")
  @Roles("admin")
  approve() {
    return prisma.boat.updateMany({ data: { approved: true } }); // silent: the guard asks for the role
  }

  @Post(":id/retire")
  retire() { // expect: missing-role
    return prisma.boat.updateMany({ data: { retired: true } });
  }
}

@Module({ controllers: [Boats], providers: [Logins] })
class AppModule {}

NestFactory.create(AppModule);
